import type { FastifyBaseLogger } from 'fastify';
import { errorCodes } from '../domain/error.ts';
import { type OpenScreener, screenQuerySchema, serialiseInBatch } from '../screening/index.ts';
import { parse } from './complaints.ts';
import { asRedflagError } from './failure.ts';
import { type Place, problemOf } from './problem.ts';

/** The path under which the items of a batch are addressed. */
export const BATCH_PATH = '/screen/batch';

/**
 * Answers the items of one batch, all from one catalogue. A bad item is answered
 * in its place with a problem document; the items after it are answered as ever.
 */
export class BatchAnswers {
  readonly #engine: OpenScreener;
  readonly #log: FastifyBaseLogger;

  constructor(engine: OpenScreener, log: FastifyBaseLogger) {
    this.#engine = engine;
    this.#log = log;
  }

  /** The answer to one item, as JSON. */
  answer(item: unknown, place: Place): string {
    try {
      return serialiseInBatch(this.#engine.screener.screen(parse(screenQuerySchema, item)));
    } catch (error) {
      return this.refuse(error, place, item);
    }
  }

  /** The problem document that stands in the place of an item that could not be answered, as JSON. */
  refuse(error: unknown, place: Place, item?: unknown): string {
    const known = asRedflagError(error);
    if (errorCodes[known.code].status === 500) {
      this.#log.error({ err: error, ...place }, 'an item of a batch failed');
    }
    return JSON.stringify(problemOf(known, BATCH_PATH, item, place));
  }
}
