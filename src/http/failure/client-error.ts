import type { Socket } from 'node:net';
import { type ErrorCode, errorCodes, RedflagError } from '../../domain/error.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';

/** What the parser of HTTP itself refuses, before there is a request to answer. */
const REFUSALS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: [
    'headers-too-large',
    'Address and headers are too large: send long queries with POST /screen.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The headers took too long to arrive.'],
};

/** Answers on a socket whose bytes are no HTTP request, then closes it. */
export function handleClientError(error: Error & { code?: string }, socket: Socket): void {
  // The client has gone, or is being answered already: there is nobody to tell.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [code, detail] = REFUSALS[error.code ?? ''] ?? [
    'invalid-request',
    'The bytes received are not a valid HTTP request.',
  ];
  const { status } = errorCodes[code];
  // Imported, node:http would load all that it exports, WebSocket and fetch as well, at every start.
  const { STATUS_CODES } = process.getBuiltinModule('node:http');
  const body = JSON.stringify(problemOf(new RedflagError(code, detail), ''));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      `Content-Type: ${PROBLEM_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n` +
      `Connection: close\r\n\r\n${body}`,
  );
}
