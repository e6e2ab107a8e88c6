import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../../domain/error.ts';

/** How often the delay is measured, in milliseconds. */
const SAMPLE = 1000;
/** For how long the event loop must be late before anything is refused, in milliseconds. */
const LASTING = 2 * SAMPLE;
/** What is answered even then: whoever operates the service must see it. */
const ALWAYS = /^\/(health\/|metrics$)/;

/**
 * Refuses requests at once, with 503 and Retry-After, while those before them
 * make the event loop late: a quick "not now" instead of an answer that comes
 * when its caller has given up.
 *
 *     delay    ▁▁▁█▁▁▁▁▁▁    one stall (a pause of the machine): whoever asked has waited, the next is answered
 *              ▁▁▁████████   as much as that again and again: refused from the third second on
 *
 * @param maxDelay milliseconds that the event loop may be late, on average over a second; 0: never refuse
 */
export async function shedLoad(app: FastifyInstance, maxDelay: number): Promise<void> {
  if (maxDelay === 0) return;
  let since: number | null = null;
  await app.register(underPressure, {
    maxEventLoopDelay: maxDelay,
    sampleInterval: SAMPLE,
    // Asked at each request of a second that follows one with too much delay.
    pressureHandler: async ({ routeOptions }) => {
      const lasted = since === null ? 0 : performance.now() - since;
      if (lasted < LASTING || ALWAYS.test(routeOptions.url ?? '')) return;
      throw new RedflagError(
        'overloaded',
        'The service has more to do than it can: ask again later.',
      );
    },
  });
  // Looked at by the clock and not by requests: those that are answered all at once, after seconds, would
  // else seem to come after a time in which nothing was late.
  const looking = setInterval(() => {
    const isLate = app.memoryUsage().eventLoopDelay > maxDelay;
    since = isLate ? (since ?? performance.now()) : null;
  }, SAMPLE).unref();
  app.addHook('onClose', async () => clearInterval(looking));
}
