import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import { pathOf } from '../failure/problem.ts';

/**
 * `GET /docs`: the reference as pages; `GET /openapi.json`: the document behind it.
 * The pages are loaded when somebody opens them: no start waits for them.
 */
export async function docsRoutes(scope: FastifyInstance) {
  let loading: Promise<FastifyInstance> | undefined;
  const page = async ({ url, headers }: FastifyRequest, reply: FastifyReply) => {
    loading ??= import('./docs-pages.ts').then(({ docsPages }) => docsPages());
    const pages = await loading;
    const found = await pages.inject({ method: 'GET', url, headers });
    if (found.statusCode === 404) {
      throw new RedflagError('not-found', `The reference has nothing at ${pathOf(url)}.`);
    }
    return reply.code(found.statusCode).headers(found.headers).send(found.rawPayload);
  };
  scope.get('/docs', { schema: { hide: true } }, page);
  scope.get('/docs/*', { schema: { hide: true } }, page);

  let document: string | undefined;
  scope.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    document ??= JSON.stringify(scope.swagger());
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
