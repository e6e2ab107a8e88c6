import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../domain/error.ts';
import { type AppOptions, buildApp } from './app.ts';
import { DRAIN_INTERVAL } from './limits.ts';

export interface ServerOptions extends Omit<AppOptions, 'logger'> {
  /** Address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** Port to listen on; 0 takes a free one; default 8080. */
  readonly port?: number;
  /** pino's levels; default `info`. From `debug` on every request is logged. */
  readonly logLevel?: string;
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Takes no more connections, answers what it has begun, then resolves. */
  close(): Promise<void>;
}

/** What hinders listening and is for the operator to mend. */
const HINDRANCES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use: set PORT to another one, or stop what listens there',
  EACCES: 'may not be used by this user: set PORT to 1024 or above',
  EADDRNOTAVAIL: 'is not an address of this machine: set HOST to one that is',
  ENOTFOUND: 'is not a host name that can be resolved: set HOST to an address of this machine',
};

/**
 * Serves the engine over HTTP. Logs go to stderr as JSON lines.
 *
 * @throws RedflagError `invalid-configuration` where it cannot listen there
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 8080, logLevel = 'info', ...rest } = options;
  const app = await buildApp({
    ...rest,
    logger: { level: logLevel, stream: process.stderr },
  });
  try {
    const address = await app.listen({
      host,
      port,
      listenTextResolver: (at) => `listening at ${at}`,
    });
    return { address, close: () => drain(app) };
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const hindrance = HINDRANCES[code];
    if (hindrance === undefined) throw error;
    throw new RedflagError('invalid-configuration', `${host}:${port} ${hindrance}`, [], error);
  }
}

/**
 * Closes, and sees to it that a connection ends as soon as its last answer is
 * out: left alone, one that was busy when closing began lives on for the
 * keep-alive time.
 */
async function drain(app: FastifyInstance): Promise<void> {
  const reaper = setInterval(() => app.server.closeIdleConnections(), DRAIN_INTERVAL);
  try {
    await app.close();
  } finally {
    clearInterval(reaper);
  }
}
