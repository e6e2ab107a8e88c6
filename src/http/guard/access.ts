import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RedflagError } from '../../domain/error.ts';
import type { ApiKey, KeyFinder, Scope } from '../../store/records/index.ts';

/** Stands for the caller where no key is asked for. */
export const ANONYMOUS = 'anonymous';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the API key that came with the request, or `anonymous`. */
    caller: string;
  }
  interface FastifyContextConfig {
    /** What a key must allow for this operation; `null`: no key is needed. Set by `guardAccess`. */
    access?: Scope | 'any' | null;
  }
}

export interface AccessOptions {
  readonly keys: KeyFinder;
  /** Whether requests without a valid key are refused. */
  readonly required: boolean;
}

/**
 * What each path needs: the first that fits decides. A health probe, the console's
 * own files and the reference need no key; they tell nothing of anyone's questions.
 */
const NEEDS: readonly (readonly [RegExp, Scope | null])[] = [
  [/^(\/|\/health\/.*|\/docs.*|\/openapi\.json|\/console\/.*)$/, null],
  [/^\/(screenings\/:id\/dispositions$|administration\/)/, 'admin'],
  [/^\/(screenings|metrics)/, 'read'],
  [/^\/(screen|compare)/, 'screen'],
];

/** The scope that a key needs for a path as it is registered; `any`: the catalogue is for every key. */
export function neededFor(url: string): Scope | 'any' | null {
  const found = NEEDS.find(([pattern]) => pattern.test(url));
  return found === undefined ? 'any' : found[1];
}

/**
 * Knows callers by their API key, in `Authorization: Bearer` or `X-API-Key`, and
 * refuses those who may not. Register it before the routes.
 */
export function guardAccess(app: FastifyInstance, access: AccessOptions | null): void {
  app.decorateRequest('caller', ANONYMOUS);
  if (access === null) return;
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: neededFor(route.url) };
  });
  app.addHook('onRequest', (request, reply, done) => {
    try {
      admit(request, access);
      done();
    } catch (error) {
      reply.header('www-authenticate', 'Bearer realm="redflag"');
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function admit(request: FastifyRequest, { keys, required }: AccessOptions): void {
  const text = keyOf(request);
  const key = text === undefined ? undefined : keys.find(text);
  if (key !== undefined) request.caller = key.id;
  // A path that does not exist is told so; which ones exist is in the public reference.
  const { access = null } = request.routeOptions.config;
  if (!required || access === null) return;
  if (key === undefined) throw unauthorized(text);
  if (!allows(key, access)) {
    throw new RedflagError(
      'forbidden',
      `The key "${key.name}" may ${key.scopes.join(' and ')}; this needs ${access}.`,
    );
  }
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
  const own = headers['x-api-key'];
  return typeof own === 'string' ? own : undefined;
}

function allows({ scopes }: ApiKey, needed: Scope | 'any'): boolean {
  return needed === 'any' || scopes.includes(needed) || scopes.includes('admin');
}

function unauthorized(text: string | undefined): RedflagError {
  const what =
    text === undefined
      ? 'No API key came with the request'
      : 'The API key is not known, or was revoked';
  return new RedflagError(
    'unauthorized',
    `${what}: send "Authorization: Bearer <key>"; "redflag keys create" makes one.`,
  );
}
