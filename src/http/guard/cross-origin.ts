import type { FastifyInstance } from 'fastify';

const ALLOWED = {
  'access-control-allow-methods': 'GET, POST, HEAD',
  'access-control-allow-headers': 'authorization, content-type, x-api-key, x-request-id',
  'access-control-max-age': '600',
};

/**
 * Lets pages of the given origins read answers (CORS). No other page of a browser
 * can, and cookies are never asked for.
 *
 * @param origins exactly as a browser sends them, e.g. `https://procurement.example`; none: nothing is allowed
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return done();
    reply.header('access-control-allow-origin', origin);
    reply.header(
      'access-control-expose-headers',
      'retry-after, x-request-id, x-ratelimit-remaining',
    );
    const asks = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (!asks) return done();
    reply.code(204).headers(ALLOWED).send();
  });
}
