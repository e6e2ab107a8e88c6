import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import { ANONYMOUS } from './access.ts';

const MINUTE = 60_000;
/** Callers that are counted at a time; more push out the ones that have been quiet longest. */
const CALLERS_COUNTED = 10_000;

/**
 * Limits the requests of each caller: by key, or by address where none came. Every
 * answer says how many are left (`x-ratelimit-*`). Register it after access,
 * before the routes. Probes and scrapes are not counted.
 *
 * @param perMinute requests; 0: no limit
 */
export async function limitRates(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: MINUTE,
    cache: CALLERS_COUNTED,
    keyGenerator: ({ caller, ip }) => (caller === ANONYMOUS ? ip : caller),
    allowList: ({ routeOptions }) => /^\/(health\/|metrics$)/.test(routeOptions.url ?? ''),
    errorResponseBuilder: (_request, { after }) =>
      new RedflagError(
        'rate-limited',
        `${perMinute} requests a minute are allowed: ask again in ${after}.`,
      ),
  });
}
