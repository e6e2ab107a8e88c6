import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ErrorCode, errorCodes, type RedflagError } from '../../domain/error.ts';
import { MAX_REFERENCE } from '../../screening/query.ts';
import { ANSWER_HEADERS } from './answer-headers.ts';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** An RFC 9457 problem document: the one shape that every error has. */
export const problemSchema = z
  .object({
    type: z.string().describe('`urn:redflag:problem:` and the code'),
    title: z.string().describe('The same for every problem of a code'),
    status: z.int(),
    detail: z.string().describe('What is wrong this time, where, and how to mend it'),
    instance: z.string().describe('The path asked for; in a batch with the item: /screen/batch#/3'),
    code: z.enum(codes).describe('Stable: docs/errors.md has a row for each'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .describe('One entry for each field at fault; path is empty for the request as a whole'),
    reference: z.string().max(MAX_REFERENCE).optional().describe('As given in the query'),
    index: z.int().min(0).optional().describe('In a batch: the place of the item, from 0'),
    line: z.int().min(1).optional().describe('In an NDJSON batch: the line of the body, from 1'),
  })
  .meta({ id: 'Problem', description: 'An error, as in RFC 9457' });

export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Where in a batch an item stands. */
export interface Place {
  readonly index: number;
  readonly line?: number;
}

/**
 * The problem document of an error. Of a fault of ours (status 500) it tells
 * nothing but that it happened: details are for the log.
 *
 * @param instance path of the request
 * @param query what was asked, read for its `reference`; anything
 */
export function problemOf(
  error: RedflagError,
  instance: string,
  query?: unknown,
  place?: Place,
): Problem {
  const { status, title } = errorCodes[error.code];
  const reference = referenceOf(query);
  const ours = status === 500;
  return {
    type: `urn:redflag:problem:${error.code}`,
    title,
    status,
    detail: ours ? 'The fault is on our side; the log of the service has it.' : error.message,
    instance: place === undefined ? instance : `${instance}#/${place.index}`,
    code: error.code,
    errors: ours ? [] : faultsOf(error),
    ...(reference !== undefined && { reference }),
    ...place,
  };
}

/** What is at fault; where it is no single field, the request as a whole, by the empty path. */
function faultsOf(error: RedflagError): Problem['errors'] {
  if (error.complaints.length > 0) return [...error.complaints];
  const whole = WHOLE_REQUEST.has(errorCodes[error.code].status);
  return whole ? [{ path: '', message: error.message }] : [];
}

/** The reference of a query that was refused, where it can be read and is one. */
function referenceOf(query: unknown): string | undefined {
  if (typeof query !== 'object' || query === null || !('reference' in query)) return undefined;
  const { reference } = query;
  const isOne = typeof reference === 'string' && reference.length <= MAX_REFERENCE;
  return isOne ? reference : undefined;
}

/** Statuses that say that the request itself is wrong. */
const WHOLE_REQUEST: ReadonlySet<number> = new Set([400, 413, 415]);

/** Seconds after which to ask again, where the service cannot answer now. */
const RETRY_AFTER = '5';

/** Answers with a problem document. */
export function sendProblem(error: RedflagError, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, pathOf(request.url), request.body ?? request.query);
  reply.code(problem.status).headers(ANSWER_HEADERS).type(PROBLEM_TYPE);
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  return reply.send(JSON.stringify(problem));
}

/** The path of an address: its query may hold names, which do not belong into problems. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}
