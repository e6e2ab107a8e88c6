import { Worker } from 'node:worker_threads';
import { type Complaint, type ErrorCode, RedflagError } from '../domain/error.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import type { IndexBuffers } from '../matching/index.ts';
import type { Coverage, Screening } from './answer.ts';
import { DISCLAIMER } from './coverage.ts';
import type { OpenScreener } from './open.ts';
import type { ScreenQuery } from './query.ts';

/** What a thread is started with. The index lies in memory that all share. */
export interface Assignment {
  readonly path: string;
  readonly sha256: string;
  readonly index: IndexBuffers;
  readonly affiliatesRule: AffiliatesRule;
}

/** Queries to be answered together, as of one moment. */
export interface Order {
  readonly at: Date;
  readonly queries: readonly ScreenQuery[];
}

/** An answer on its way between threads: without what all answers share, and an error without its class. */
export type Result =
  | {
      readonly own: Omit<Screening, 'coverage' | 'disclaimer'>;
      /** Null: that of every unlimited query. */
      readonly coverage: Coverage | null;
    }
  | {
      readonly refused: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly complaints: readonly Complaint[];
      };
    };

const threadFile = import.meta.url.endsWith('.ts')
  ? './screening-thread.ts'
  : './screening-thread.js';

/**
 * Threads that screen side by side, each over the catalogue of an open screener and
 * its very index.
 *
 *     queries -> the thread that has least to do -> answers, in the order of the queries
 */
export class ScreeningThreads {
  readonly #coverage: Coverage;
  readonly #now: () => Date;
  readonly #threads: readonly Thread[];

  private constructor(coverage: Coverage, now: () => Date, threads: readonly Thread[]) {
    this.#coverage = coverage;
    this.#now = now;
    this.#threads = threads;
  }

  /**
   * Starts the threads; a fifth of a second until they are ready.
   *
   * @param count how many, at least 1
   * @throws RedflagError `unavailable` where the catalogue's file was replaced since it was opened
   */
  static async start(
    { screener, catalogue, build }: OpenScreener,
    affiliatesRule: AffiliatesRule,
    now: () => Date,
    count: number,
  ): Promise<ScreeningThreads> {
    const { sha256 } = catalogue.version;
    const index = screener.index.toBuffers();
    const assignment = { path: build.path, sha256, index, affiliatesRule };
    const threads = Array.from({ length: count }, () => new Thread(assignment));
    const all = new ScreeningThreads(screener.coverage, now, threads);
    try {
      await Promise.all(threads.map((thread) => thread.ready));
      return all;
    } catch (error) {
      await all.stop();
      throw error;
    }
  }

  get count(): number {
    return this.#threads.length;
  }

  /** Answers queries, in their order; what cannot be answered by its error. A few dozen at once keep a thread busy. */
  async screen(queries: readonly ScreenQuery[]): Promise<(Screening | RedflagError)[]> {
    const idlest = this.#threads.reduce((a, b) => (b.orders < a.orders ? b : a));
    const results = await idlest.ask({ at: this.#now(), queries });
    return results.map((result) => {
      if ('refused' in result) {
        const { code, message, complaints } = result.refused;
        return new RedflagError(code, message, complaints);
      }
      const { own, coverage } = result;
      return { ...own, coverage: coverage ?? this.#coverage, disclaimer: DISCLAIMER };
    });
  }

  /** Ends the threads; what they have not answered is rejected. */
  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}

/** One thread, and what waits for its answers. */
class Thread {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<Result[]>[] = [];
  #failure: RedflagError | null = null;

  constructor(assignment: Assignment) {
    this.#worker = new Worker(new URL(threadFile, import.meta.url), {
      workerData: assignment,
      execArgv: [],
      name: 'redflag-screening',
    });
    const started = Promise.withResolvers<void>();
    this.ready = started.promise;
    this.#worker.once('message', (isOfSameFile: boolean) => {
      this.#worker.on('message', (results: Result[]) => this.#waiting.shift()?.resolve(results));
      if (isOfSameFile) started.resolve();
      else started.reject(new RedflagError('unavailable', 'The catalogue was replaced meanwhile.'));
    });
    const fail = (reason: string) => {
      this.#failure = new RedflagError('internal', `a screening thread ended: ${reason}`);
      started.reject(this.#failure);
      for (const each of this.#waiting.splice(0)) each.reject(this.#failure);
    };
    this.#worker.once('error', (error) => fail(String(error)));
    this.#worker.once('exit', (code) => fail(`exit ${code}`));
  }

  /** Orders that it has not answered yet. */
  get orders(): number {
    return this.#waiting.length;
  }

  ask(order: Order): Promise<Result[]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const answered = Promise.withResolvers<Result[]>();
    this.#waiting.push(answered);
    this.#worker.postMessage(order);
    return answered.promise;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
