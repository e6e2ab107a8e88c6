import { asciiBytes, hashBytes } from './letters/word-table.ts';
import { foldWords, MAX_FOLDED_WORDS } from './scripts/fold.ts';
import {
  classOfUnknown,
  groupOfUnknown,
  legalMatch,
  legalReading,
  matchLegalForm,
  NUMBER_GROUP,
  type Vocabulary,
} from './words/vocabulary.ts';
import { WORD_CLASS } from './words/word-class.ts';

/** Words beyond this many take part in equality only, not in alignment. */
export const MAX_WORDS = 32;
const MAX_LEGAL = 6;

/**
 * A name read against a vocabulary: its words without legal forms, and the legal forms as codes.
 * One object is filled again and again (see `readName`).
 */
export interface WordSequence {
  count: number;
  /** Vocabulary ids, -1 for a word that it does not hold. */
  id: Int32Array;
  bytes: Uint8Array;
  start: Uint16Array;
  end: Uint16Array;
  wordClass: Uint8Array;
  group: Int32Array;
  /** 1 where single letters were joined to the word. */
  initials: Uint8Array;
  legalCount: number;
  legal: Uint8Array;
  /** Equal for equal normal forms; the order of legal forms does not matter. */
  hash: number;
  /** How the name came from another script than Latin, see `FoldedWords`; 0 for a Latin one. */
  foreign: number;
  /** Words that were left out because the name has more than MAX_WORDS. */
  cut: number;
}

export function emptySequence(): WordSequence {
  return {
    count: 0,
    id: new Int32Array(MAX_WORDS),
    bytes: new Uint8Array(0),
    start: new Uint16Array(MAX_WORDS),
    end: new Uint16Array(MAX_WORDS),
    wordClass: new Uint8Array(MAX_WORDS),
    group: new Int32Array(MAX_WORDS),
    initials: new Uint8Array(MAX_WORDS),
    legalCount: 0,
    legal: new Uint8Array(MAX_LEGAL),
    hash: 0,
    foreign: 0,
    cut: 0,
  };
}

const ids = new Int32Array(MAX_FOLDED_WORDS + 1);
const legalIds = new Int32Array(MAX_FOLDED_WORDS + 1);
const legalAt = new Uint8Array(MAX_FOLDED_WORDS + 1);
const legalLength = new Uint16Array(MAX_FOLDED_WORDS + 1);
const legalEdge = new Uint8Array(MAX_FOLDED_WORDS + 1);

/**
 * Reads a name into `into`. With `add` unknown words are added to the vocabulary, else they get id -1.
 * The bytes of `into` are the shared folding buffer: copy what must outlive the next call.
 */
export function readName(
  text: string,
  person: boolean,
  vocabulary: Vocabulary,
  add: boolean,
  into: WordSequence,
): WordSequence {
  const words = foldWords(text, person);
  const { bytes, start, end } = words;
  const count = words.count;
  for (let i = 0; i < count; i++) {
    const from = start[i] as number;
    const to = end[i] as number;
    const id = add ? vocabulary.intern(bytes, from, to) : vocabulary.table.find(bytes, from, to);
    ids[i] = id;
    if (!person) legalIds[i] = legalReading(vocabulary, id, bytes, from, to);
  }
  const legalWords = person ? 0 : markLegalForms(count, vocabulary);
  const keepLegal = legalWords > 0 && legalWords < count;
  into.count = 0;
  into.legalCount = 0;
  into.cut = 0;
  into.foreign = words.foreign;
  into.bytes = bytes;
  let hash = 0x9e3779b9;
  let legalHash = 0;
  for (let i = 0; i < count; i++) {
    const form = legalAt[i] as number;
    if (keepLegal && form !== 0) {
      if (!hasLegal(into, form)) {
        if (into.legalCount < MAX_LEGAL) into.legal[into.legalCount++] = form;
        legalHash = (legalHash + Math.imul(form, 0x85ebca6b)) >>> 0;
      }
      i += (legalLength[i] as number) - 1;
      continue;
    }
    const from = start[i] as number;
    const to = end[i] as number;
    let id = ids[i] as number;
    let wordClass =
      id >= 0 ? (vocabulary.wordClass[id] as number) : classOfUnknown(bytes, from, to);
    let group = id >= 0 ? (vocabulary.group[id] as number) : groupOfUnknown(bytes, from, to);
    const next = i + 1 < count ? (ids[i + 1] as number) : -2;
    if (wordClass === WORD_CLASS.number) {
      if (isTens(group, bytes, from) && isUnit(next, vocabulary)) {
        // "thirty-eight": one number of two words.
        group += (vocabulary.group[next] as number) - NUMBER_GROUP;
        const digits = asciiBytes(String(group - NUMBER_GROUP));
        id = add
          ? vocabulary.intern(digits, 0, digits.length)
          : vocabulary.table.find(digits, 0, digits.length);
        i++;
      }
    } else if (isNumberSign(bytes, from, to) && isNumber(next, vocabulary, words, i + 1)) {
      continue; // "No. 38" is 38
    } else if (person && (wordClass === WORD_CLASS.business || wordClass === WORD_CLASS.geographic))
      wordClass = WORD_CLASS.core;
    const wordHash = wordClass === WORD_CLASS.number ? group : hashBytes(bytes, from, to);
    hash = Math.imul(hash ^ wordHash, 0x5bd1e995) ^ (hash >>> 13);
    if (into.count === MAX_WORDS) {
      into.cut++;
      continue;
    }
    const at = into.count++;
    into.id[at] = id;
    into.start[at] = from;
    into.end[at] = to;
    into.wordClass[at] = wordClass;
    into.group[at] = group;
    into.initials[at] = words.initials[i] as number;
  }
  into.hash = (hash ^ legalHash) >>> 0;
  return into;
}

function hasLegal(sequence: WordSequence, form: number): boolean {
  for (let i = 0; i < sequence.legalCount; i++) if (sequence.legal[i] === form) return true;
  return false;
}

/**
 * Marks where legal forms begin, and returns how many words they take.
 * Short forms are words elsewhere ("as", "se", "co"), so a form for the end counts only when nothing
 * but other legal forms and places follows: "Nokia Oy Finland", not "As Salam Trading".
 */
function markLegalForms(count: number, vocabulary: Vocabulary): number {
  for (let i = 0; i < count; i++) {
    legalAt[i] = 0;
    legalLength[i] = 0;
    if (!matchLegalForm(legalIds, i, count)) continue;
    const { position, length } = legalMatch;
    const starts = position === 'start' || position === 'both';
    if (starts && i === 0 && length < count) legalEdge[i] = 1;
    else if (position === 'any') legalEdge[i] = 1;
    else if (position === 'start') continue;
    else legalEdge[i] = 0; // decided by what follows
    legalAt[i] = legalMatch.code;
    legalLength[i] = length;
    for (let j = i + 1; j < i + length; j++) legalAt[j] = legalLength[j] = 0;
    i += length - 1;
  }
  let closed = true; // everything to the right is legal form or place
  let words = 0;
  for (let i = count - 1; i >= 0; i--) {
    const length = legalLength[i] as number;
    if (length > 0) {
      if (legalEdge[i] === 1 || closed) words += length;
      else {
        legalAt[i] = 0;
        closed = false;
      }
      continue;
    }
    if (coveredBefore(i)) continue;
    const id = ids[i] as number;
    if (id < 0 || vocabulary.wordClass[id] !== WORD_CLASS.geographic) closed = false;
  }
  return words;
}

/** Whether word i is the second or a later word of a legal form that begins before it. */
function coveredBefore(i: number): boolean {
  for (let j = i - 1; j >= 0 && j > i - 8; j--)
    if (legalAt[j] !== 0 && j + (legalLength[j] as number) > i) return true;
  return false;
}

function isTens(group: number, bytes: Uint8Array, from: number): boolean {
  const value = group - NUMBER_GROUP;
  return value >= 20 && value < 100 && value % 10 === 0 && (bytes[from] as number) > 57;
}

function isUnit(id: number, vocabulary: Vocabulary): boolean {
  if (id < 0) return false;
  const value = (vocabulary.group[id] as number) - NUMBER_GROUP;
  return (
    value > 0 &&
    value < 10 &&
    (vocabulary.table.bytes[vocabulary.table.start[id] as number] as number) > 57
  );
}

function isNumber(
  id: number,
  vocabulary: Vocabulary,
  words: { bytes: Uint8Array; start: Uint16Array; end: Uint16Array; count: number },
  at: number,
): boolean {
  if (at >= words.count) return false;
  if (id >= 0) return vocabulary.wordClass[id] === WORD_CLASS.number;
  return (
    classOfUnknown(words.bytes, words.start[at] as number, words.end[at] as number) ===
    WORD_CLASS.number
  );
}

/** "no", "nr", "num", "number" before a number. */
function isNumberSign(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== 110) return false;
  const size = to - from;
  if (size === 2) return bytes[from + 1] === 111 || bytes[from + 1] === 114;
  return (
    (size === 3 || size === 6) &&
    bytes[from + 1] === 117 &&
    bytes[from + 2] === 109 &&
    (size === 3 || bytes[from + 5] === 114)
  );
}
