import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import { ANONYMOUS } from './access.ts';
import { type Allowance, Allowances, UNLIMITED } from './allowance.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What its caller may still ask. The request itself has been taken off: one name. */
    readonly allowance: Allowance;
  }
}

/**
 * Limits the names that each caller asks about, by key, or by address where none
 * came. A request is one; a batch takes off its other items as they are answered,
 * and is slowed down where it goes beyond. Every answer says how many are left
 * (`x-ratelimit-*`). Register it after access, before the routes. Probes and
 * scrapes are not counted.
 *
 * @param perMinute names; 0: no limit
 */
export async function limitRates(app: FastifyInstance, perMinute: number): Promise<void> {
  const allowances = new Allowances(perMinute);
  app.decorateRequest('allowance', {
    getter() {
      return perMinute === 0 ? UNLIMITED : allowances.of(callerOf(this));
    },
  });
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    max: perMinute,
    store: storeOf(allowances, perMinute),
    keyGenerator: callerOf,
    allowList: ({ routeOptions }) => /^\/(health\/|metrics$)/.test(routeOptions.url ?? ''),
    errorResponseBuilder: (_request, { after }) =>
      new RedflagError(
        'rate-limited',
        `${perMinute} names a minute are allowed: ask again in ${after}.`,
      ),
  });
}

function callerOf({ caller, ip }: FastifyRequest): string {
  return caller === ANONYMOUS ? ip : caller;
}

/** The allowances as the plugin counts: upwards, and until when. */
function storeOf(allowances: Allowances, perMinute: number) {
  return class implements FastifyRateLimitStore {
    incr(
      caller: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
    ): void {
      const left = allowances.take(caller);
      // Refused: until there is a name again. Else: until all of them are back.
      const ttl = allowances.late(caller, left < 1 ? 1 : perMinute);
      callback(null, { current: perMinute - Math.max(0, left) + 1, ttl });
    }

    child() {
      return this;
    }
  };
}
