import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { partyKindSchema } from '../../domain/party.ts';
import { explanationSchema, screenQuerySchema, strengthSchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { queryProblems, zodScope } from './route-scope.ts';

const nameSchema = screenQuerySchema.shape.name.unwrap();

export const comparisonSchema = z
  .object({
    a: z.string(),
    b: z.string(),
    score: z.number().min(0).max(1),
    strength: z.enum([...strengthSchema.options, 'none']),
    explanation: explanationSchema,
  })
  .meta({ id: 'Comparison' });

/** `GET /compare`: two names, with the score that `/screen` would give. */
export async function compareRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  zodScope(scope).route({
    method: 'GET',
    url: '/compare',
    schema: {
      operationId: 'compare',
      summary: 'Compare two names',
      description: 'The score is that which /screen would give if one of the names were listed.',
      tags: ['screening'],
      querystring: z.strictObject({
        a: nameSchema.meta({ examples: ['Hikvison Digital Technolgy'] }),
        b: nameSchema.meta({ examples: ['Hikvision Digital Technology Co., Ltd.'] }),
        kind: partyKindSchema.default('company'),
      }),
      response: { 200: comparisonSchema, ...queryProblems },
    },
    handler: (request) => {
      const { a, b, kind } = request.query;
      return { a, b, ...engine().compare(a, b, kind) };
    },
  });
}
