import anyAscii from 'any-ascii';
import { readArabic } from './arabic.ts';
import { readCyrillic } from './cyrillic.ts';
import { readHan } from './han.ts';
import { readHangul } from './hangul.ts';
import { readLookalikes } from './homoglyphs.ts';
import { pinyinOf } from './palladius.ts';

const INVISIBLES = /[[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]--[\t\n\r]]/gv;
const COMBINING_ACCENTS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const HAN_RUN = /[\p{Script=Han}〇]+/gu;
const ARABIC_TEXT =
  /(?=\p{L})\p{Script=Arabic}[[\p{Script=Arabic}\p{M}\u0640\s]&&[\p{L}\p{M}\u0640\s]]*/gv;
const CYRILLIC_TEXT = /\p{Script=Cyrillic}[\p{Script=Cyrillic}\s]*/gu;
const CYRILLIC_WORD = /\p{Script=Cyrillic}+/gu;
const HANGUL_TEXT = /\p{Script=Hangul}[\p{Script=Hangul}\s]*/gu;
/** How Greek writes the sounds b, d, g, j and u of foreign names. */
const GREEK_SOUNDS: Readonly<Record<string, string>> = {
  μπ: 'b',
  ντ: 'd',
  γκ: 'g',
  τζ: 'j',
  ου: 'u',
};
const GREEK_PAIRS = /μπ|ντ|γκ|τζ|ου/giu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;

const cache = new Map<string, string>();

/** Compatibility form without characters that nobody sees: the name in its own script. */
export function visibleForm(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLES, '').normalize('NFKC');
}

/**
 * The name in ASCII: accents dropped, look-alikes read by their looks, other scripts in Latin letters.
 * Pure ASCII text comes back as it is. Case is kept; punctuation of any script becomes a space or ASCII.
 */
export function latinise(text: string): string {
  const visible = readLookalikes(visibleForm(text))
    .replace(ARABIC_TEXT, (words) => ` ${readArabic(words)} `)
    .replace(COMBINING_ACCENTS, '') // composed letters are left: й is no и with an accent
    .replace(CYRILLIC_TEXT, readCyrillic)
    .replace(GREEK_PAIRS, (pair) => GREEK_SOUNDS[pair.toLowerCase()] ?? pair)
    .replace(HANGUL_TEXT, (words) => ` ${readHangul(words)} `)
    .replace(HAN_RUN, (run) => ` ${readHan(run)} `);
  let ascii = '';
  for (const letter of visible) {
    if (letter <= '\x7f') ascii += letter;
    else ascii += latinLetter(letter);
  }
  return ascii;
}

/**
 * The reading by sound alone, where there is one beside that of `latinise`: Han words that are borne as brands not
 * translated, Chinese names in Cyrillic put into pinyin. Null where there is none.
 */
export function readBySound(text: string): string | null {
  const visible = visibleForm(text);
  const meaning = visible.replace(HAN_RUN, (run) => ` ${readHan(run)} `);
  const sound = visible
    .replace(HAN_RUN, (run) => ` ${readHan(run, true)} `)
    .replace(CYRILLIC_WORD, (word) => pinyinOf(word) ?? word);
  return sound === meaning ? null : latinise(sound).replace(/\s+/g, ' ').trim();
}

function latinLetter(letter: string): string {
  const known = cache.get(letter);
  if (known !== undefined) return known;
  let latin: string;
  if (LETTER_OR_DIGIT.test(letter)) {
    // any-ascii writes soft signs and ayn as quotes; inside a word they would only part it.
    latin = anyAscii(letter).replace(/[^A-Za-z0-9 ]/g, '');
  } else {
    const plain = anyAscii(letter);
    latin =
      plain === "'" || plain === '`' ? "'" : plain === 'No' ? ' No ' : plain === '&' ? '&' : ' ';
  }
  cache.set(letter, latin);
  return latin;
}
