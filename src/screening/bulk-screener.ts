import { availableParallelism } from 'node:os';
import { RedflagError } from '../domain/error.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import type { Screening } from './answer.ts';
import type { OpenScreener } from './open.ts';
import type { ScreenQuery } from './query.ts';
import { ScreeningThreads } from './screening-threads.ts';

export interface BulkOptions {
  readonly affiliatesRule: AffiliatesRule;
  readonly now: () => Date;
  /** Threads beside this one, at most; default one for each processor, none where there is but one. */
  readonly threads?: number;
  /** Queries after which threads are started: for fewer the start costs more than it spares. Default 2,000. */
  readonly startAfter?: number;
}

const START_AFTER = 2000;
/** Orders that a thread may have, so that it never waits for the next. */
const ORDERS_EACH = 2;

/**
 * Screens queries by the thousand: on this thread at first, and on threads side by
 * side once there are many. Answers are the same either way.
 */
export class BulkScreener {
  readonly #engine: OpenScreener;
  readonly #options: Required<BulkOptions>;
  #threads: ScreeningThreads | null = null;
  #starting: Promise<void> | null = null;
  #asked = 0;

  constructor(engine: OpenScreener, options: BulkOptions) {
    const processors = availableParallelism();
    this.#engine = engine;
    this.#options = {
      threads: processors > 1 ? processors : 0,
      startAfter: START_AFTER,
      ...options,
    };
  }

  /** How many calls of `screen` are worth having under way beside the one that is awaited. */
  get ahead(): number {
    return this.#threads === null ? 0 : ORDERS_EACH * this.#threads.count;
  }

  /** Resolves when threads that are being started can answer, or could not be started. */
  async ready(): Promise<void> {
    await this.#starting;
  }

  /** Answers queries in their order, what cannot be answered by its error. A few dozen at a time are best. */
  async screen(queries: readonly ScreenQuery[]): Promise<(Screening | RedflagError)[]> {
    this.#asked += queries.length;
    if (this.#asked > this.#options.startAfter) this.#start();
    if (this.#threads !== null) return this.#threads.screen(queries);
    return queries.map((query) => this.#answer(query));
  }

  #answer(query: ScreenQuery): Screening | RedflagError {
    try {
      return this.#engine.screener.screen(query);
    } catch (error) {
      if (error instanceof RedflagError) return error;
      throw error;
    }
  }

  #start(): void {
    const { threads, affiliatesRule, now } = this.#options;
    if (threads === 0 || this.#starting !== null) return;
    this.#starting = ScreeningThreads.start(this.#engine, affiliatesRule, now, threads).then(
      (started) => {
        this.#threads = started;
      },
      // This thread can answer alone.
      () => {},
    );
  }

  /** Ends the threads. */
  async stop(): Promise<void> {
    await this.ready();
    await this.#threads?.stop();
  }
}
