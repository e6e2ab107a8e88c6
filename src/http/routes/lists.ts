import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  describeList,
  listProfileSchema,
  listSummarySchema,
  summariseLists,
} from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { nextSchema, pageOfIds, pageParameters } from './page.ts';
import { idProblems, noParameters, queryProblems, zodScope } from './route-scope.ts';

/** `GET /lists` and `GET /lists/{id}`. */
export async function listRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  const routes = zodScope(scope);

  routes.route({
    method: 'GET',
    url: '/lists',
    schema: {
      operationId: 'lists',
      summary: 'Every list that is loaded',
      tags: ['catalogue'],
      querystring: noParameters,
      response: {
        200: z.object({ lists: z.array(listSummarySchema), next: z.null() }).meta({ id: 'Lists' }),
        ...queryProblems,
      },
    },
    // There are a few dozen lists: one page holds them all.
    handler: () => ({ lists: summariseLists(engine().screener), next: null }),
  });

  routes.route({
    method: 'GET',
    url: '/lists/:id',
    schema: {
      operationId: 'list',
      summary: 'One list: its effects, reach, editions and classes, each cited, and its members',
      description: '`cursor` and `limit` page through `members`.',
      tags: ['catalogue'],
      params: z.object({ id: z.string().meta({ examples: ['ndaa-889'] }) }),
      querystring: z.strictObject(pageParameters),
      response: {
        200: listProfileSchema.extend({ next: nextSchema }).meta({ id: 'ListPage' }),
        ...idProblems,
      },
    },
    handler: (request) => {
      const list = describeList(engine().screener, request.params.id);
      const { page, next } = pageOfIds(list.members, request.query);
      return { ...list, members: page, next };
    },
  });
}
