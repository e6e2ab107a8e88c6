import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes, RedflagError } from '../../domain/error.ts';
import { sendProblem } from './problem.ts';

const JSON_ALONE = ['application/json'];

/**
 * Whatever went wrong in a request, as one of our own errors.
 *
 * @param taken the content types that the operation takes
 */
export function asRedflagError(
  error: unknown,
  taken: readonly string[] = JSON_ALONE,
): RedflagError {
  if (error instanceof RedflagError) return error;
  const { code = '', statusCode = 500, message } = asFastifyError(error);
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new RedflagError(
        'too-large',
        'The body is larger than this operation takes. Send larger batches as application/x-ndjson.',
      );
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new RedflagError(
        'unsupported-media-type',
        `This operation takes ${taken.join(', ')}.`,
      );
    case 'FST_ERR_BAD_URL':
      return new RedflagError('invalid-request', 'The address is not validly percent-encoded.');
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new RedflagError('not-found', 'No id is that long.');
  }
  if (statusCode >= 400 && statusCode < 500) return new RedflagError('invalid-request', message);
  return new RedflagError('internal', message, [], error);
}

function asFastifyError(error: unknown): Partial<FastifyError> & { message: string } {
  return error instanceof Error ? error : { message: String(error) };
}

/** The error handler: answers with a problem document, and logs what is our own fault. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = asRedflagError(error, request.routeOptions?.schema?.consumes);
  if (errorCodes[known.code].status === 500) request.log.error({ err: error }, 'request failed');
  return sendProblem(known, request, reply);
}
