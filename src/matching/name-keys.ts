import { type Vocabulary, WORD_CLASS } from '../names/index.ts';
import { LEGAL } from './index-arrays.ts';
import type { NameForm } from './name-form.ts';

/**
 * Hashes of a whole name: its letters run together ("fiberhometechnologies"), the first of them, and its
 * initials ("fht"). All leave legal forms out; 0 means that there is nothing to hash.
 */
const PRIME = 0x01000193;
const SEED = 0x811c9dc5;

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
const LETTER_C = 99;

/** The three hashes of every name of an index, by name ordinal. */
export interface WholeHashes {
  readonly joined: Uint32Array;
  readonly beginning: Uint32Array;
  readonly acronym: Uint32Array;
}

/** Hashes the names of an index in one pass over their letters. */
export function wholeHashes(
  nameStart: Uint32Array,
  nameWords: Uint32Array,
  { table, wordClass }: Vocabulary,
): WholeHashes {
  const { start, bytes } = table;
  const names = nameStart.length - 1;
  const joined = new Uint32Array(names);
  const beginning = new Uint32Array(names);
  const acronym = new Uint32Array(names);
  for (let name = 0; name < names; name++) {
    const to = nameStart[name + 1] as number;
    let all = SEED;
    let letters = 0;
    let first = 0;
    let initials = SEED;
    let initialCount = 0;
    for (let at = nameStart[name] as number; at < to; at++) {
      const word = nameWords[at] as number;
      if (word >= LEGAL) continue;
      const from = start[word] as number;
      const end = start[word + 1] as number;
      if (wordClass[word] !== WORD_CLASS.stop) {
        initials = Math.imul(initials ^ (bytes[from] as number), PRIME);
        initialCount++;
      }
      for (let i = from; i < end; i++) {
        all = Math.imul(all ^ (bytes[i] as number), PRIME);
        if (++letters === SHORTEST_BEGINNING) first = mixed(all);
      }
    }
    joined[name] = all === SEED ? 0 : mixed(all);
    beginning[name] = first;
    acronym[name] = initialCount < SHORTEST_ACRONYM ? 0 : mixed(initials);
  }
  return { joined, beginning, acronym };
}

/** The hash that a name has whose initials are the letters of this one word. */
export function acronymHashOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < SHORTEST_ACRONYM) return 0;
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), PRIME);
  return mixed(hash);
}

/** Where the initials end without that of "Company", which is a legal form: "AVMEC", "AVME"; `to` if there is none. */
export function withoutCompany(bytes: Uint8Array, from: number, to: number): number {
  return to - from > SHORTEST_ACRONYM && bytes[to - 1] === LETTER_C ? to - 1 : to;
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}
