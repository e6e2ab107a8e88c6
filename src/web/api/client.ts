import { keyHeaders } from './key.ts';
import { Trouble, troubleOf, unreachable } from './trouble.ts';
import type { Problem } from './types.ts';

export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly body?: Blob | string;
  readonly type?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks the service.
 *
 * @throws Trouble for anything but an answer; `AbortError` when aborted
 */
export async function ask(path: string, sent: Sent = {}): Promise<Response> {
  const { method = 'GET', body, type, accept = 'application/json', signal } = sent;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { accept, ...keyHeaders(), ...(type !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  if (response.ok) return response;
  throw troubleOf(response.status, await problemIn(response));
}

/** An answer as JSON. The type is the one that the OpenAPI document gives to the path. */
export async function askFor<T>(path: string, sent: Sent = {}): Promise<T> {
  const response = await ask(path, sent);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    throw new Trouble(
      'The answer cannot be read',
      'It broke off, or something between this page and the service changed it.',
      'Try again.',
    );
  }
}

/** A path with its query; what is undefined or empty is left out. */
export function path(base: string, query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return parameters.size === 0 ? base : `${base}?${parameters}`;
}

async function problemIn(response: Response): Promise<Partial<Problem>> {
  try {
    const problem: unknown = await response.json();
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return {};
  }
}
