import type { FastifyInstance } from 'fastify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { screeningSchema, screenQuerySchema, serialiseScreening } from '../screening/index.ts';
import type { RouteOptions } from './engine.ts';
import { QUERY_BODY_LIMIT } from './limits.ts';
import { bodyProblems, noParameters, queryProblems, zodScope } from './route-scope.ts';
import { screenParametersSchema } from './screen-parameters.ts';

const description =
  'Says which restricted party the query may denote, what each list forbids on the date asked ' +
  'about, and which documents say so. `no-match` is never "clear": `coverage` says what was ' +
  'checked and what was not.';

/** Answers are serialised by hand: their longest part is the same for every one. */
const screeningSerialiser: FastifySerializerCompiler<unknown> = ({ httpStatus }) =>
  httpStatus === '200' ? serialiseScreening : JSON.stringify;

/** `GET` and `POST /screen`: one query, one answer. */
export async function screenRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  const routes = zodScope(scope);

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
    serializerCompiler: screeningSerialiser,
    handler: (request) => engine().screener.screen(request.query),
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
    serializerCompiler: screeningSerialiser,
    handler: (request) => engine().screener.screen(request.body),
  });
}
