import type { Vocabulary } from '../../names/index.ts';
import { LEGAL } from './index-arrays.ts';
import type { NameForm } from './name-form.ts';

/**
 * Hashes of a whole name: its letters run together ("fiberhometechnologies"), and the first of them. Both
 * leave legal forms out; 0 means that there is nothing to hash.
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

/** The hash of letters that are one word: that of a name of this word alone. */
export function joinedHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), PRIME);
  return mixed(hash);
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

/** Both hashes of every name of an index, by name ordinal. */
export interface WholeHashes {
  readonly joined: Uint32Array;
  readonly beginning: Uint32Array;
}

/** Hashes the names of an index in one pass over their letters. */
export function wholeHashes(
  nameStart: Uint32Array,
  nameWords: Uint32Array,
  { table }: Vocabulary,
): WholeHashes {
  const { start, bytes } = table;
  const names = nameStart.length - 1;
  const joined = new Uint32Array(names);
  const beginning = new Uint32Array(names);
  for (let name = 0; name < names; name++) {
    const to = nameStart[name + 1] as number;
    let all = SEED;
    let letters = 0;
    let first = 0;
    for (let at = nameStart[name] as number; at < to; at++) {
      const word = nameWords[at] as number;
      if (word >= LEGAL) continue;
      const from = start[word] as number;
      const end = start[word + 1] as number;
      for (let i = from; i < end; i++) {
        all = Math.imul(all ^ (bytes[i] as number), PRIME);
        if (++letters === SHORTEST_BEGINNING) first = mixed(all);
      }
    }
    joined[name] = all === SEED ? 0 : mixed(all);
    beginning[name] = first;
  }
  return { joined, beginning };
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}
