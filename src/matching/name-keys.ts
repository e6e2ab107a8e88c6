import { type Vocabulary, WORD_CLASS } from '../names/index.ts';
import { LEGAL } from './index-arrays.ts';
import type { NameForm } from './name-form.ts';

/**
 * Hashes of a whole name: its letters run together ("fiberhometechnologies"), the first of them, and its
 * initials ("fht"). All leave legal forms out; 0 means that there is nothing to hash.
 */
const PRIME = 0x01000193;
const SEED = 0x811c9dc5;

export function joinedHash(
  words: Uint32Array,
  from: number,
  to: number,
  { table }: Vocabulary,
): number {
  let hash = SEED;
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    if (word >= LEGAL) continue;
    const end = table.start[word + 1] as number;
    for (let i = table.start[word] as number; i < end; i++)
      hash = Math.imul(hash ^ (table.bytes[i] as number), PRIME);
  }
  return hash === SEED ? 0 : mixed(hash);
}

export function joinedHashOf(form: NameForm): number {
  let hash = SEED;
  for (let i = 0; i < form.count; i++)
    for (let c = form.start[i] as number; c < (form.end[i] as number); c++)
      hash = Math.imul(hash ^ (form.bytes[c] as number), PRIME);
  return hash === SEED ? 0 : mixed(hash);
}

/** A beginning of fewer letters is shared by too many names to be one of them cut off. */
export const SHORTEST_BEGINNING = 14;

/** The hash of the first letters of a name; 0 for a shorter one. */
export function beginningHash(
  words: Uint32Array,
  from: number,
  to: number,
  { table }: Vocabulary,
): number {
  let hash = SEED;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    if (word >= LEGAL) continue;
    const end = table.start[word + 1] as number;
    for (let i = table.start[word] as number; i < end; i++) {
      hash = Math.imul(hash ^ (table.bytes[i] as number), PRIME);
      if (++letters === SHORTEST_BEGINNING) return mixed(hash);
    }
  }
  return 0;
}

export function beginningHashOf(form: NameForm): number {
  let hash = SEED;
  let letters = 0;
  for (let i = 0; i < form.count; i++) {
    for (let c = form.start[i] as number; c < (form.end[i] as number); c++) {
      hash = Math.imul(hash ^ (form.bytes[c] as number), PRIME);
      if (++letters === SHORTEST_BEGINNING) return mixed(hash);
    }
  }
  return 0;
}

/** Fewer initials than this are shared by too many names to say anything. */
export const SHORTEST_ACRONYM = 3;

export function acronymHash(
  words: Uint32Array,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number {
  const { table, wordClass } = vocabulary;
  let hash = SEED;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const word = words[at] as number;
    if (word >= LEGAL || wordClass[word] === WORD_CLASS.stop) continue;
    hash = Math.imul(hash ^ (table.bytes[table.start[word] as number] as number), PRIME);
    letters++;
  }
  return letters < SHORTEST_ACRONYM ? 0 : mixed(hash);
}

/** The hash that a name has whose initials are the letters of this one word. */
export function acronymHashOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < SHORTEST_ACRONYM) return 0;
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), PRIME);
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}
