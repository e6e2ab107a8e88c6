import anyAscii from 'any-ascii';
import { HAN_INSTITUTIONS } from './han-institutions.ts';
import { HAN_PLACES, HAN_PLACES_BY_SOUND } from './han-places.ts';
import { HAN_SHAPES } from './han-shapes.ts';
import { HAN_BRAND_WORDS, HAN_WORDS } from './han-words.ts';
import { longestWord, whenNeeded, wordTable } from './native-words.ts';

/** Characters of several sounds, by the one that they have in names of firms and families. */
const SOUNDS = new Map([
  ['长', 'chang'],
  ['長', 'chang'],
  ['都', 'du'],
  ['曾', 'zeng'],
  ['厦', 'xia'],
  ['仇', 'qiu'],
  ['什', 'shi'],
]);

const DIGITS = '零一二三四五六七八九';
const HAN_NUMERAL = /^[零〇一二三四五六七八九十百]+/u;
const LONGEST_WORD = 6;

const dictionary = whenNeeded(() => {
  const words = wordTable(HAN_WORDS + HAN_INSTITUTIONS + HAN_PLACES + HAN_BRAND_WORDS);
  for (const place of HAN_PLACES_BY_SOUND.split(' ')) words.set(place, bySound(place));
  return words;
});
const brands = whenNeeded(() => new Set(wordTable(HAN_BRAND_WORDS).keys()));

/**
 * Latin reading of a run of Han characters: known words in English, the rest syllable by syllable
 * ("海康威视" -> "haikangweishi"), which is how Chinese firms write their own names in Latin letters.
 *
 * @param brandsBySound whether words that are brands as often as they are translated are read by sound, too
 */
export function readHan(text: string, brandsBySound = false): string {
  let run = '';
  for (const letter of text) run += HAN_SHAPES.get(letter) ?? letter;
  const words: string[] = [];
  let syllables = '';
  const flush = () => {
    if (syllables !== '') words.push(syllables);
    syllables = '';
  };
  let at = 0;
  while (at < run.length) {
    const known = longestWord(dictionary(), run, at, LONGEST_WORD);
    if (known !== null) {
      flush();
      const sound = brandsBySound && brands().has(known);
      words.push(sound ? bySound(known) : (dictionary().get(known) ?? ''));
      at += known.length;
      continue;
    }
    const numeral = syllables === '' ? HAN_NUMERAL.exec(run.slice(at))?.[0] : undefined;
    // "三一重工" is a brand that begins with numerals: only those after 第 are counted.
    if (numeral !== undefined && run[at - 1] === '第') {
      flush();
      words.push(String(hanNumber(numeral)));
      at += numeral.length;
      continue;
    }
    const letter = String.fromCodePoint(run.codePointAt(at) ?? 0);
    syllables += bySound(letter);
    at += letter.length;
  }
  flush();
  return words.join(' ');
}

function bySound(text: string): string {
  let latin = '';
  for (const letter of text) latin += SOUNDS.get(letter) ?? anyAscii(letter).toLowerCase();
  return latin;
}

function hanNumber(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const letter of numeral) {
    if (letter === '百' || letter === '十') {
      total += (digit === 0 ? 1 : digit) * (letter === '百' ? 100 : 10);
      digit = 0;
    } else digit = digit * 10 + Math.max(0, DIGITS.indexOf(letter));
  }
  return total + digit;
}
