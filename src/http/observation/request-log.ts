import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from '../failure/problem.ts';

/** Of these an operator wants to hear: who was not let in, and who asked too much. */
const NOTABLE = new Set([401, 403, 429]);

/**
 * Logs requests as one line each, with the id of the request: what failed at
 * `warn`, who was refused at `info`, the rest at `debug`. Never a query, a body or
 * a header: they hold names and keys.
 */
export function logRequests(app: FastifyInstance): void {
  const all = app.log.level === 'debug' || app.log.level === 'trace';
  app.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    if (statusCode >= 500) request.log.warn(lineOf(request, reply), 'request failed');
    else if (NOTABLE.has(statusCode)) request.log.info(lineOf(request, reply), 'request refused');
    else if (all) request.log.debug(lineOf(request, reply), 'request');
    done();
  });
}

function lineOf({ method, url, caller, ip }: FastifyRequest, reply: FastifyReply) {
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
  return { method, path: pathOf(url), status: reply.statusCode, milliseconds, caller, ip };
}
