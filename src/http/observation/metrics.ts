import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { Recorder, Screening } from '../../screening/index.ts';
import type { Commit } from '../../store/records/index.ts';
import type { EngineSource } from '../engine.ts';
import type { FeedState } from '../routes/health.ts';
import { noParameters, queryProblems, zodScope } from '../routes/route-scope.ts';

const SECOND = 1000;
/** Upper bounds in seconds: from an answer out of memory to one that waited for a slow disk. */
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const COMMITS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const GROUPS = [1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000];

/** What is looked at when the measurements are asked for. */
export interface Watched {
  readonly engine: EngineSource;
  readonly recorder: Recorder;
  readonly feeds: () => FeedState[];
  readonly now: () => Date;
}

/** What is counted, for Prometheus. One for each service: its registry is its own. */
export class Metrics {
  readonly registry = new Registry();
  readonly #registers = [this.registry];
  readonly requests = new Histogram({
    name: 'redflag_request_duration_seconds',
    help: 'Time from the arrival of a request to its answer, by operation and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: LATENCIES,
    registers: this.#registers,
  });
  readonly outcomes = new Counter({
    name: 'redflag_screenings_total',
    help: 'Answered screenings by outcome',
    labelNames: ['outcome'] as const,
    registers: this.#registers,
  });
  readonly commits = new Histogram({
    name: 'redflag_record_commit_seconds',
    help: 'Time to write a group of records and sync the disk',
    buckets: COMMITS,
    registers: this.#registers,
  });
  readonly groups = new Histogram({
    name: 'redflag_record_group_size',
    help: 'Records that became durable with one sync',
    buckets: GROUPS,
    registers: this.#registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Takes note of an answer. */
  answered({ outcome }: Pick<Screening, 'outcome'>): void {
    this.outcomes.inc({ outcome });
  }

  /** Takes note of a commit of records. */
  committed({ records, milliseconds }: Commit): void {
    this.commits.observe(milliseconds / SECOND);
    this.groups.observe(records);
  }

  /** Adds what is read when it is asked for. */
  watch({ engine, recorder, feeds, now }: Watched): void {
    const gauge = (
      name: string,
      help: string,
      collect: (gauge: Gauge<string>) => void,
      labelNames: string[] = [],
    ) => {
      new Gauge({
        name,
        help,
        labelNames,
        registers: this.#registers,
        collect() {
          this.reset();
          collect(this);
        },
      });
    };
    gauge(
      'redflag_catalogue_info',
      'Always 1; the labels say which catalogue answers',
      (it) => {
        const version = loaded(engine);
        if (version) it.set({ version: version.version, sha256: version.sha256 }, 1);
      },
      ['version', 'sha256'],
    );
    gauge('redflag_catalogue_age_seconds', 'Time since the catalogue was built', (it) => {
      const version = loaded(engine);
      if (version) it.set((now().getTime() - Date.parse(version.builtAt)) / SECOND);
    });
    gauge(
      'redflag_list_checked_days',
      'Days since an imported list file was last found current or renewed',
      (it) => {
        for (const { feed, checkedDaysAgo } of feeds()) {
          if (checkedDaysAgo !== null) it.set({ feed }, checkedDaysAgo);
        }
      },
      ['feed'],
    );
    gauge('redflag_records_waiting', 'Records taken on and not yet durable', (it) =>
      it.set(recorder.records?.journal.waiting ?? 0),
    );
    gauge('redflag_records_failing', '1 while records cannot be written', (it) =>
      it.set(recorder.records?.journal.failure ? 1 : 0),
    );
  }
}

function loaded(engine: EngineSource) {
  try {
    return engine().catalogue.version;
  } catch {
    // None is loaded: readiness says so, and the gauge is absent.
    return undefined;
  }
}

/** `GET /metrics`, and the measuring of every request. Register it at the root. */
export function measure(app: FastifyInstance, { requests }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    // By route and not by address: addresses hold names, and there is no end of them.
    const route = routeOptions.url ?? 'none';
    requests.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / SECOND);
    done();
  });
}

export async function metricsRoutes(scope: FastifyInstance, { metrics }: { metrics: Metrics }) {
  zodScope(scope).route({
    method: 'GET',
    url: '/metrics',
    schema: {
      operationId: 'metrics',
      summary: 'Measurements in the text format of Prometheus',
      tags: ['health'],
      querystring: noParameters,
      response: {
        200: {
          description: 'Measurements',
          content: { 'text/plain': { schema: z.string() } },
        },
        ...queryProblems,
      },
    },
    handler: async (_request, reply) => {
      const text = await metrics.registry.metrics();
      return reply.type(metrics.registry.contentType).send(text);
    },
  });
}
