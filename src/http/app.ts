import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { answerUnrouted } from './allowed-methods.ts';
import { batchRoutes } from './batch.ts';
import { handleClientError } from './client-error.ts';
import { compareRoutes } from './compare.ts';
import { coverageRoutes } from './coverage.ts';
import { docsRoutes } from './docs.ts';
import type { RouteOptions } from './engine.ts';
import { handleError } from './failure.ts';
import { healthRoutes } from './health.ts';
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
import { listRoutes } from './lists.ts';
import { collectOpenApi } from './openapi-generation.ts';
import { partyRoutes } from './parties.ts';
import { screenRoutes } from './screen.ts';
import { sourceRoutes } from './sources.ts';

export interface AppOptions extends RouteOptions {
  /** Fastify's logger option: `false` (default), or pino's options. */
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
  /** Whether every request is logged; default false: they hold names. */
  readonly logRequests?: boolean;
}

/**
 * Builds the service without listening, so that tests can `inject` into it.
 *
 * @example
 * const app = await buildApp({ engine: () => redflag });
 * const answer = await app.inject('/screen?name=Hikvison');
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { engine, logger = false, logRequests = false } = options;
  const app = Fastify({
    logger,
    logController: new LogController({ disableRequestLogging: !logRequests }),
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
    clientErrorHandler: handleClientError,
    frameworkErrors: handleError,
  });
  app.setErrorHandler(handleError);
  app.removeAllContentTypeParsers();
  answerUnrouted(app);
  await collectOpenApi(app);
  await app.register(docsRoutes);
  await app.register(async (api) => {
    acceptJson(api);
    const routes = { engine };
    for (const group of [
      screenRoutes,
      batchRoutes,
      compareRoutes,
      coverageRoutes,
      partyRoutes,
      listRoutes,
      sourceRoutes,
      healthRoutes,
    ]) {
      await api.register(group, routes);
    }
  });
  return app;
}
