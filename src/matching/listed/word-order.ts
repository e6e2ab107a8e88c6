import { type Vocabulary, WORD_CLASS } from '../../names/index.ts';

/**
 * The words in use in the order of their first five letters, or of their last five read backwards: words
 * that begin or end alike lie side by side.
 */
export interface WordOrder {
  order: Uint32Array;
  /** The letters by which the word at the same place stands there. */
  keys: Uint32Array;
}

const LETTERS = 5;
/** Codes of letters: 0 where the word is over, digits, a..z. */
const CODES = 64;
/** Vocabulary ids are less: they share a double with the key while it is sorted. */
const MOST_WORDS = 2 ** 22;

export function orderWords(
  { table, wordClass }: Vocabulary,
  parties: Uint32Array,
  backwards: boolean,
): WordOrder {
  const packed = new Float64Array(table.size);
  let count = 0;
  for (let id = 0; id < table.size; id++) {
    if ((parties[id] as number) === 0 || wordClass[id] === WORD_CLASS.number) continue;
    const from = table.start[id] as number;
    const to = table.start[id + 1] as number;
    packed[count++] = orderKey(table.bytes, from, to, backwards) * MOST_WORDS + id;
  }
  const sorted = packed.subarray(0, count).sort();
  const order = new Uint32Array(count);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = (sorted[i] as number) % MOST_WORDS;
    keys[i] = (sorted[i] as number) / MOST_WORDS;
  }
  return { order, keys };
}

/** Five letters in six bits each, short words filled with zeros: orders like the letters do. */
export function orderKey(bytes: Uint8Array, from: number, to: number, backwards: boolean): number {
  let key = 0;
  for (let i = 0; i < LETTERS; i++) {
    const code = from + i >= to ? 0 : (bytes[backwards ? to - 1 - i : from + i] as number);
    key = key * CODES + (code >= 97 ? code - 97 + 12 : code >= 48 ? code - 47 : 0);
  }
  return key;
}

/** The first place whose key is not less. */
export function lowerBound(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the words that share the first `letters` of a key begin; `keyAfter` of them where they end. */
export function keyOfBeginning(key: number, letters: number): number {
  const below = CODES ** (LETTERS - letters);
  return key - (key % below);
}

export function keyAfter(key: number, letters: number): number {
  return keyOfBeginning(key, letters) + CODES ** (LETTERS - letters);
}
