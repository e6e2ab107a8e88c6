import { hash } from 'node:crypto';
import { z } from 'zod';
import { RedflagError } from '../domain/error.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import {
  type DispositionHead,
  type Entry,
  entryOf,
  type OpenRecords,
  recordId,
  type ScreeningHead,
} from '../store/records/index.ts';
import type { Screening } from './answer.ts';
import {
  type Decision,
  type Disposition,
  describeDisposition,
  fingerprintOf,
  queryKey,
  RememberedDispositions,
} from './disposition.ts';
import type { OpenScreener } from './open.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { type ScreenQuery, screenQuerySchema } from './query.ts';
import { joinBytes, joinInBatch, serialiseOwn, statementOf } from './serialise.ts';

export interface RecorderOptions {
  /** Where screenings are recorded; null: nowhere. */
  readonly records: OpenRecords | null;
  readonly affiliatesRule: AffiliatesRule;
  readonly now: () => Date;
  /** Told of every answer. */
  readonly onAnswer?: (screening: Screening) => void;
}

/** Who asks, and through which operation. */
export interface Asked {
  /** Id of the API key, or what stands for none: `anonymous`, `cli:jdoe`. */
  readonly caller: string;
  readonly through: ScreeningHead['through'];
}

/** An answer, taken on to be recorded. It may be given out when `durable` has resolved. */
export class Answered {
  readonly screening: Screening;
  /** Rejects with `records-unavailable` where it could not be recorded; undefined where nothing is. */
  readonly durable: Promise<void> | undefined;
  readonly #own: string;

  constructor(screening: Screening, own: string, durable: Promise<void> | undefined) {
    this.screening = screening;
    this.durable = durable;
    this.#own = own;
  }

  /** As JSON, whole, in UTF-8. */
  whole(): Buffer {
    return joinBytes(this.#own, statementOf(this.screening).bytes);
  }

  /** As JSON, as it stands in a batch. */
  inBatch(): string {
    return joinInBatch(this.#own, this.screening);
  }
}

/**
 * Answers queries for a service: shows what was decided before, and records each
 * answer before it is given.
 *
 *     query -> screener -> dispositions -> journal -> (durable) -> caller
 */
export class Recorder {
  readonly records: OpenRecords | null;
  readonly #affiliatesRule: AffiliatesRule;
  readonly #now: () => Date;
  readonly #onAnswer: (screening: Screening) => void;
  readonly #remembered: RememberedDispositions | null;

  constructor({ records, affiliatesRule, now, onAnswer = () => {} }: RecorderOptions) {
    this.#onAnswer = onAnswer;
    this.records = records;
    this.#affiliatesRule = affiliatesRule;
    this.#now = now;
    this.#remembered =
      records && new RememberedDispositions(records.salt, records.reader.remembered());
  }

  /**
   * Answers a query and takes the answer on to be recorded. Give it out only
   * when it is durable.
   *
   * @throws RedflagError `invalid-request`; `overloaded` while too many wait for the disk
   */
  answer(engine: OpenScreener, query: ScreenQuery, asked: Asked): Answered {
    return this.take(engine.screener.screen(query), engine, query, asked);
  }

  /** The same for what was screened elsewhere, over the catalogue of this engine. */
  take(screened: Screening, engine: OpenScreener, query: ScreenQuery, asked: Asked): Answered {
    const { records } = this;
    const screening = this.#remembered?.annotate(screened, query, engine.catalogue) ?? screened;
    const own = serialiseOwn(screening);
    const durable =
      records !== null && records.mode !== 'none'
        ? records.journal.append(this.#entry(screening, own, query, asked), statementOf(screening))
        : undefined;
    this.#onAnswer(screening);
    return new Answered(screening, own, durable);
  }

  /**
   * Records a person's decision on a match.
   *
   * @throws RedflagError `not-found` for a screening that is not recorded, `invalid-request` for a party that it does not name
   */
  async decide(
    engine: OpenScreener,
    id: string,
    { party, decision, reason, by }: Decision,
    caller: string,
  ): Promise<Disposition> {
    const { records } = this;
    const stored = records?.reader.screening(id);
    if (!records || !stored) throw noScreening(id, records);
    if (!stored.head.parties.includes(party)) {
      const message = `is no match of this screening: it has ${stored.head.parties.join(', ') || 'none'}`;
      throw new RedflagError('invalid-request', `party: ${message}`, [{ path: 'party', message }]);
    }
    const now = this.#now();
    const known = engine.catalogue.party(party);
    const head: DispositionHead = {
      ...{ kind: 'disposition', id: recordId('dsp', now), at: now.toISOString(), caller },
      ...{ screening: id, party, decision, reason, by },
      queryKey: this.#keyOf(stored.head, stored.query, records),
      fingerprint: known ? fingerprintOf(known) : '',
    };
    await records.journal.append(entryOf(head));
    this.#remembered?.take(head);
    return describeDisposition(head);
  }

  #keyOf({ mode }: ScreeningHead, query: string, { salt }: OpenRecords): string {
    const stored: unknown = JSON.parse(query);
    if (mode === 'full') return queryKey(screenQuerySchema.parse(stored), salt);
    return hashedQuerySchema.parse(stored).hash;
  }

  #entry(screening: Screening, own: string, query: ScreenQuery, asked: Asked): Entry {
    const { id, screenedAt, asOf, outcome, matches, coverage } = screening;
    const { version, sha256 } = coverage.catalogue;
    const { mode, salt } = this.records ?? { mode: 'none', salt: '' };
    const hashed = mode === 'hashed';
    const head: ScreeningHead = {
      kind: 'screening',
      id,
      at: screenedAt,
      caller: asked.caller,
      mode: hashed ? 'hashed' : 'full',
      through: asked.through,
      ...(query.reference !== undefined && { reference: query.reference }),
      asOf,
      outcome,
      parties: matches.map(({ party }) => party.id),
      catalogue: { version, sha256 },
      affiliatesRule: this.#affiliatesRule,
      program: PROGRAM_VERSION,
      statement: statementOf(screening).hash,
    };
    return hashed
      ? entryOf(head, JSON.stringify({ hash: queryKey(query, salt) }), withoutQuery(screening, own))
      : entryOf(head, JSON.stringify(query), own);
  }
}

const hashedQuerySchema = z.object({ hash: z.string() });

/** What of an answer repeats nothing of the query, and the hash by which the whole can be proven. */
function withoutQuery({ outcome, determinations, matches }: Screening, own: string): string {
  return JSON.stringify({
    outcome,
    // Grounds are places in the answer, which is not kept.
    determinations: determinations.map(({ grounds: _, ...rest }) => rest),
    matches: matches.map(({ party, score, strength }) => ({ party: party.id, score, strength })),
    sha256: hash('sha256', own, 'hex'),
  });
}

/** The error for a screening that cannot be shown. */
export function noScreening(id: string, records: OpenRecords | null): RedflagError {
  return new RedflagError(
    'not-found',
    records === null
      ? 'This service records no screenings (REDFLAG_RECORDS=none).'
      : `No screening "${id}" is recorded here: it was never answered here, or is past its retention.`,
  );
}
