import type { FastifyBaseLogger } from 'fastify';
import { errorCodes } from '../../domain/error.ts';
import {
  type OpenScreener,
  Pending,
  type Recorder,
  screenQuerySchema,
} from '../../screening/index.ts';
import { parse } from '../failure/complaints.ts';
import { asRedflagError } from '../failure/failure.ts';
import { type Place, problemOf } from '../failure/problem.ts';
import type { Allowance } from '../guard/allowance.ts';

/** The path under which the items of a batch are addressed. */
export const BATCH_PATH = '/screen/batch';

export interface BatchContext {
  readonly engine: OpenScreener;
  readonly recorder: Recorder;
  readonly caller: string;
  readonly allowance: Allowance;
  readonly log: FastifyBaseLogger;
}

/** The answer to one item, which waits to be recorded. */
export interface ItemAnswer {
  /** JSON. */
  readonly text: string;
  /** What stands in its place where it could not be recorded, JSON. */
  refusal(error: unknown): string;
}

/**
 * Answers the items of one batch, all from one catalogue. A bad item is answered
 * in its place with a problem document; the items after it are answered as ever.
 */
export class BatchAnswers {
  readonly #context: BatchContext;
  readonly #pending = new Pending();
  #items = 0;

  constructor(context: BatchContext) {
    this.#context = context;
  }

  /** The answer to one item. It may be sent when `durable` has resolved. */
  answer(item: unknown, place: Place): ItemAnswer {
    const { engine, recorder, caller, allowance } = this.#context;
    // The first went with the request.
    if (this.#items++ > 0) allowance.spend(1);
    try {
      const query = parse(screenQuerySchema, item);
      const answered = recorder.answer(engine, query, { caller, through: 'batch' });
      this.#pending.add(answered.durable);
      const text = answered.inBatch();
      return { text, refusal: (error) => this.#problem(error, place, item) };
    } catch (error) {
      return this.refuse(error, place, item);
    }
  }

  /** The problem document that stands in the place of an item that could not be answered. */
  refuse(error: unknown, place: Place, item?: unknown): ItemAnswer {
    const text = this.#problem(error, place, item);
    return { text, refusal: () => text };
  }

  /** Resolves when the answers since the last call are on the disk. @throws RedflagError `records-unavailable` */
  durable(): Promise<void> {
    return this.#pending.settled();
  }

  /** Resolves when the caller may ask about more. */
  room(): Promise<void> {
    return this.#context.allowance.room();
  }

  #problem(error: unknown, place: Place, item: unknown): string {
    const known = asRedflagError(error);
    if (errorCodes[known.code].status === 500) {
      this.#context.log.error({ err: error, ...place }, 'an item of a batch failed');
    }
    return JSON.stringify(problemOf(known, BATCH_PATH, item, place));
  }
}
