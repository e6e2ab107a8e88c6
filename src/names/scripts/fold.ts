import { asciiText, MAX_WORD_BYTES } from '../letters/word-table.ts';
import { latinise } from './latinise.ts';

/**
 * Splits a name into folded words: lower-case ASCII letters and digits, written into one reused buffer.
 *
 *   "Hangzhou Hik-Vision, Co.,Ltd."
 *    h a n g z h o u h i k v i s i o n c o l t d
 *    ^start[0]       ^[1]  ^[2]        ^[3]^[4]
 *
 * The buffer is overwritten by the next call: at a million names even one array a name would be too dear.
 */
export interface FoldedWords {
  bytes: Uint8Array;
  start: Uint16Array;
  end: Uint16Array;
  /** 1 where the word was put together from single letters ("U.S.A.", "I B M"). */
  initials: Uint8Array;
  count: number;
  /** What letters of another script than Latin were read in Latin ones: 0, or bits `LOOSE` and `OTHER_SCRIPT`. */
  foreign: number;
}

/** Longer names are cut here; 512 code points of Han are 3,000 Latin letters. */
const MAX_BYTES = 4096;
export const MAX_FOLDED_WORDS = 640;

const words: FoldedWords = {
  bytes: new Uint8Array(MAX_BYTES),
  start: new Uint16Array(MAX_FOLDED_WORDS + 1),
  end: new Uint16Array(MAX_FOLDED_WORDS + 1),
  initials: new Uint8Array(MAX_FOLDED_WORDS + 1),
  count: 0,
  foreign: 0,
};

/** Bits of `foreign`: words may be written as sounds are heard; words may be translated. */
export const LOOSE = 1;
export const OTHER_SCRIPT = 2;
/** Letters beyond Latin and Han; look-alikes among Latin ones count too, which does no harm. */
const LOOSE_LETTER =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]/u;
/** Characters that are written in Latin letters by one standard: another spelling is another name. */
const HAN = /\p{Script=Han}/u;
const DROPPED = 1;
const DOT = 2;
const HYPHEN = 45;

/** What to do with an ASCII character: a lower-case byte, one of the codes above, or 0 to part words. */
const ACTION = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const letter = String.fromCharCode(code).toLowerCase();
  if (/[a-z0-9]/.test(letter)) ACTION[code] = letter.charCodeAt(0);
  else if (letter === "'" || letter === '`' || code < 9 || (code > 13 && code < 32) || code === 127)
    ACTION[code] = DROPPED;
  else if (letter === '.' || letter === '/') ACTION[code] = DOT;
}

/** Folds a name; `person` keeps initials apart ("V. V. Putin"). The result is valid until the next call. */
export function foldWords(text: string, person: boolean): FoldedWords {
  words.foreign = 0;
  if (!foldAscii(text, person)) {
    foldAscii(latinise(text), person);
    words.foreign = LOOSE_LETTER.test(text)
      ? OTHER_SCRIPT | LOOSE
      : HAN.test(text)
        ? OTHER_SCRIPT
        : 0;
  }
  return words;
}

/** False when the text holds anything but ASCII. */
function foldAscii(text: string, person: boolean): boolean {
  const { bytes, start, end, initials } = words;
  let at = 0;
  let count = 0;
  let wordStart = 0;
  // Letters seen since the last dot, when everything before was single letters with dots: "u.s.a".
  let dotted = false;
  const length = text.length;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : 32;
    if (code > 127) return false;
    const action = ACTION[code] as number;
    if (action > DOT) {
      if (at - wordStart < MAX_WORD_BYTES && at < MAX_BYTES) bytes[at++] = action;
      continue;
    }
    if (action === DROPPED) continue;
    const size = at - wordStart;
    // "T-Mobile", "E-Commerce": the letter is part of the word.
    const isPart = code === HYPHEN && size === 1 && (bytes[wordStart] as number) > 57;
    if (isPart && !person && isWord(text, i + 1)) continue;
    if (action === DOT && !person && i + 2 <= length) {
      const oneLetter = size === 1 || (dotted && size > 1);
      const next = text.charCodeAt(i + 1);
      const afterNext = i + 2 < length ? text.charCodeAt(i + 2) : 32;
      const single =
        next < 128 &&
        (ACTION[next] as number) > DOT &&
        (afterNext > 127 || (ACTION[afterNext] as number) <= DOT);
      if (oneLetter && single && (bytes[wordStart] as number) > 57) {
        dotted = true;
        continue;
      }
    }
    if (size > 0 && count < MAX_FOLDED_WORDS) {
      if (!isAnd(bytes, wordStart, at)) {
        start[count] = wordStart;
        end[count] = at;
        initials[count++] = dotted ? 1 : 0;
      } else at = wordStart;
    }
    wordStart = at;
    dotted = false;
  }
  // A name that is nothing but "and" keeps it: every listed name is to be found.
  if (count === 0 && length >= 3 && isAnd(bytes, 0, 3) && /and/i.test(text)) {
    start[0] = 0;
    end[0] = 3;
    initials[0] = 0;
    count = 1;
  }
  words.count = person ? count : joinSingleLetters(count);
  return true;
}

/** Whether two letters or more begin here. */
function isWord(text: string, at: number): boolean {
  return at + 1 < text.length && isLetter(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** "I B M" -> "ibm": runs of two and more single letters become one word. They lie side by side already. */
function joinSingleLetters(count: number): number {
  const { bytes, start, end, initials } = words;
  const isSingle = (i: number) =>
    (end[i] as number) - (start[i] as number) === 1 && (bytes[start[i] as number] as number) > 57;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    let last = i;
    if (isSingle(i)) while (last + 1 < count && isSingle(last + 1)) last++;
    start[kept] = start[i] as number;
    end[kept] = end[last] as number;
    initials[kept] = last > i ? 1 : (initials[i] as number);
    kept++;
    i = last;
  }
  return kept;
}

/** "and" is dropped like "&": the two are written for one another at will. */
function isAnd(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from === 3 && bytes[from] === 97 && bytes[from + 1] === 110 && bytes[from + 2] === 100
  );
}

/** The folded words as text, parted by spaces. */
export function foldedText(text: string, person: boolean): string {
  const { bytes, start, end, count } = foldWords(text, person);
  const parts: string[] = [];
  for (let i = 0; i < count; i++)
    parts.push(asciiText(bytes, start[i] as number, end[i] as number));
  return parts.join(' ');
}
