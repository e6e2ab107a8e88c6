import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What the first record stands on. */
export const GENESIS = '0'.repeat(64);

/**
 * The link of a record: SHA-256 over the hash before it, its number and its text,
 * so that none can be changed, left out, put in or moved without every later hash
 * being another one.
 *
 *     hash(n) = sha256( hash(n-1) "\n" n "\n" entry(n) )
 *
 * The scheme is that of a hash chain as in Haber and Stornetta, "How to
 * time-stamp a digital document", 1991.
 *
 * @param previous hexadecimal
 * @returns hexadecimal
 */
export function link(previous: string, seq: number, entry: string): string {
  return hash('sha256', `${previous}\n${seq}\n${entry}`, 'hex');
}

/** Bodies longer than this, in characters, are stored deflated: an answer with a match repeats itself a lot. */
const PACK_FROM = 2048;

/** A body as it is stored: text, or deflated text. */
export function pack(body: string | null): string | Buffer | null {
  return body === null || body.length < PACK_FROM ? body : deflateRawSync(body, { level: 1 });
}

/** The text of a stored body. @throws Error where it is damaged */
export function unpack(stored: string | Buffer | null): string | null {
  return typeof stored === 'object' && stored !== null
    ? inflateRawSync(stored).toString('utf8')
    : stored;
}
