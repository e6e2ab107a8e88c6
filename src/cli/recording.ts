import { userInfo } from 'node:os';
import type { OpenScreener, Pending, Recorder, Screening } from '../screening/index.ts';
import type { ScreenQuery, ScreenQueryInput } from '../screening/query.ts';
import type { ScreeningHead } from '../store/records/index.ts';
import type { Workplace } from './act.ts';
import { withEngine } from './engine.ts';
import { inGroupsOf } from './groups.ts';

/** Longest caller that `GET /screenings?caller=` takes. */
const MAX_CALLER = 64;
/** Answers that are printed together, and the milliseconds that one waits for others. */
const PRINTED = { most: 1000, longest: 100 };

/**
 * The screener as commands ask it: what it answers is recorded in the records.db of
 * the data folder, as a service does it, and beside one that may be running there.
 */
export class RecordedScreener {
  readonly engine: OpenScreener;
  /** Resolves, or fails, for all that was answered. */
  readonly pending: Pending;
  readonly #recorder: Recorder;
  readonly #caller: string;

  constructor(engine: OpenScreener, recorder: Recorder, pending: Pending) {
    this.engine = engine;
    this.pending = pending;
    this.#recorder = recorder;
    this.#caller = localCaller();
  }

  /**
   * Answers a query. The answer may be printed when `pending` has settled.
   *
   * @throws RedflagError `invalid-request` naming each field at fault
   */
  screen(query: ScreenQueryInput, through: ScreeningHead['through']): Screening {
    const parsed = this.engine.parse(query);
    return this.take(this.engine.screener.screen(parsed), parsed, through);
  }

  /** Takes on to be recorded what was screened elsewhere; the answer may be printed when `pending` has settled. */
  take(screened: Screening, query: ScreenQuery, through: ScreeningHead['through']): Screening {
    const asked = { caller: this.#caller, through };
    const answered = this.#recorder.take(screened, this.engine, query, asked);
    this.pending.add(answered.durable);
    return answered.screening;
  }

  /** Hands answers on in their order, each when it is on the disk. While one group is written, the next is answered. */
  async *inGroups<T>(answers: AsyncIterable<T>): AsyncGenerator<T> {
    let written: Promise<readonly T[]> | null = null;
    for await (const group of inGroupsOf(answers, PRINTED)) {
      const durable = this.pending.settled().then(() => group);
      // It is looked at when its turn comes, which may be after it has failed.
      durable.catch(() => {});
      if (written !== null) yield* await written;
      written = durable;
    }
    if (written !== null) yield* await written;
  }
}

/**
 * Opens screener and records for the time of one command.
 *
 * @param many whether many answers may come: then a thread of its own writes them, which takes a moment to start
 * @throws RedflagError `records-unavailable`, `invalid-records` where it cannot record and REDFLAG_RECORDS does not say `none`
 */
export async function withRecords<T>(
  workplace: Workplace,
  { many }: { many: boolean },
  work: (screener: RecordedScreener) => Promise<T>,
): Promise<T> {
  return withEngine(workplace, async (engine) => {
    const { Pending, Recorder } = await import('../screening/index.ts');
    const { openRecords } = await import('../store/records/index.ts');
    const { configuration, now } = workplace;
    const { data, records: mode, affiliatesRule } = configuration;
    const records = mode === 'none' ? null : openRecords({ data, mode, thread: many });
    try {
      const recorder = new Recorder({ records, affiliatesRule, now });
      return await work(new RecordedScreener(engine, recorder, new Pending()));
    } finally {
      await records?.close();
    }
  });
}

/** Who asks on the command line: `cli:jdoe`, or `cli:1000` where the user has no name. */
export function localCaller(): string {
  return `cli:${userName()}`.slice(0, MAX_CALLER);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no list of users knows.
    return String(process.getuid?.() ?? 'unknown');
  }
}
