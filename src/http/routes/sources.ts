import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sourceSchema } from '../../domain/source.ts';
import { describeSource, sourceProfileSchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { nextSchema, pageOfIds, pageParameters } from './page.ts';
import { idProblems, queryProblems, zodScope } from './route-scope.ts';

/** `GET /sources` and `GET /sources/{id}`. */
export async function sourceRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  const routes = zodScope(scope);

  routes.route({
    method: 'GET',
    url: '/sources',
    schema: {
      operationId: 'sources',
      summary: 'The documents that answers cite, by id',
      tags: ['catalogue'],
      querystring: z.strictObject(pageParameters),
      response: {
        200: z.object({ sources: z.array(sourceSchema), next: nextSchema }).meta({ id: 'Sources' }),
        ...queryProblems,
      },
    },
    handler: (request) => {
      const { catalogue } = engine();
      const { page, next } = pageOfIds(catalogue.sourceIds(), request.query);
      return { sources: page.flatMap((id) => catalogue.source(id) ?? []), next };
    },
  });

  routes.route({
    method: 'GET',
    url: '/sources/:id',
    schema: {
      operationId: 'source',
      summary: 'One document, and the parties and lists that it supports',
      tags: ['catalogue'],
      params: z.object({ id: z.string().meta({ examples: ['pl-115-232'] }) }),
      querystring: z.strictObject({}),
      response: { 200: sourceProfileSchema, ...idProblems },
    },
    handler: (request) => describeSource(engine().screener, request.params.id),
  });
}
