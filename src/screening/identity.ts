import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 10;
/** Random bytes are drawn in blocks: one call to the system for many ids. */
const BLOCK = RANDOM_BYTES * 256;

let block = Buffer.alloc(0);
let used = 0;

/**
 * A new screening id: `scr_`, 12 hexadecimal digits of the time in milliseconds,
 * then 80 random bits. Ids sort by time, as RFC 9562's version 7 does, so that
 * records stand in the order in which they were made.
 *
 * @example screeningId(new Date()) // 'scr_019abc0123454f1e2d3c4b5a69788776'
 */
export function screeningId(now: Date): string {
  if (used >= block.length) {
    block = randomBytes(BLOCK);
    used = 0;
  }
  const random = block.toString('hex', used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  return `scr_${now.getTime().toString(16).padStart(12, '0')}${random}`;
}
