import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../../domain/error.ts';

const HERE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Answers only those who call the service by a name of this machine. A page in a
 * browser can make its own name lead to 127.0.0.1 (DNS rebinding) and then read
 * answers as its own; it cannot change the `Host` that the browser sends.
 */
export function guardLoopback(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const { host } = request;
    if (HERE.test(host)) return done();
    const detail =
      `This service is for this machine alone, and "${host.slice(0, 100)}" is no name of it. ` +
      'Behind a proxy set REDFLAG_ACCESS to keys or open.';
    done(new RedflagError('forbidden', detail));
  });
}
