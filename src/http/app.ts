import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { RedflagError } from '../domain/error.ts';
import { type ChangeSource, type ListAdministration, noLists } from '../lists/index.ts';
import { Recorder, type VersionSource } from '../screening/index.ts';
import { batchRoutes } from './batch/batch-routes.ts';
import { consoleRoutes } from './console/console.ts';
import type { EngineSource } from './engine.ts';
import { answerUnrouted } from './failure/allowed-methods.ts';
import { handleClientError } from './failure/client-error.ts';
import { handleError } from './failure/failure.ts';
import { type AccessOptions, guardAccess } from './guard/access.ts';
import { allowOrigins } from './guard/cross-origin.ts';
import { guardLoopback } from './guard/loopback.ts';
import { limitRates } from './guard/rate-limit.ts';
import { shedLoad } from './guard/shedding.ts';
import { acceptJson } from './json-body.ts';
import {
  HEADERS_CHECK,
  HEADERS_LIMIT,
  HEADERS_TIMEOUT,
  IDLE_TIMEOUT,
  KEEP_ALIVE_TIMEOUT,
  QUERY_BODY_LIMIT,
  SEGMENT_LIMIT,
} from './limits.ts';
import { Metrics, measure, metricsRoutes } from './observation/metrics.ts';
import { requestIds } from './observation/request-id.ts';
import { logRequests } from './observation/request-log.ts';
import { collectOpenApi } from './openapi/generation.ts';
import { administrationRoutes } from './routes/administration.ts';
import { bomRoutes } from './routes/bom.ts';
import { changesRoutes } from './routes/changes.ts';
import { compareRoutes } from './routes/compare.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { docsRoutes } from './routes/docs.ts';
import { type FeedState, healthRoutes } from './routes/health.ts';
import { listUploadRoutes } from './routes/list-upload.ts';
import { listRoutes } from './routes/lists.ts';
import { partyRoutes } from './routes/parties.ts';
import { partyRecordRoutes } from './routes/party-records.ts';
import { noJsonSchemas } from './routes/route-scope.ts';
import { screenRoutes } from './routes/screen.ts';
import { screeningsRoutes } from './routes/screenings.ts';
import { sourceRoutes } from './routes/sources.ts';

export interface AppOptions {
  readonly engine: EngineSource;
  /** Answers and records; default: one that records nothing. */
  readonly recorder?: Recorder;
  /** Whose keys are known, and whether one is needed; null (default): keys are not looked at. */
  readonly access?: AccessOptions | null;
  /** Whether only requests to a name of this machine are answered; default false. */
  readonly loopbackOnly?: boolean;
  /** Names a minute of each key, or of each address where there is none; default 0: no limit. */
  readonly rateLimit?: number;
  /** Origins whose pages may read answers in a browser; default none. */
  readonly origins?: readonly string[];
  /** Milliseconds of delay of the event loop from which requests are refused; default 0: never. */
  readonly shedDelay?: number;
  /** How the imported list files stand; default: there is none. */
  readonly feeds?: () => FeedState[];
  /** Gives catalogue versions that were kept, for replays; default: none is. */
  readonly versions?: VersionSource;
  /** Compares the catalogue in use with versions that were kept; default: none is. */
  readonly changes?: ChangeSource;
  /** What an administrator may do with the list files; default: there are none to look after. */
  readonly lists?: ListAdministration;
  readonly metrics?: Metrics;
  /** The clock; default the system's. */
  readonly now?: () => Date;
  /** Fastify's logger option: `false` (default), or pino's options. */
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
}

/**
 * Builds the service without listening, so that tests can `inject` into it.
 *
 * @example
 * const app = await buildApp({ engine: () => redflag });
 * const answer = await app.inject('/screen?name=Hikvison');
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { engine, logger = false, now = () => new Date() } = options;
  const { recorder = unrecorded(now), metrics = new Metrics() } = options;
  const app = Fastify({
    logger,
    // Fastify's own lines hold whole addresses, and so names: `logRequests` writes others.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    bodyLimit: QUERY_BODY_LIMIT,
    routerOptions: { maxParamLength: SEGMENT_LIMIT },
    connectionTimeout: IDLE_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    // No limit on a whole request: an NDJSON batch lasts as long as it has lines.
    // What stands still is ended by IDLE_TIMEOUT.
    requestTimeout: 0,
    http: {
      maxHeaderSize: HEADERS_LIMIT,
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: HEADERS_CHECK,
    },
    // While closing, what still arrives on an open connection is answered as ever, and is its last.
    return503OnClosing: false,
    schemaController: { compilersFactory: noJsonSchemas },
    clientErrorHandler: handleClientError,
    frameworkErrors: handleError,
  });
  app.setErrorHandler(handleError);
  app.removeAllContentTypeParsers();
  metrics.watch({ engine, recorder, feeds: options.feeds ?? (() => []), now });
  measure(app, metrics);
  logRequests(app);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  allowOrigins(app, options.origins ?? []);
  await shedLoad(app, options.shedDelay ?? 0);
  if (options.loopbackOnly) guardLoopback(app);
  guardAccess(app, options.access ?? null);
  await limitRates(app, options.rateLimit ?? 0);
  answerUnrouted(app);
  await collectOpenApi(app);
  await app.register(docsRoutes);
  await app.register(consoleRoutes);
  await app.register(async (api) => {
    acceptJson(api);
    const routes = { engine, recorder };
    for (const group of [
      screenRoutes,
      batchRoutes,
      compareRoutes,
      coverageRoutes,
      partyRoutes,
      partyRecordRoutes,
      listRoutes,
      sourceRoutes,
    ]) {
      await api.register(group, routes);
    }
    const { versions = noVersions, feeds = () => [] } = options;
    await api.register(bomRoutes, { ...routes, now });
    await api.register(screeningsRoutes, { ...routes, versions });
    await api.register(changesRoutes, { ...routes, changes: options.changes ?? noChanges });
    const { lists = noLists } = options;
    await api.register(administrationRoutes, { ...routes, lists });
    await api.register(listUploadRoutes, { lists });
    await api.register(healthRoutes, { ...routes, feeds });
    await api.register(metricsRoutes, { metrics });
  });
  return app;
}

function unrecorded(now: () => Date): Recorder {
  return new Recorder({ records: null, affiliatesRule: 'by-terms', now });
}

const noVersions = (version: string): never => {
  throw new RedflagError('not-found', `no version "${version}" is kept here`);
};

const noChanges: ChangeSource = {
  kept: () => [],
  between: async (version) => noVersions(version),
};
