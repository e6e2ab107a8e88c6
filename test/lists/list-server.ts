import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Test } from 'tap';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListServer {
  readonly origin: string;
  /** What was asked for, in order: method, path, and whether it was conditional. */
  readonly asked: string[];
  answer: Answer;
}

/** A server on loopback that answers as a test wants, and ends with it. */
export async function listServer(t: Test, answer: Answer): Promise<ListServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
    asked.push([request.url, etag, since].filter((part) => part !== undefined).join(' '));
    running.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const running: ListServer = { origin: `http://127.0.0.1:${port}`, asked, answer };
  return running;
}
