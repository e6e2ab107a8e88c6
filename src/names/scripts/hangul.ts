import { KOREAN_WORDS } from './korean-words.ts';
import { longestWord, whenNeeded, wordTable } from './native-words.ts';

/**
 * Reads names in hangul: known words of trade in English, the rest by sound. A firm of the South is read by the
 * Revised Romanisation of 2000 ("대동" -> "daedong"), one of the North by McCune-Reischauer without its signs
 * ("태성" -> "taesong"), as each writes its own names.
 *
 *   한 = initial ㅎ x 588 + vowel ㅏ x 28 + final ㄴ, counted from U+AC00
 */
const dictionary = whenNeeded(() => wordTable(KOREAN_WORDS));
const LONGEST_WORD = 6;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ */
const INITIALS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ');
const INITIALS_NORTH = 'k kk n t tt r m p pp s ss - ch tch ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const VOWELS_NORTH = 'a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'.split(' ');
/** Finals as they sound before a consonant, and before a vowel, to which they pass over. */
const FINALS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const PASSING = '- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -'.split(' ');
const SILENT = 11;
/** Sounds after which the North writes g, d, b, j for k, t, p, ch. */
const VOICED = /[aeiouynmlrg]$/;
const VOICING = new Map([
  ['k', 'g'],
  ['t', 'd'],
  ['p', 'b'],
  ['ch', 'j'],
]);
/** What stands before the figures of "제1", the first. */
const ORDINAL = /제\s*$/;
const NORTH = /조선|평양|로동|인민/;

/** @param text hangul syllables and spaces */
export function readHangul(text: string): string {
  const north = NORTH.test(text);
  const words = text
    .replace(ORDINAL, '')
    .split(/\s+/)
    .map((word) => readWord(word, north));
  if (ORDINAL.test(text)) words.push('no');
  return words.join(' ');
}

function readWord(text: string, north: boolean): string {
  const words: string[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const known = longestWord(dictionary(), text, at, LONGEST_WORD);
    if (known === null) {
      at++;
      continue;
    }
    words.push(bySound(text.slice(from, at), north), dictionary().get(known) ?? '');
    at += known.length;
    from = at;
  }
  words.push(bySound(text.slice(from), north));
  return words.filter((word) => word !== '').join(' ');
}

function bySound(syllables: string, north: boolean): string {
  let latin = '';
  let pending = 0; // the final of the syllable before
  for (const syllable of `${syllables}\0`) {
    const code = syllable.charCodeAt(0);
    const isSyllable = code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
    const index = isSyllable ? code - FIRST_SYLLABLE : 0;
    const initial = isSyllable ? Math.floor(index / 588) : -1;
    const passes = initial === SILENT && pending > 0;
    if (pending > 0) latin += finalSound(pending, passes, initial);
    pending = 0;
    if (!isSyllable) continue;
    if (initial !== SILENT) latin += initialSound(initial, latin, north);
    const vowels = north ? VOWELS_NORTH : VOWELS;
    latin += vowels[Math.floor((index % 588) / 28)] ?? '';
    pending = index % 28;
  }
  return latin;
}

function finalSound(final: number, passes: boolean, next: number): string {
  const sound = (passes ? PASSING[final] : FINALS[final]) ?? '';
  if (sound === '-') return '';
  // Before n, m (and r, which then sounds n) a stop sounds through the nose: 백남 "baengnam".
  const nasal = next === 2 || next === 6;
  if (!passes && nasal)
    return sound === 'k' ? 'ng' : sound === 't' ? 'n' : sound === 'p' ? 'm' : sound;
  return sound;
}

function initialSound(initial: number, before: string, north: boolean): string {
  const sound = (north ? INITIALS_NORTH[initial] : INITIALS[initial]) ?? '';
  if (sound === 'r' && before.endsWith('l')) return 'l';
  if (north && before !== '' && VOICED.test(before) && initial !== 14)
    return initial >= 15 ? sound : (VOICING.get(sound) ?? sound);
  return sound;
}
