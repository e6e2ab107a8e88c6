import { createHmac, hash } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue.ts';
import { idSchema } from '../domain/id.ts';
import type { Party } from '../domain/party.ts';
import { normaliseName } from '../names/index.ts';
import { type DispositionHead, dispositionDecisions } from '../store/records/index.ts';
import type { Match, Screening } from './answer.ts';
import type { ScreenQuery } from './query.ts';

const MAX_REASON = 2000;
const MAX_BY = 200;

/** A sentence of a person: not blank, well-formed. */
function words(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'must not be blank')
    .refine((text) => text.isWellFormed(), 'holds half a character (a lone surrogate)');
}

/** A person's decision on a match, as it is sent. */
export const decisionSchema = z
  .strictObject({
    party: idSchema.describe('Id of the party whose match is decided on'),
    decision: z.enum(dispositionDecisions),
    reason: words(MAX_REASON).meta({ examples: ['Another company: registered in Ohio in 1956'] }),
    by: words(MAX_BY)
      .describe('Who decides')
      .meta({ examples: ['j.doe'] }),
  })
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof decisionSchema>;

/** A decision as it is kept. */
export const dispositionSchema = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    caller: z.string(),
    screening: z.string(),
    party: idSchema,
    decision: z.enum(dispositionDecisions),
    reason: z.string(),
    by: z.string(),
  })
  .meta({ id: 'Disposition' });
export type Disposition = z.infer<typeof dispositionSchema>;

export function describeDisposition(head: DispositionHead): Disposition {
  const { id, caller, screening, party, decision, reason, by, decidedAt: at = head.at } = head;
  return { id, at, caller, screening, party, decision, reason, by };
}

/**
 * The same for queries that ask about the same thing: the name in comparable
 * form, and every other fact that was given of the party meant. What only shapes
 * the answer (reference, lists, date, limit …) is left out.
 *
 * @param salt keys the hash, so that it cannot be looked up in a table of names
 * @returns hexadecimal
 */
export function queryKey(query: ScreenQuery, salt: string): string {
  const { name, kind, country, address, birthDate, identifiers, product } = query;
  const normal =
    name === undefined ? null : normaliseName(name, kind === 'person' ? 'person' : 'company');
  const facts = [
    normal && [normal.folded, normal.native],
    kind ?? null,
    country ?? null,
    address === undefined ? null : plain(address),
    birthDate ?? null,
    (identifiers ?? []).map(({ scheme, value }) => [plain(scheme), plain(value)]).sort(),
    Object.entries(product ?? {})
      .map(([field, value]) => [field, plain(value ?? '')])
      .sort(),
  ];
  return createHmac('sha256', salt).update(JSON.stringify(facts)).digest('hex');
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The same while a party's names and designations are: a decision holds no longer than that. */
export function fingerprintOf({ names, designations }: Party): string {
  const stated = [
    names.map(({ type, name }) => [type, name]),
    designations.map(({ list, entry, periods }) => [
      list,
      entry.name,
      entry.record,
      periods.map(({ status, from, to, seenOn, scope }) => [status, from, to, seenOn, scope]),
    ]),
  ];
  return hash('sha256', JSON.stringify(stated), 'hex');
}

/** The newest decision for each query and party, in memory: they are few, and every match is looked up. */
export class RememberedDispositions {
  readonly #salt: string;
  readonly #byQuery = new Map<string, Map<string, DispositionHead>>();

  constructor(salt: string, remembered: readonly DispositionHead[]) {
    this.#salt = salt;
    for (const disposition of remembered) this.take(disposition);
  }

  /** Takes note of a decision, which replaces an earlier one. */
  take(disposition: DispositionHead): void {
    const parties = this.#byQuery.get(disposition.queryKey) ?? new Map();
    this.#byQuery.set(disposition.queryKey, parties.set(disposition.party, disposition));
  }

  /** The answer with what was decided before on its matches. */
  annotate(screening: Screening, query: ScreenQuery, catalogue: Catalogue): Screening {
    if (this.#byQuery.size === 0 || screening.matches.length === 0) return screening;
    const parties = this.#byQuery.get(queryKey(query, this.#salt));
    if (parties === undefined) return screening;
    const matches = screening.matches.map((match) => {
      const decided = parties.get(match.party.id);
      const party = decided && catalogue.party(match.party.id);
      return party && fingerprintOf(party) === decided.fingerprint
        ? { ...match, ...asShown(decided) }
        : match;
    });
    return { ...screening, matches };
  }
}

/** A decision of any kind is shown as `decided`; a false positive is `dispositioned` besides. */
function asShown(head: DispositionHead): Pick<Match, 'decided' | 'dispositioned'> {
  const { decision, screening, reason, by, at } = describeDisposition(head);
  const shown = { screening, reason, by, at };
  return {
    decided: { decision, ...shown },
    ...(decision === 'false-positive' && { dispositioned: { decision, ...shown } }),
  };
}
