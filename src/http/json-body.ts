import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { RedflagError } from '../domain/error.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * The JSON in some bytes. Bytes that are not UTF-8 are refused: replaced by
 * U+FFFD, as is usual, `Österreich` in Latin-1 would be screened as another name.
 *
 * @throws RedflagError `invalid-request`
 */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) {
    throw new RedflagError('invalid-request', 'The body is not UTF-8: encode JSON in UTF-8.');
  }
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RedflagError('invalid-request', `The body is not valid JSON: ${reason}`);
  }
}

/** Makes a scope take JSON bodies, and nothing else. */
export function acceptJson(scope: FastifyInstance): void {
  scope.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      if (body.length === 0) {
        done(new RedflagError('invalid-request', 'The body is empty: send JSON.'));
        return;
      }
      try {
        done(null, parseJson(body));
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  );
}
