import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RedflagError } from '../domain/error.ts';
import { checkHost, publicLookup } from './address-check.ts';

export interface DownloadOptions {
  /** Whether loopback, private and link-local addresses may be fetched from; default no. */
  readonly allowPrivate?: boolean;
  /** The most bytes of one file; default 1 GiB. */
  readonly maxBytes?: number;
  /** How often a fetch is begun anew after a fault that may pass; default 4. */
  readonly attempts?: number;
  /** Milliseconds without a byte after which a connection is given up; default 60,000. */
  readonly idleMs?: number;
  /** Waits; tests do not. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly onBytes?: (received: number, expected: number | null) => void;
}

/** What the server said of the file the last time: sent back, so that an unchanged file is not sent again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Downloaded =
  | { readonly status: 'unchanged' }
  | { readonly status: 'missing' }
  | ({
      readonly status: 'fetched';
      readonly bytes: number;
      readonly sha256: string;
    } & Validators);

/**
 * OFAC's and IEEE's servers turn programs away whose name does not begin as a
 * browser's and is short: this one does and is not, and still says what it is.
 */
const USER_AGENT = 'Mozilla/5.0 (compatible; redflag; refresh of restricted-party lists)';

const REDIRECTS = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const DEFAULTS = { maxBytes: 1024 ** 3, attempts: 4, idleMs: 60_000 };

/**
 * Fetches one file to a path.
 *
 *     200 -> fetched   304 -> unchanged   404, 410 -> missing
 *     429, 5xx, a broken connection -> again after 1, 2, 4 s, or when the server says
 *
 * Redirects are followed five times, never from https to http, never to a private
 * address unless that is allowed.
 *
 * @throws RedflagError `invalid-list` that names the address and what to do
 */
export async function download(
  address: string,
  path: string,
  known: Validators | null,
  options: DownloadOptions = {},
): Promise<Downloaded> {
  const attempts = options.attempts ?? DEFAULTS.attempts;
  const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(new URL(address), path, known, options, REDIRECTS);
    } catch (error) {
      if (error instanceof RedflagError || attempt >= attempts) throw asFailure(address, error);
      const stated = error instanceof Passing ? error.retryAfterMs : null;
      const wait = stated ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
      await sleep(Math.min(wait, LONGEST_WAIT_MS));
    }
  }
}

/** A fault that may pass: worth another attempt. */
class Passing extends Error {
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null) {
    super(message);
    this.name = 'Passing';
    this.retryAfterMs = retryAfterMs;
  }
}

async function fetchOnce(
  url: URL,
  path: string,
  known: Validators | null,
  options: DownloadOptions,
  redirects: number,
): Promise<Downloaded> {
  const response = await begin(url, known, options);
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400 && status !== 304) {
    response.resume();
    const next = redirected(url, response.headers.location, redirects);
    return fetchOnce(next, path, known, options, redirects - 1);
  }
  if (status !== 200) {
    response.resume();
    if (status === 304 && known !== null) return { status: 'unchanged' };
    if (status === 404 || status === 410) return { status: 'missing' };
    const message = `the server answers ${status}`;
    if (status === 403 || status === 418) {
      const way = 'fetch it with a browser and import the file';
      throw failure(url.href, `${message}: it may turn programs away; ${way}`);
    }
    if (status === 429 || status >= 500) throw new Passing(message, retryAfter(response));
    throw failure(url.href, message);
  }
  return save(response, url, path, options);
}

function redirected(url: URL, location: string | undefined, left: number): URL {
  if (left === 0) throw failure(url.href, `redirects more than ${REDIRECTS} times`);
  if (location === undefined) throw failure(url.href, 'redirects to nowhere');
  const next = new URL(location, url);
  if (url.protocol === 'https:' && next.protocol !== 'https:') {
    throw failure(url.href, `redirects from https to ${next.href}: not followed`);
  }
  return next;
}

function begin(
  url: URL,
  known: Validators | null,
  { allowPrivate = false, idleMs = DEFAULTS.idleMs }: DownloadOptions,
): Promise<IncomingMessage> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw failure(url.href, 'is no http or https address');
  }
  if (!allowPrivate) checkHost(url);
  const headers = {
    'user-agent': USER_AGENT,
    // What is packed is hashed and kept as it comes: no packing on the way.
    'accept-encoding': 'identity',
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
  // Imported, node:http would load all that it exports, WebSocket and fetch as well, at every start.
  const { request } = process.getBuiltinModule(
    url.protocol === 'https:' ? 'node:https' : 'node:http',
  );
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { headers, agent: false, timeout: idleMs, ...(!allowPrivate && { lookup: publicLookup }) },
      resolve,
    );
    sent.on('timeout', () => sent.destroy(new Error(`no answer for ${idleMs / 1000} s`)));
    sent.on('error', reject);
    sent.end();
  });
}

async function save(
  response: IncomingMessage,
  url: URL,
  path: string,
  { maxBytes = DEFAULTS.maxBytes, onBytes }: DownloadOptions,
): Promise<Downloaded> {
  const length = response.headers['content-length'];
  const expected = length === undefined ? null : Number(length);
  const hash = createHash('sha256');
  let bytes = 0;
  const tooLarge = () => failure(url.href, `is larger than ${maxBytes} bytes: not fetched`);
  if (expected !== null && expected > maxBytes) {
    response.destroy();
    throw tooLarge();
  }
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(tooLarge());
        return;
      }
      hash.update(chunk);
      onBytes?.(bytes, expected);
      done(null, chunk);
    },
  });
  await pipeline(response, count, createWriteStream(path));
  return {
    status: 'fetched',
    bytes,
    sha256: hash.digest('hex'),
    etag: response.headers.etag ?? null,
    lastModified: response.headers['last-modified'] ?? null,
  };
}

function retryAfter(response: IncomingMessage): number | null {
  const seconds = Number(response.headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function failure(address: string, message: string, cause?: unknown): RedflagError {
  return new RedflagError('invalid-list', `${address}: ${message}`, [], cause);
}

function asFailure(address: string, error: unknown): RedflagError {
  if (error instanceof RedflagError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return failure(address, `cannot be fetched: ${reason}: try again later`, error);
}
