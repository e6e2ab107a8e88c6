import { ARABIC_NAMES } from './arabic-names.ts';
import { ARABIC_WORDS } from './arabic-words.ts';
import { whenNeeded, wordTable } from './native-words.ts';

/** Vowel signs, the stroke that stretches a word, the joint that nobody sees. */
const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c]/g;
/** Letters that Persian, Urdu and Pashto have and Arabic has not. */
const PERSIAN = /[پچژگکیہےںڈڑٹځڅښږډټ]/;
const ARTICLE = 'ال';
const SERVANT = 'عبد';
const GOD = 'الله';
const FAITH = 'الدین';
/** The Persian plural. */
const PLURAL = /های?$/;

/** Consonants; "" is one that is not heard, but parts syllables. */
const CONSONANTS = new Map<string, string>();
for (const [letters, latin] of [
  ['بﭖ', 'b'],
  ['پ', 'p'],
  ['تطٹټ', 't'],
  ['ثسص', 's'],
  ['جځ', 'j'],
  ['چڅ', 'ch'],
  ['حه', 'h'],
  ['خ', 'kh'],
  ['دڈډ', 'd'],
  ['ذزظ', 'z'],
  ['رړڑ', 'r'],
  ['ژ', 'zh'],
  ['ږ', 'g'],
  ['شښ', 'sh'],
  ['ض', 'd'],
  ['عء', ''],
  ['غ', 'gh'],
  ['ف', 'f'],
  ['ک', 'k'],
  ['گ', 'g'],
  ['ل', 'l'],
  ['م', 'm'],
  ['نں', 'n'],
] as const)
  for (const letter of letters) CONSONANTS.set(letter, latin);
CONSONANTS.set('ق', 'q');

/** Letters of the neighbouring alphabets that are one letter in two shapes made one. */
function spelling(word: string): string {
  return word
    .replace(MARKS, '')
    .replace(/[كڪ]/g, 'ک')
    .replace(/[يىے]/g, 'ی')
    .replace(/[ہھۀە]/g, 'ه')
    .replace(/[أإٱ]/g, 'ا')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ی');
}

const dictionary = whenNeeded(() => wordTable(ARABIC_WORDS + ARABIC_NAMES, spelling));

/**
 * Reads names in Arabic letters (Arabic, Persian, Urdu, Pashto). Short vowels are not written, so known words are
 * looked up ("محمد" -> "muhammad", "صنایع" -> "industries") and the others are given the vowels that their
 * syllables must have:
 *
 *   ر س ت گ ا ر     r s t g a r     no syllable begins with two consonants, three never stand together
 *                   r.a s t.a g a r
 *
 * @param text letters of Arabic script and spaces
 */
export function readArabic(text: string): string {
  const persian = PERSIAN.test(text);
  const read: string[] = [];
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const plain = spelling(word);
    const next = i + 1 < words.length ? spelling(words[i + 1] as string) : '';
    if (plain === SERVANT && next.startsWith(ARTICLE) && next.length > ARTICLE.length) {
      // "عبد الله", "عبد الرحمن": one name, written Abdullah, Abdul Rahman, Abd al-Rahman.
      read.push(next === GOD ? 'abdullah' : `abdul ${readWord(next.slice(2), persian)}`);
      i++;
    } else if (next === GOD && i + 1 < words.length) {
      read.push(`${readWord(word, persian)}${persian ? 'u' : 'a'}llah`);
      i++;
    } else if (persian && next === FAITH) {
      read.push(`${readWord(word, persian)}uddin`);
      i++;
    } else read.push(readWithPrefix(word, persian, i === 0));
  }
  return read.filter((word) => word !== '').join(' ');
}

/** Parts "ال" from its word, and "عبدال" from the name of God that follows. */
function readWithPrefix(word: string, persian: boolean, first: boolean): string {
  const plain = spelling(word);
  const known = dictionary().get(plain);
  if (known !== undefined) return known;
  const servant = `${SERVANT}${ARTICLE}`;
  if (plain.startsWith(servant) && plain.length > servant.length + 1) {
    const rest = plain.slice(servant.length);
    return rest === 'له' ? 'abdullah' : `abdul ${readWord(rest, persian)}`;
  }
  if (plain.endsWith(GOD) && plain.length > GOD.length + 1)
    return `${readWord(plain.slice(0, -GOD.length), persian)}${persian ? 'u' : 'a'}llah`;
  const rest = plain.slice(ARTICLE.length);
  const isArticle = !persian || !first || dictionary().has(rest);
  if (plain.startsWith(ARTICLE) && plain.length > 4 && isArticle)
    return `al ${readWord(rest, persian)}`;
  return readWord(word, persian);
}

function readWord(word: string, persian: boolean): string {
  const plain = spelling(word);
  const known = dictionary().get(plain) ?? dictionary().get(plain.replace(PLURAL, ''));
  if (known !== undefined) return known;
  return withVowels(soundsOf(word, plain, persian), persian);
}

const VOWEL = /^[aeiou]/;

/** The letters of a word as sounds: consonants, and the long vowels that are written. */
function soundsOf(word: string, plain: string, persian: boolean): string[] {
  const sounds: string[] = [];
  const letters = [...plain];
  letters.forEach((letter, at) => {
    const next = letters[at + 1];
    const last = at === letters.length - 1;
    const before = sounds.at(-1);
    const afterVowel = before !== undefined && VOWEL.test(before);
    if (letter === 'آ') sounds.push('a');
    else if (letter === 'ا') {
      // "ایران", "اوراق": the alef only carries the vowel that follows.
      if (at === 0 && (next === 'ی' || next === 'و')) return;
      if (at === 0 && word.startsWith('إ')) sounds.push('i');
      else if (!afterVowel) sounds.push('a');
    } else if (letter === 'و') {
      const carried = at === 1 && letters[0] === 'ا';
      const opens = (at === 0 || afterVowel || next === 'ا' || next === 'ی') && !carried;
      sounds.push(opens ? (persian ? 'v' : 'w') : persian ? 'o' : 'u');
    } else if (letter === 'ی') {
      const carried = at === 1 && letters[0] === 'ا';
      if (last && !persian && /ى$/.test(word)) sounds.push('a');
      else if ((at === 0 || afterVowel || next === 'ا' || next === 'و') && !carried && !last)
        sounds.push('y');
      else sounds.push('i');
    } else if (letter === 'ة') sounds.push('a');
    else if (letter === 'ه' && last && at > 1 && !afterVowel) sounds.push(persian ? 'e' : 'a', 'h');
    else sounds.push(CONSONANTS.get(letter) ?? '');
  });
  return sounds;
}

/** Puts in the vowels without which the consonants could not be spoken. */
function withVowels(sounds: readonly string[], persian: boolean): string {
  let text = '';
  let run = 0; // consonants since the last vowel
  let long = false; // whether that vowel was a written one
  sounds.forEach((sound, at) => {
    if (VOWEL.test(sound)) {
      text += sound;
      run = 0;
      long = true;
      return;
    }
    const next = sounds[at + 1];
    const closes = next === undefined;
    const beforeVowel = next !== undefined && VOWEL.test(next);
    text += sound;
    run++;
    if (closes || beforeVowel) return;
    const atStart = text.length === sound.length && run === 1;
    const lastTwo = at === sounds.length - 2;
    if (atStart || (run === 2 && !beforeVowel) || (run === 1 && lastTwo)) {
      text += run === 1 && lastTwo && long ? (persian ? 'e' : 'i') : 'a';
      run = 0;
      long = false;
    }
  });
  return text;
}
