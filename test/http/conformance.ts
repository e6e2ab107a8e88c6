import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { openApiDocument } from '../../src/http/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Holds answers against the published document. */
export interface Conformance {
  /** @throws Error that says where the answer is not as documented */
  check(method: string, url: string, answer: Answer): void;
  /** `inject`, with every answer checked. */
  inject(app: FastifyInstance, request: InjectOptions | string): Promise<LightMyRequestResponse>;
}

/** Makes the check from the document that the routes give. */
export async function conformance(): Promise<Conformance> {
  const document = await openApiDocument();
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(document), 'openapi');
  const paths = Object.keys(document.paths ?? {});

  const validate = (pointer: string, value: unknown, what: string) => {
    const validator = ajv.getSchema(`openapi#${pointer}`);
    if (!validator) throw new Error(`${what}: the document has nothing at ${pointer}`);
    if (validator(value)) return;
    throw new Error(`${what}: ${ajv.errorsText(validator.errors)}\n${JSON.stringify(value)}`);
  };

  const check = (method: string, url: string, { status, headers, body }: Answer) => {
    const what = `${method} ${url} -> ${status}`;
    const [path = ''] = url.split('?');
    const template = paths.find((each) => patternOf(each).test(path));
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = template && Reflect.get(document.paths?.[template] ?? {}, verb);
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    if (!operation) {
      if (status === 204 && method === 'OPTIONS') return;
      if (![404, 405].includes(status)) throw new Error(`${what}: there is no such operation`);
      if (type !== 'application/problem+json') throw new Error(`${what}: ${type}`);
      return validate('/components/schemas/Problem', JSON.parse(body), what);
    }
    const documented = operation.responses;
    const key = [String(status), `${String(status)[0]}XX`].find((each) => each in documented);
    if (key === undefined) throw new Error(`${what}: the status is not documented`);
    if (!(type in documented[key].content)) throw new Error(`${what}: ${type} is not documented`);
    if (method === 'HEAD') return;
    const at = ['paths', template, verb, 'responses', key, 'content', type, 'schema'];
    const pointer = at.map((part) => `/${escaped(part)}`).join('');
    if (!type.endsWith('json')) return validate(pointer, body, what);
    const values = type === 'application/x-ndjson' ? body.split('\n').slice(0, -1) : [body];
    for (const value of values) validate(pointer, JSON.parse(value), what);
  };

  return {
    check,
    async inject(app, request) {
      const options = typeof request === 'string' ? { url: request } : request;
      const response = await app.inject(options);
      const url = typeof options.url === 'string' ? options.url : (options.url?.pathname ?? '/');
      check(options.method ?? 'GET', url, {
        status: response.statusCode,
        headers: response.headers,
        body: response.body,
      });
      return response;
    },
  };
}

/**
 * Answers may get more fields, so the document leaves them open. In a test a
 * field that the document does not have is a mistake.
 */
function closed(part: unknown): object {
  return JSON.parse(JSON.stringify(part), (_key, value) =>
    value?.type === 'object' && 'properties' in value && !('additionalProperties' in value)
      ? { ...value, additionalProperties: false }
      : value,
  );
}

/** `/parties/{id}` -> /^\/parties\/[^/]+$/ */
function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
