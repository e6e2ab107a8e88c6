import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RedflagError } from '../../domain/error.ts';
import { coverageSchema, type Recorder } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { noParameters, queryProblems, zodScope } from './route-scope.ts';

/** How an imported list file stands. */
const feedSchema = z
  .object({
    feed: z.string(),
    date: z.string().nullable().describe('Of the version in use; null: none was ever imported'),
    checkedDaysAgo: z.int().nullable().describe('Since it was last found current or renewed'),
    stale: z.boolean().describe('Not checked for longer than REDFLAG_STALE_AFTER'),
    error: z.string().nullable().describe('Why the last refresh failed, if it did'),
  })
  .meta({ id: 'FeedState' });
export type FeedState = z.infer<typeof feedSchema>;

export interface HealthOptions extends RouteOptions {
  readonly feeds: () => FeedState[];
}

export const readinessSchema = z
  .object({
    status: z.literal('ready'),
    catalogue: coverageSchema.shape.catalogue,
    parties: z.int(),
    lists: z.int(),
    build: z
      .object({ outcome: z.enum(['unchanged', 'built', 'kept']), reason: z.string().nullable() })
      .describe('kept: the last attempt to build failed, for `reason`, and an older one answers'),
    stale: z.boolean().describe('Whether any imported list is; it is still answered from'),
    feeds: z.array(feedSchema).describe('The imported list files'),
    records: z
      .object({
        mode: z.enum(['full', 'hashed', 'none']),
        waiting: z.int().describe('Not yet on the disk'),
      })
      .describe('Whether, and how, screenings are recorded'),
  })
  .meta({ id: 'Readiness' });
type Readiness = z.infer<typeof readinessSchema>;

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: it has a catalogue
 * to answer from, and where answers are recorded it can record them.
 */
export async function healthRoutes(scope: FastifyInstance, options: HealthOptions) {
  const { engine, recorder, feeds } = options;
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
      summary:
        'Whether it can answer: which catalogue, how old its lists are, whether it can record',
      tags: ['health'],
      querystring: noParameters,
      response: { 200: readinessSchema, ...queryProblems },
    },
    handler: (): Readiness => {
      const { catalogue, build } = engine();
      const { outcome, reason } = build;
      const states = feeds();
      return {
        status: 'ready',
        catalogue: catalogue.version,
        parties: catalogue.size,
        lists: catalogue.lists.size,
        build: { outcome, reason },
        stale: states.some(({ stale }) => stale),
        feeds: states,
        records: recordsState(recorder),
      };
    },
  });
}

/** @throws RedflagError `records-unavailable` while screenings cannot be recorded, and so are not answered */
function recordsState({ records }: Recorder): Readiness['records'] {
  if (records === null || records.mode === 'none') return { mode: 'none', waiting: 0 };
  const { failure, waiting } = records.journal;
  if (failure === null) return { mode: records.mode, waiting };
  // Nobody sends screenings to a service that is not ready, so it finds out by itself.
  records.journal.probe();
  throw new RedflagError(
    'records-unavailable',
    `Screenings cannot be recorded: ${failure.message}.`,
  );
}
