import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Test } from 'tap';
import { buildApp } from '../../src/http/index.ts';
import { type OpenScreener, openScreener } from '../../src/screening/index.ts';
import { type Conformance, conformance } from './conformance.ts';

/** The day on which the tests of the HTTP face take place. */
export const NOW = new Date('2026-11-22T09:00:00.000Z');

export interface Service {
  readonly app: FastifyInstance;
  readonly engine: OpenScreener;
  readonly conformance: Conformance;
  /** A request whose answer is held against the published document. */
  ask(request: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** `POST` of a JSON body, checked likewise. */
  post(url: string, body: unknown): Promise<LightMyRequestResponse>;
}

/** The service over the curated list, closed when the test ends. */
export async function openService(t: Test): Promise<Service> {
  const engine = openScreener({ data: t.testdir(), seeds: 'seeds', now: () => NOW });
  const app = await buildApp({ engine: () => engine });
  const conforms = await conformance();
  t.teardown(async () => {
    await app.close();
    engine.close();
  });
  const ask = (request: InjectOptions | string) => conforms.inject(app, request);
  return {
    ...{ app, engine, ask, conformance: conforms },
    post: (url, body) =>
      ask({ method: 'POST', url, payload: JSON.stringify(body), headers: JSON_TYPE }),
  };
}

export const JSON_TYPE = { 'content-type': 'application/json' } as const;
export const NDJSON_TYPE = { 'content-type': 'application/x-ndjson' } as const;
