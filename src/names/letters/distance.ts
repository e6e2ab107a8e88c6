import { isVowel, scanKey, skeletonKey, soundKey } from './keys.ts';
import { isPinyin } from './pinyin.ts';
import { MAX_WORD_BYTES } from './word-table.ts';

/** How two words came to be alike. */
export const RELATIONS = [
  'none',
  'equal',
  'edit',
  'phonetic',
  'skeleton',
  'scan',
  'plural',
  'truncation',
  'initial',
  'abbreviation',
  'number',
  'join',
  'split',
  'acronym',
  'legal form',
  'transliteration',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION = Object.fromEntries(RELATIONS.map((name, code) => [name, code])) as Record<
  Relation,
  number
>;

/** Letters that lie side by side on a keyboard. */
const NEIGHBOURS = new Uint8Array(128 * 128);
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
ROWS.forEach((row, r) => {
  for (let c = 0; c < row.length; c++) {
    for (const [dr, dc] of [
      [0, 1],
      [1, 0],
      [1, -1],
    ] as const) {
      const other = ROWS[r + dr]?.[c + dc];
      if (other === undefined) continue;
      const a = row.charCodeAt(c);
      const b = other.charCodeAt(0);
      NEIGHBOURS[a * 128 + b] = 1;
      NEIGHBOURS[b * 128 + a] = 1;
    }
  }
});

/** Cost of reading one letter for another, in hundredths of an edit. */
const SUBSTITUTION = new Uint8Array(128 * 128).fill(100);
const cheap = (pairs: string, cost: number) => {
  for (const pair of pairs.split(' ')) {
    const a = pair.charCodeAt(0);
    const b = pair.charCodeAt(1);
    SUBSTITUTION[a * 128 + b] = cost;
    SUBSTITUTION[b * 128 + a] = cost;
  }
};
for (let i = 0; i < NEIGHBOURS.length; i++) if (NEIGHBOURS[i] === 1) SUBSTITUTION[i] = 85;
for (const a of 'aeiouy')
  for (const b of 'aeiouy') if (a !== b) SUBSTITUTION[a.charCodeAt(0) * 128 + b.charCodeAt(0)] = 70;
cheap('ck kq cq sz vw fv gj iy cs td bp gk xs jy jz uw ck', 60);
cheap('0o 1l 1i 5s 8b 2z 6g li', 30);

const INSERTION = 100;
const VOWEL_INSERTION = 75;
const DOUBLE_INSERTION = 45;
const TRANSPOSITION = 80;

const ROW = MAX_WORD_BYTES + 2;
let previous2 = new Uint16Array(ROW);
let previous = new Uint16Array(ROW);
let current = new Uint16Array(ROW);
const insertions = new Uint16Array(ROW);

/**
 * Weighted optimal string alignment (Damerau-Levenshtein with adjacent swaps) in hundredths of an edit:
 * vowels, neighbouring keys, like sounds and look-alikes cost less than a whole edit. Gives up with
 * `limit + 1` once a row is worse than `limit`.
 */
export function editCost(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
  limit: number,
): number {
  // Equal ends cost nothing and most pairs differ in the middle only.
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  previous[0] = 0;
  for (let j = 1; j <= m; j++) {
    const added = insertion(b, bFrom + j - 1, bFrom, bTo);
    insertions[j] = added;
    previous[j] = (previous[j - 1] as number) + added;
  }
  for (let i = 1; i <= n; i++) {
    const letter = a[aFrom + i - 1] as number;
    const removal = insertion(a, aFrom + i - 1, aFrom, aTo);
    let best = (previous[0] as number) + removal;
    current[0] = best;
    for (let j = 1; j <= m; j++) {
      const other = b[bFrom + j - 1] as number;
      let cost =
        (previous[j - 1] as number) +
        (letter === other ? 0 : (SUBSTITUTION[letter * 128 + other] as number));
      const removed = (previous[j] as number) + removal;
      if (removed < cost) cost = removed;
      const inserted = (current[j - 1] as number) + (insertions[j] as number);
      if (inserted < cost) cost = inserted;
      if (
        i > 1 &&
        j > 1 &&
        letter === b[bFrom + j - 2] &&
        other === a[aFrom + i - 2] &&
        letter !== other
      ) {
        const swapped = (previous2[j - 2] as number) + TRANSPOSITION;
        if (swapped < cost) cost = swapped;
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    const spare = previous2;
    previous2 = previous;
    previous = current;
    current = spare;
  }
  return Math.min(previous[m] as number, limit + 1);
}

function insertion(word: Uint8Array, at: number, from: number, to: number): number {
  const code = word[at] as number;
  if ((at > from && word[at - 1] === code) || (at + 1 < to && word[at + 1] === code))
    return DOUBLE_INSERTION;
  return isVowel(code) ? VOWEL_INSERTION : INSERTION;
}

const keyA = new Uint8Array(MAX_WORD_BYTES + 2);
const keyB = new Uint8Array(MAX_WORD_BYTES + 2);

/** Bit a..z for letters, bit 26..30 for pairs of digits: words that share no letters need no comparison. */
export function letterMask(bytes: Uint8Array, from: number, to: number): number {
  let mask = 0;
  for (let i = from; i < to; i++) {
    const code = bytes[i] as number;
    mask |= code >= 97 ? 1 << (code - 97) : 1 << (26 + ((code - 48) >> 1));
  }
  return mask;
}

export function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const VOWEL_BITS = (1 << 0) | (1 << 4) | (1 << 8) | (1 << 14) | (1 << 20) | (1 << 24);

/**
 * Whether two words of these lengths may be alike, by the letters that only one of them has: each edit
 * accounts for two at most. Cheap, and rules out most pairs.
 */
export function mayBeAlike(difference: number, n: number, m: number): boolean {
  const shorter = n < m ? n : m;
  if (shorter < 3) return false;
  const differing = bitCount(difference);
  if (differing <= (shorter < 5 ? 3 : shorter < 7 ? 5 : 6)) return true;
  return differing <= 10 && bitCount(difference & ~VOWEL_BITS) <= (shorter < 6 ? 2 : 4);
}

/** The relation found by the last call of `wordSimilarity`. */
export let lastRelation = RELATION.none;

/**
 * How alike two words are, 0..1; `lastRelation` says by what. Symmetric. Words must differ.
 *
 * An edit in a short word says more than in a long one: the cost is taken as a share of the length, and
 * words of three letters and fewer are only equal or not. `difference` are the letters that only one of
 * them has (see `mayBeAlike`).
 */
export function wordSimilarity(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
  difference: number,
): number {
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const shorter = n < m ? n : m;
  const longer = n < m ? m : n;
  lastRelation = RELATION.none;
  if (shorter < 2) return 0;
  let similarity = 0;
  if (longer - shorter === 1 && shorter >= 4) {
    const lastLetter = n > m ? a[aTo - 1] : b[bTo - 1];
    if (lastLetter === 115 && startsWith(a, aFrom, b, bFrom, shorter)) {
      lastRelation = RELATION.plural;
      return 0.97;
    }
  }
  const limit = Math.min(330, 42 * ((n + m) / 2 - 1));
  const differing = bitCount(difference);
  const consonants = bitCount(difference & ~VOWEL_BITS);
  if (longer - shorter <= 3 && shorter >= 3 && differing <= 6) {
    const cost = editCost(a, aFrom, aTo, b, bFrom, bTo, limit);
    if (cost <= limit) {
      similarity = editSimilarity(cost, n + m, a[aFrom] !== b[bFrom]);
      lastRelation = RELATION.edit;
    }
  }
  if (similarity < 0.9 && shorter >= 3 && differing <= 5) {
    const sizeA = scanKey(a, aFrom, aTo, keyA);
    const sizeB = scanKey(b, bFrom, bTo, keyB);
    if (sizeA === sizeB && startsWith(keyA, 0, keyB, 0, sizeA)) {
      lastRelation = RELATION.scan;
      return 0.93;
    }
  }
  if (similarity < 0.88 && shorter >= 3 && consonants === 0 && a[aFrom] === b[bFrom]) {
    const sizeA = skeletonKey(a, aFrom, aTo, keyA);
    const sizeB = skeletonKey(b, bFrom, bTo, keyB);
    if (sizeA === sizeB && sizeA >= 3 && startsWith(keyA, 0, keyB, 0, sizeA)) {
      // One of them without vowels is a habit of abbreviating; two that differ in vowels are two words more often.
      const bare = n === sizeA || m === sizeB;
      const skeleton = bare
        ? sizeA >= 4
          ? 0.88
          : 0.8
        : sizeA >= 5
          ? 0.86
          : sizeA >= 4
            ? 0.8
            : 0.66;
      if (skeleton > similarity) {
        similarity = skeleton;
        lastRelation = RELATION.skeleton;
      }
    }
  }
  if (similarity < 0.85 && shorter >= 4 && consonants <= 5) {
    const sizeA = soundKey(a, aFrom, aTo, keyA);
    const sizeB = soundKey(b, bFrom, bTo, keyB);
    if (sizeA === sizeB && sizeA >= 3 && startsWith(keyA, 0, keyB, 0, sizeA)) {
      // Vowels are no part of the key, but a word seldom begins with another one: "Isotek", "Ostec".
      const alike = sizeA >= 5 ? 0.86 : sizeA >= 4 ? 0.82 : 0.72;
      const begins =
        a[aFrom] === b[bFrom] || !(isVowel(a[aFrom] as number) || isVowel(b[bFrom] as number));
      const phonetic = begins ? alike : alike - 0.1;
      if (phonetic > similarity) {
        similarity = phonetic;
        lastRelation = RELATION.phonetic;
      }
    }
  }
  if (similarity >= 0.6 && isPinyin(a, aFrom, aTo) && isPinyin(b, bFrom, bTo)) similarity -= PINYIN;
  return similarity;
}

/** What two names in pinyin are less alike than their letters. */
const PINYIN = 0.06;

/** `cost` hundredths of an edit over two words of `letters` together; a changed first letter costs more. */
function editSimilarity(cost: number, letters: number, firstDiffers: boolean): number {
  const share = (cost * 2) / (100 * letters);
  return Math.max(0, 1 - share * 1.05 - (firstDiffers ? 0.04 : 0));
}

export function startsWith(
  a: Uint8Array,
  aFrom: number,
  b: Uint8Array,
  bFrom: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) if (a[aFrom + i] !== b[bFrom + i]) return false;
  return true;
}
