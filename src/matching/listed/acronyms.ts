import {
  emptySequence,
  foldWords,
  hashBytes,
  type NameKind,
  readName,
  type Vocabulary,
  WORD_CLASS,
  type WordSequence,
} from '../../names/index.ts';
import type { NameForm } from './name-form.ts';
import { joinedHash, joinedHashOf } from './name-keys.ts';
import { commonness } from './ordinary-word.ts';

/**
 * Initials: a long name has a few keys, one for each way in which people abbreviate it, and a short one may
 * spell one of them. A key is the hash of the letters run together, its two low bits the way of reading:
 *
 *   Bank of Xi-Tong Trading Company Ltd.    0  words proper              bxtt   (hyphens joined: bxt)
 *                                           1  and "company"             bxttc          bxtc
 *                                           2  and little words          boxtt          boxt
 *                                           3  and all legal words       bxttcl         bxtcl
 */
const LEAST_LETTERS = 3;
const MOST_LETTERS = 10;
/** A short name may be written in parts: "NPO PKRV", "CAS NTSC". */
const MOST_PARTS = 3;
const LONGEST_PART = 5;
/** Low bits of a key that hold the way of reading. */
export const READING_BITS = 2;
const READING = (1 << READING_BITS) - 1;

const WORD = 0;
const COMPANY = 1;
const LITTLE = 2;
const LEGAL = 3;
/** By way of reading, as bits: which sorts of words have a letter in it. */
const READ = [0b0001, 0b0011, 0b0101, 0b1011];
/** In bits: what it says less that a name is read in an unusual way. */
const UNUSUAL = [0, 0, 2, 3];

/** Legal words whose initial acronyms have, as in CETC, UMMC and OEK. */
const COMPANY_WORDS = new Set(
  'company co corporation corp compagnie compania companhia kompaniya kompania korporatsiya'
    .split(' ')
    .map((word) => {
      const bytes = Uint8Array.from(word, (letter) => letter.charCodeAt(0));
      return hashBytes(bytes, 0, bytes.length);
    }),
);

/** Bits that a letter says as the first of a word, a..z: of 100,000 listed and ordinary names. */
const LETTER_BITS = [
  3.9, 5, 3.2, 5, 4.7, 4.8, 4.9, 5.3, 3.5, 5.9, 5.8, 3.2, 4.6, 5.5, 4.7, 4.3, 8.2, 5, 3.3, 4.1, 6.6,
  6, 6.6, 8.2, 7.2, 7.1,
];

const letters = new Uint8Array(MOST_LETTERS + 1);
/** Of each word or letter of initials: its letter and its sort. */
const initials = new Uint8Array(64);
const sorts = new Uint8Array(64);
let initialCount = 0;
const joinedHyphens = emptySequence();

/**
 * Writes the keys of a company's name into `keys` and returns how many there are.
 *
 * @param sequence the name as it was read
 * @param keys has room for `MOST_KEYS`
 */
export function acronymKeys(
  text: string,
  sequence: WordSequence,
  vocabulary: Vocabulary,
  keys: Uint32Array,
): number {
  let count = addKeys(text, sequence, keys, 0);
  if (text.includes('-')) {
    const joined = text.replaceAll('-', '');
    readName(joined, false, vocabulary, false, joinedHyphens);
    count = addKeys(joined, joinedHyphens, keys, count);
  }
  return count;
}

function addKeys(text: string, sequence: WordSequence, keys: Uint32Array, count: number): number {
  readInitials(text, sequence);
  for (let reading = 0; reading < READ.length; reading++) {
    let size = 0;
    for (let i = 0; i < initialCount && size <= MOST_LETTERS; i++)
      if ((((READ[reading] as number) >>> (sorts[i] as number)) & 1) === 1)
        letters[size++] = initials[i] as number;
    if (size < LEAST_LETTERS || size > MOST_LETTERS) continue;
    const key = joinedHash(letters, 0, size);
    if (!has(keys, 0, count, key)) keys[count++] = ((key & ~READING) | reading) >>> 0;
  }
  return count;
}

function readInitials(text: string, sequence: WordSequence): void {
  const { bytes, start, end, initials: joined, count } = foldWords(text, false);
  initialCount = 0;
  let kept = 0;
  let afterLegal = false;
  for (let i = 0; i < count && initialCount < initials.length; i++) {
    const from = start[i] as number;
    const to = end[i] as number;
    let sort = LEGAL;
    if (kept < sequence.count && sequence.start[kept] === from) {
      const wordClass = sequence.wordClass[kept++] as number;
      if (wordClass === WORD_CLASS.number) continue;
      sort = wordClass === WORD_CLASS.stop ? LITTLE : WORD;
      // "Limited Liability Company" has no C of its own.
    } else if (!afterLegal && COMPANY_WORDS.has(hashBytes(bytes, from, to))) sort = COMPANY;
    afterLegal = sort === LEGAL || sort === COMPANY;
    const last = joined[i] === 1 ? to : from + 1;
    for (let c = from; c < last && initialCount < initials.length; c++) {
      if ((bytes[c] as number) < LETTER_A) continue;
      sorts[initialCount] = sort;
      initials[initialCount++] = bytes[c] as number;
    }
  }
}

const LETTER_A = 97;

/** Whether names of the kind are abbreviated. */
export function hasAcronyms(kind: NameKind | undefined): boolean {
  return kind !== 'person' && kind !== 'vessel' && kind !== 'aircraft';
}

/** The key that a short name of a company spells, whatever the way of reading; 0 for a name of another shape. */
export function spelledKey(form: NameForm): number {
  const { count, start, end, kind } = form;
  if (count > MOST_PARTS || count === 0) return 0;
  if (!hasAcronyms(kind)) return 0;
  let size = 0;
  for (let i = 0; i < count; i++) {
    const part = (end[i] as number) - (start[i] as number);
    if (count > 1 && part > LONGEST_PART) return 0;
    size += part;
    if (size > MOST_LETTERS) return 0;
  }
  return size < LEAST_LETTERS ? 0 : joinedHashOf(form);
}

/** Whether the key, read in whatever way, is among keys[from..to]. */
function has(keys: Uint32Array, from: number, to: number, key: number): boolean {
  return find(keys, from, to, key) >= 0;
}

function find(keys: Uint32Array, from: number, to: number, key: number): number {
  for (let k = from; k < to; k++) if (sameKey(keys[k] as number, key)) return k;
  return -1;
}

/** Whether two keys are of the same letters. */
export function sameKey(a: number, b: number): boolean {
  return (a ^ b) >>> 0 <= READING;
}

/** What the initials say that one name spells of the other: bits, and how common the short name is. */
export interface Spelling {
  short: NameForm;
  bits: number;
  common: number;
}

const spelling: Spelling = { short: undefined as unknown as NameForm, bits: 0, common: 0 };

/**
 * What it says that one name is the other's initials; null where it is not. Valid until the next call.
 *
 * @param short the name of fewer words
 */
export function spellingOf(short: NameForm, long: NameForm): Spelling | null {
  if (short.count >= long.count || long.keyFrom === long.keyTo) return null;
  const key = spelledKey(short);
  if (key === 0) return null;
  const at = find(long.keys, long.keyFrom, long.keyTo, key);
  if (at < 0) return null;
  let bits = -(UNUSUAL[(long.keys[at] as number) & READING] as number);
  let common = Number.POSITIVE_INFINITY;
  for (let i = 0; i < short.count; i++) {
    for (let c = short.start[i] as number; c < (short.end[i] as number); c++)
      bits += LETTER_BITS[(short.bytes[c] as number) - LETTER_A] ?? 0;
    common = Math.min(common, commonness(short, i));
  }
  spelling.short = short;
  spelling.bits = bits;
  spelling.common = common;
  return spelling;
}
