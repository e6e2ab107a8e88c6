import {
  lastRelation,
  mayBeAlike,
  powerOfTwo,
  scanKey,
  skeletonKey,
  soundKey,
  type WordTable,
  wordSimilarity,
} from '../../names/index.ts';
import type { NameForm } from './name-form.ts';
import { pairSlot, remember } from './word-pairs.ts';

/**
 * Finds the words of a vocabulary that are spelt or sound like a given one.
 *
 * Symmetric deletes (W. Garbe's SymSpell): words within one edit of one another share a string after at
 * most one deletion on either side. Each word is filed under itself, each of its deletions, and its
 * skeleton, sound and scan keys, all as hashes into buckets:
 *
 *   dahua -> dahua ahua dhua daua daha dahu | dh | th | dahua      bucket -> word ids
 *
 * A bucket may hold strangers; each find is verified by `wordSimilarity`.
 */
export interface NeighbourArrays {
  bucketStart: Uint32Array;
  bucketWords: Uint32Array;
}

/** Words of fewer letters are only equal or not; longer ones are filed without deletions. */
const SHORTEST = 4;
const LONGEST = 28;
const BASE = 0x01000193;
const SKELETON = 0x51ed270b;
const SOUND = 0x7f4a7c15;
const SCAN = 0x2545f491;
const MIDDLE = 0x6c8e9cf5;
const MIDDLE_LETTERS = 4;
/** Words of fewer letters have no far neighbours: two edits leave too little of them. */
export const SHORTEST_FAR = 6;
export const LEAST_NEIGHBOUR = 0.6;

const prefix = new Int32Array(160);
const power = new Int32Array(160);
power[0] = 1;
for (let i = 1; i < 160; i++) power[i] = Math.imul(power[i - 1] as number, BASE);
const key = new Uint8Array(160);
const hashes = new Int32Array(64);

/** Where the middle of a word begins: the letters that are left when both its ends are wrong. */
export function middleOf(from: number, to: number): number {
  return ((from + to) >>> 1) - MIDDLE_LETTERS / 2;
}

export function middleHash(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + MIDDLE_LETTERS; i++)
    hash = (Math.imul(hash, BASE) + (bytes[i] as number) + 1) | 0;
  return hash ^ MIDDLE;
}

/** Fills `hashes` with the keys of a word and returns how many there are. */
function keysOf(bytes: Uint8Array, from: number, to: number): number {
  const n = to - from;
  let count = 0;
  // With P the polynomial prefix hash, the word without letter i hashes to
  // P[n] + (P[i] - P[i+1]) * B^(n-i-1): each deletion costs one multiplication.
  for (let i = 0; i < n; i++)
    prefix[i + 1] = (Math.imul(prefix[i] as number, BASE) + (bytes[from + i] as number) + 1) | 0;
  const whole = prefix[n] as number;
  hashes[count++] = whole;
  if (n <= LONGEST) {
    for (let i = 0; i < n; i++) {
      if (i > 0 && bytes[from + i] === bytes[from + i - 1]) continue; // same string
      const step = ((prefix[i] as number) - (prefix[i + 1] as number)) | 0;
      hashes[count++] = (whole + Math.imul(step, power[n - i - 1] as number)) | 0;
    }
  }
  const skeleton = skeletonKey(bytes, from, to, key);
  if (skeleton >= 3) hashes[count++] = hashOf(skeleton) ^ SKELETON;
  const sound = soundKey(bytes, from, to, key);
  if (sound >= 3) hashes[count++] = hashOf(sound) ^ SOUND;
  hashes[count++] = hashOf(scanKey(bytes, from, to, key)) ^ SCAN;
  return count;
}

/** The same with the middle, under which a word is filed for the far ones. */
function filedKeysOf(bytes: Uint8Array, from: number, to: number): number {
  const count = keysOf(bytes, from, to);
  if (to - from < SHORTEST_FAR) return count;
  hashes[count] = middleHash(bytes, middleOf(from, to));
  return count + 1;
}

function hashOf(size: number): number {
  let hash = 0;
  for (let i = 0; i < size; i++) hash = (Math.imul(hash, BASE) + (key[i] as number) + 1) | 0;
  return hash;
}

export function bucketOf(hash: number, mask: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & mask;
}

/** Files every word for which `include` says so. */
export function buildNeighbours(
  table: WordTable,
  include: (id: number) => boolean,
): NeighbourArrays {
  const { start, bytes } = table;
  let entries = 0;
  for (let id = 0; id < table.size; id++) {
    const n = (start[id + 1] as number) - (start[id] as number);
    if (n >= SHORTEST && include(id)) entries += n <= LONGEST ? n + 5 : 5;
  }
  const buckets = powerOfTwo(entries / 1.5);
  const mask = buckets - 1;
  const bucketStart = new Uint32Array(buckets + 1);
  // Two passes, counting then filing, over the same keys.
  for (let id = 0; id < table.size; id++) {
    const from = start[id] as number;
    const to = start[id + 1] as number;
    if (to - from < SHORTEST || !include(id)) continue;
    const count = filedKeysOf(bytes, from, to);
    for (let k = 0; k < count; k++) {
      const bucket = bucketOf(hashes[k] as number, mask) + 1;
      bucketStart[bucket] = (bucketStart[bucket] as number) + 1;
    }
  }
  for (let b = 0; b < buckets; b++)
    bucketStart[b + 1] = (bucketStart[b + 1] as number) + (bucketStart[b] as number);
  const bucketWords = new Uint32Array(bucketStart[buckets] as number);
  const next = bucketStart.slice(0, buckets);
  for (let id = 0; id < table.size; id++) {
    const from = start[id] as number;
    const to = start[id + 1] as number;
    if (to - from < SHORTEST || !include(id)) continue;
    const count = filedKeysOf(bytes, from, to);
    for (let k = 0; k < count; k++) {
      const bucket = bucketOf(hashes[k] as number, mask);
      bucketWords[next[bucket] as number] = id;
      next[bucket] = (next[bucket] as number) + 1;
    }
  }
  return { bucketStart, bucketWords };
}

/** Most strangers that one look-up verifies: a bound on the cost of any query. */
const MOST_VERIFIED = 600;
export const MOST_NEIGHBOURS = 64;

/** Finds neighbours; the result stands in `ids` and `similarity` until the next call. */
export class NeighbourFinder {
  readonly ids = new Int32Array(MOST_NEIGHBOURS);
  readonly similarity = new Float32Array(MOST_NEIGHBOURS);
  readonly relation = new Uint8Array(MOST_NEIGHBOURS);
  private readonly seen = new Int32Array(2048);
  private readonly table: WordTable;
  private readonly letters: Int32Array;
  private readonly arrays: NeighbourArrays;

  constructor(table: WordTable, letters: Int32Array, arrays: NeighbourArrays) {
    this.table = table;
    this.letters = letters;
    this.arrays = arrays;
  }

  /** Finds the neighbours of a word of a query; returns how many there are. */
  find(form: NameForm, place: number): number {
    const { bytes, query } = form;
    const from = form.start[place] as number;
    const to = form.end[place] as number;
    const mask = form.letters[place] as number;
    if (to - from < SHORTEST - 1) return 0; // three letters may be four without a vowel
    const { bucketStart, bucketWords } = this.arrays;
    const { start, bytes: wordBytes } = this.table;
    const buckets = bucketStart.length - 2;
    const count = keysOf(bytes, from, to);
    const seen = this.seen;
    seen.fill(-1);
    let found = 0;
    let verified = 0;
    for (let k = 0; k < count; k++) {
      const bucket = bucketOf(hashes[k] as number, buckets);
      const last = bucketStart[bucket + 1] as number;
      for (let e = bucketStart[bucket] as number; e < last; e++) {
        const id = bucketWords[e] as number;
        const slot = id & 2047;
        if (seen[slot] === id) continue;
        seen[slot] = id;
        const wordFrom = start[id] as number;
        const wordTo = start[id + 1] as number;
        const difference = (this.letters[id] as number) ^ mask;
        if (!mayBeAlike(difference, to - from, wordTo - wordFrom)) continue;
        if (++verified > MOST_VERIFIED) return found;
        const similarity = wordSimilarity(bytes, from, to, wordBytes, wordFrom, wordTo, difference);
        if (similarity < LEAST_NEIGHBOUR || has(this.ids, found, id)) continue;
        if (found === MOST_NEIGHBOURS) return found;
        if (query !== 0)
          remember(pairSlot(query, place, id), query, place, id, similarity, lastRelation);
        this.ids[found] = id;
        this.relation[found] = lastRelation;
        this.similarity[found++] = similarity;
      }
    }
    return found;
  }
}

function has(ids: Int32Array, count: number, id: number): boolean {
  for (let i = 0; i < count; i++) if (ids[i] === id) return true;
  return false;
}
