import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { coverageSchema } from '../screening/index.ts';
import type { RouteOptions } from './engine.ts';
import { noParameters, queryProblems, zodScope } from './route-scope.ts';

export const readinessSchema = z
  .object({
    status: z.literal('ready'),
    catalogue: coverageSchema.shape.catalogue,
    parties: z.int(),
    lists: z.int(),
    build: z
      .object({ outcome: z.enum(['unchanged', 'built', 'kept']), reason: z.string().nullable() })
      .describe('kept: the last attempt to build failed, for `reason`, and an older one answers'),
  })
  .meta({ id: 'Readiness' });

/** `GET /health/live`: the process answers. `GET /health/ready`: it has a catalogue to answer from. */
export async function healthRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  const routes = zodScope(scope);

  routes.route({
    method: 'GET',
    url: '/health/live',
    schema: {
      operationId: 'live',
      summary: 'Whether the process answers',
      tags: ['health'],
      querystring: noParameters,
      response: {
        200: z.object({ status: z.literal('live') }).meta({ id: 'Liveness' }),
        ...queryProblems,
      },
    },
    handler: () => ({ status: 'live' as const }),
  });

  routes.route({
    method: 'GET',
    url: '/health/ready',
    schema: {
      operationId: 'ready',
      summary: 'Whether a catalogue is loaded, which one, and how its last build went',
      tags: ['health'],
      querystring: noParameters,
      response: { 200: readinessSchema, ...queryProblems },
    },
    handler: () => {
      const { catalogue, build } = engine();
      const { outcome, reason } = build;
      return {
        status: 'ready' as const,
        catalogue: catalogue.version,
        parties: catalogue.size,
        lists: catalogue.lists.size,
        build: { outcome, reason },
      };
    },
  });
}
