import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RedflagError } from '../domain/error.ts';
import { coverageSchema, type Recorder } from '../screening/index.ts';
import type { RouteOptions } from './engine.ts';
import { noParameters, queryProblems, zodScope } from './route-scope.ts';

const MS_PER_DAY = 86_400_000;

export interface HealthOptions extends RouteOptions {
  /** Days after which the newest document of a list makes it stale; null: nothing is. */
  readonly staleAfter: number | null;
  readonly now: () => Date;
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
    oldest: z
      .object({ list: z.string(), asOf: z.string(), days: z.int() })
      .nullable()
      .describe('The complete list whose newest document is the oldest'),
    stale: z
      .array(z.string())
      .describe('Complete lists older than REDFLAG_STALE_AFTER; they are still answered from'),
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
  const { engine, recorder, staleAfter, now } = options;
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
      // A curated part has the date of its review, not of a list: it does not grow stale by a day.
      const ages = catalogue.coverage
        .filter(({ complete }) => complete)
        .map(({ id, asOf }) => ({ list: id, asOf, days: daysSince(asOf, now()) }))
        .sort((a, b) => b.days - a.days);
      const stale = ages.filter(({ days }) => staleAfter !== null && days > staleAfter);
      return {
        status: 'ready',
        catalogue: catalogue.version,
        parties: catalogue.size,
        lists: catalogue.lists.size,
        build: { outcome, reason },
        oldest: ages[0] ?? null,
        stale: stale.map(({ list }) => list),
        records: recordsState(recorder),
      };
    },
  });
}

function daysSince(date: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / MS_PER_DAY));
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
