import type { FastifyInstance, FastifyReply } from 'fastify';
import { type ScreenQuery, screeningSchema, screenQuerySchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { QUERY_BODY_LIMIT } from '../limits.ts';
import { bodyProblems, noParameters, queryProblems, zodScope } from './route-scope.ts';
import { screenParametersSchema } from './screen-parameters.ts';

const description =
  'Says which restricted party the query may denote, what each list forbids on the date asked ' +
  'about, and which documents say so. `no-match` is never "clear": `coverage` says what was ' +
  'checked and what was not.';

/** `GET` and `POST /screen`: one query, one answer. */
export async function screenRoutes(scope: FastifyInstance, { engine, recorder }: RouteOptions) {
  const routes = zodScope(scope);

  /** Sends the answer once it is recorded. It is JSON already: its longest part is the same for every one. */
  const answer = async (query: ScreenQuery, caller: string, reply: FastifyReply) => {
    const answered = recorder.answer(engine(), query, { caller, through: 'single' });
    await answered.durable;
    return reply.type('application/json; charset=utf-8').send(answered.whole());
  };

  routes.route({
    method: 'GET',
    url: '/screen',
    schema: {
      operationId: 'screenByParameters',
      summary: 'Screen one name or product, as an address',
      description,
      tags: ['screening'],
      querystring: screenParametersSchema,
      response: { 200: screeningSchema, ...queryProblems },
    },
    handler: (request, reply) => answer(request.query, request.caller, reply),
  });

  routes.route({
    method: 'POST',
    url: '/screen',
    bodyLimit: QUERY_BODY_LIMIT,
    schema: {
      operationId: 'screen',
      summary: 'Screen one name, identifier or product',
      description,
      tags: ['screening'],
      querystring: noParameters,
      body: screenQuerySchema,
      response: { 200: screeningSchema, ...bodyProblems },
    },
    handler: (request, reply) => answer(request.body, request.caller, reply),
  });
}
