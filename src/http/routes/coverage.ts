import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { coverageSchema, DISCLAIMER } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { noParameters, queryProblems, zodScope } from './route-scope.ts';

/** `GET /coverage`: what every answer stands on, whole. */
export async function coverageRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  zodScope(scope).route({
    method: 'GET',
    url: '/coverage',
    schema: {
      operationId: 'coverage',
      summary: 'What is checked, as of when, and what is not',
      tags: ['catalogue'],
      querystring: noParameters,
      response: {
        200: coverageSchema.extend({ disclaimer: z.string() }).meta({ id: 'CoverageStatement' }),
        ...queryProblems,
      },
    },
    handler: () => ({ ...engine().screener.coverage, disclaimer: DISCLAIMER }),
  });
}
