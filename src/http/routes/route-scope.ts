import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { complaintsOf, inWords } from '../../domain/complaint.ts';
import { RedflagError } from '../../domain/error.ts';
import { ANSWER_HEADERS } from '../failure/answer-headers.ts';
import { refusal } from '../failure/complaints.ts';
import { problemSchema } from '../failure/problem.ts';

/** Parses a part of the request with its zod schema, and refuses it naming every field at fault. */
export const zodValidator: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    // Fastify hands over null where there is no body.
    if (data === null && httpPart === 'body') {
      return { error: refusal([{ path: '', message: 'a JSON body is needed' }]) };
    }
    const result = schema.safeParse(data, { error: inWords });
    return result.success
      ? { value: result.data }
      : { error: refusal(complaintsOf(result.error.issues)) };
  };

/** Stand in for the compilers of JSON Schema that Fastify would load: schemas are zod's here, in a `zodScope`. */
export const noJsonSchemas = {
  buildValidator: () => () => {
    throw new TypeError('a route with a schema has to be in a zodScope');
  },
  buildSerializer: () => () => JSON.stringify,
};

/**
 * A scope whose routes take their schemas in zod: what comes in is parsed by
 * them, what goes out is only documented by them. Checking each answer would
 * cost more than making it, so the tests check answers against the published
 * document instead.
 *
 * It is set on a scope and not on the root, where plugins with plain JSON
 * Schemas would meet it.
 */
export function zodScope(scope: FastifyInstance) {
  scope.setValidatorCompiler(zodValidator);
  scope.setSerializerCompiler(() => JSON.stringify);
  scope.addHook('onRequest', (request, reply, done) => {
    reply.headers(ANSWER_HEADERS);
    if (isEncoded(request.url)) done();
    else done(new RedflagError('invalid-request', MISENCODED));
  });
  return scope.withTypeProvider<ZodTypeProvider>();
}

const MISENCODED =
  'The query of the address is not percent-encoded UTF-8: write a percent sign as %25.';

/** Whether an address decodes. Left as it stands, `%E9` in Latin-1 would be screened as those three letters. */
function isEncoded(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** The query of an operation that takes none: a misplaced parameter is an error, not ignored. */
export const noParameters = z.strictObject({});

export function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

/** The problems that every operation may answer with. */
export const queryProblems = {
  400: problem('The request is not valid; `errors` names each field at fault'),
  401: problem('An API key is needed, and none that is known came with the request'),
  403: problem('The API key does not allow this operation'),
  429: problem('More requests than are allowed in a minute; `Retry-After` says when to ask again'),
  '5xx': problem('The service is not ready, has too much to do, or failed'),
};

/** Those of an operation on one thing by its id. */
export const idProblems = { ...queryProblems, 404: problem('There is no such thing here') };

/** Those of an operation that takes a body. */
export const bodyProblems = {
  ...queryProblems,
  413: problem('The body is too large, or holds too many items'),
  415: problem('The content type is not supported'),
};
