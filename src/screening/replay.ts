import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue.ts';
import { RedflagError } from '../domain/error.ts';
import { affiliatesRuleSettings } from '../domain/reach.ts';
import { buildIndex } from '../matching/index.ts';
import type { StoredScreening } from '../store/records/index.ts';
import type { OpenScreener } from './open.ts';
import { PROGRAM_VERSION } from './program-version.ts';
import { screenQuerySchema } from './query.ts';
import { Screener } from './screener.ts';
import { serialiseOwn } from './serialise.ts';

const MAX_DIFFERENCES = 100;

export const replaySchema = z
  .object({
    id: z.string(),
    same: z.boolean().describe('Whether the answer is the same; id and dispositions left aside'),
    catalogue: z.object({ version: z.string(), sha256: z.string() }),
    program: z.object({ recorded: z.string(), now: z.string() }),
    differences: z
      .array(z.string())
      .describe('JSON pointers of what differs, at most 100; empty where it is the same'),
    answer: z.unknown().describe('The answer given now, without coverage and disclaimer'),
  })
  .meta({ id: 'Replay' });
export type Replay = z.infer<typeof replaySchema>;

/** Gives a catalogue version that was kept. @throws RedflagError `not-found` where it is gone */
export type VersionSource = (version: string) => Catalogue;

/** Answers recorded queries again, each from the catalogue version and with the settings of its time. */
export class Replayer {
  readonly #open: VersionSource;
  /** The last version that was opened: who replays one screening often replays the next of that day. */
  #kept: { version: string; screener: (rule: Rule, at: Date) => Screener } | null = null;

  constructor(open: VersionSource) {
    this.#open = open;
  }

  /** @throws RedflagError `not-replayable` where the version is gone or only a hash of the query was kept */
  replay({ head, query, answer }: StoredScreening, current: OpenScreener): Replay {
    if (head.mode !== 'full') {
      throw new RedflagError(
        'not-replayable',
        'Only a hash of the query was kept (REDFLAG_RECORDS=hashed), so it cannot be asked again.',
      );
    }
    const rule = z.enum(affiliatesRuleSettings).parse(head.affiliatesRule);
    const parsed = screenQuerySchema.parse(JSON.parse(query));
    const screener = this.#screenerOf(head.catalogue, current)(rule, new Date(head.at));
    const again = screener.screen({ ...parsed, asOf: head.asOf });
    const now: unknown = JSON.parse(serialiseOwn({ ...again, id: head.id }));
    const differences = differencesOf(withoutDispositions(JSON.parse(answer)), now);
    return {
      id: head.id,
      same: differences.length === 0,
      catalogue: head.catalogue,
      program: { recorded: head.program, now: PROGRAM_VERSION },
      differences,
      answer: now,
    };
  }

  close(): void {
    this.#kept = null;
  }

  #screenerOf({ version, sha256 }: { version: string; sha256: string }, current: OpenScreener) {
    if (current.catalogue.version.sha256 === sha256) {
      return screeners(current.catalogue, current.screener.index);
    }
    if (this.#kept?.version === sha256) return this.#kept.screener;
    const catalogue = this.#openVersion(version);
    if (catalogue.version.sha256 !== sha256) throw gone(version);
    const screener = screeners(catalogue, buildIndex(catalogue.names()));
    this.#kept = { version: sha256, screener };
    return screener;
  }

  #openVersion(version: string): Catalogue {
    try {
      return this.#open(version);
    } catch (error) {
      if (error instanceof RedflagError) throw gone(version, error);
      throw error;
    }
  }
}

type Rule = (typeof affiliatesRuleSettings)[number];

function screeners(catalogue: Catalogue, index: Screener['index']) {
  return (affiliatesRule: Rule, at: Date) =>
    new Screener({ catalogue, index, affiliatesRule, now: () => at });
}

function gone(version: string, cause?: unknown): RedflagError {
  return new RedflagError(
    'not-replayable',
    `Catalogue version ${version}, from which it was answered, is no longer kept in the data folder.`,
    [],
    cause,
  );
}

/** What was decided by people since is no part of the catalogue's answer. */
function withoutDispositions(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) =>
    key === 'decided' || key === 'dispositioned' ? undefined : value,
  );
}

/** JSON pointers (RFC 6901) of the places where two JSON values differ. */
export function differencesOf(a: unknown, b: unknown, at = '', found: string[] = []): string[] {
  if (found.length >= MAX_DIFFERENCES || Object.is(a, b)) return found;
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) {
    found.push(at);
    return found;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const pointer = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    differencesOf(Reflect.get(a, key), Reflect.get(b, key), pointer, found);
  }
  return found;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
