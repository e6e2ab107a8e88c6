import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../../domain/error.ts';

/** How often the delay is measured, in milliseconds. */
const SAMPLE = 1000;
/** What is answered even then: whoever operates the service must see it. */
const ALWAYS = /^\/(health\/|metrics$)/;

/**
 * Refuses requests at once, with 503 and Retry-After, while those before them
 * make the event loop late: a quick "not now" instead of an answer that comes
 * when its caller has given up.
 *
 * @param maxDelay milliseconds that the event loop may be late, on average over a second; 0: never refuse
 */
export async function shedLoad(app: FastifyInstance, maxDelay: number): Promise<void> {
  if (maxDelay === 0) return;
  await app.register(underPressure, {
    maxEventLoopDelay: maxDelay,
    sampleInterval: SAMPLE,
    pressureHandler: async ({ routeOptions }) => {
      if (ALWAYS.test(routeOptions.url ?? '')) return;
      throw new RedflagError(
        'overloaded',
        'The service has more to do than it can: ask again later.',
      );
    },
  });
}
