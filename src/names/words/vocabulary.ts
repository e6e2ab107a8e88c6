import { WordTable, type WordTableArrays } from '../letters/word-table.ts';
import { CITY_NAMES } from './cities.ts';
import { LEGAL_SPELLINGS, type LegalPosition } from './legal-forms.ts';
import { fileLegalWords, meantLegalWord } from './legal-typos.ts';
import { lexiconEntries } from './lexicon.ts';
import { OPPOSITE_WORDS } from './opposites.ts';
import { ORDINARY_NAMES, ordinaryLines } from './ordinary-frequencies.ts';
import { PLACES_TABLE } from './places.ts';
import { WORD_CLASS } from './word-class.ts';

/** Numbers get groups from here on, so that "38", "38th" and "thirty-eight" are one group. */
export const NUMBER_GROUP = 1 << 24;

/**
 * Words with what is known of each: class, group (words of one group mean the same), and in how many of
 * the ordinary names they occur. The words of our own tables come first and keep their ids in each copy,
 * so that the legal forms can be found by id.
 */
export class Vocabulary {
  readonly table: WordTable;
  wordClass: Uint8Array;
  group: Int32Array;
  /** Words beyond our own tables that are misspelt legal words -> the id of that word. */
  readonly misspelt = new Map<number, number>();
  /** Whether every word was added here, so that `misspelt` knows of all. */
  growing = true;

  constructor(table: WordTable, wordClass: Uint8Array, group: Int32Array) {
    this.table = table;
    this.wordClass = wordClass;
    this.group = group;
  }

  static over(
    arrays: WordTableArrays & { wordClass: Uint8Array; group: Int32Array },
    size: number,
  ): Vocabulary {
    const saved = new Vocabulary(WordTable.over(arrays, size), arrays.wordClass, arrays.group);
    saved.growing = false;
    return saved;
  }

  clone(): Vocabulary {
    return new Vocabulary(this.table.clone(), this.wordClass.slice(), this.group.slice());
  }

  /** The id of a word, which is added with its class if it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    const before = this.table.size;
    const id = this.table.intern(bytes, from, to);
    if (id === before) {
      if (id >= this.wordClass.length) this.grow(id + 1);
      this.wordClass[id] = classOfUnknown(bytes, from, to);
      this.group[id] = groupOfUnknown(bytes, from, to);
      const meant = legalWordCount > 0 && id >= baseSize ? meantLegalWord(bytes, from, to) : -1;
      if (meant >= 0) this.misspelt.set(id, meant);
    }
    return id;
  }

  private grow(atLeast: number): void {
    const size = Math.max(atLeast, this.wordClass.length * 2);
    const wordClass = new Uint8Array(size);
    wordClass.set(this.wordClass);
    this.wordClass = wordClass;
    const group = new Int32Array(size);
    group.set(this.group);
    this.group = group;
  }
}

/** The class of a word that stands in no table: digits are numbers, one letter an initial. */
export function classOfUnknown(bytes: Uint8Array, from: number, to: number): number {
  if (numberValue(bytes, from, to) >= 0) return WORD_CLASS.number;
  return to - from === 1 ? WORD_CLASS.initial : WORD_CLASS.core;
}

export function groupOfUnknown(bytes: Uint8Array, from: number, to: number): number {
  const value = numberValue(bytes, from, to);
  return value < 0 ? 0 : NUMBER_GROUP + value;
}

/** The value of "38" or "38th", -1 for anything else and for more than seven digits. */
function numberValue(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let value = 0;
  while (at < to && (bytes[at] as number) <= 57) value = value * 10 + (bytes[at++] as number) - 48;
  const digits = at - from;
  if (digits === 0 || digits > 7) return -1;
  if (at === to) return value;
  if (to - at !== 2) return -1;
  const suffix = String.fromCharCode(bytes[at] as number, bytes[at + 1] as number);
  return suffix === 'th' || suffix === 'st' || suffix === 'nd' || suffix === 'rd' ? value : -1;
}

/** A step of the trie over word ids: state * STRIDE + word id -> next state. */
const STRIDE = 1 << 14;
const legalSteps = new Map<number, number>();
const legalEnds: ({ code: number; position: LegalPosition } | undefined)[] = [undefined];
let legalWordCount = 0;
/** Words of our own tables; larger until they are all in. */
let baseSize = Number.POSITIVE_INFINITY;

/** Word id -> respect * 16 + part, of the words in `opposites.ts`. */
const oppositeCode = new Map<number, number>();
/** Word id -> number of ordinary names that hold the word. */
const ordinaryCount = new Map<number, number>();

function buildBase(): Vocabulary {
  const base = new Vocabulary(new WordTable(16384), new Uint8Array(16384), new Int32Array(16384));
  const letters = new Uint8Array(64);
  const add = (word: string): number => {
    for (let i = 0; i < word.length; i++) letters[i] = word.charCodeAt(i);
    return base.intern(letters, 0, word.length);
  };
  for (const spelling of LEGAL_SPELLINGS) {
    let state = 0;
    for (const word of spelling.words) {
      const step = state * STRIDE + add(word);
      let next = legalSteps.get(step);
      if (next === undefined) {
        next = legalEnds.length;
        legalEnds.push(undefined);
        legalSteps.set(step, next);
      }
      state = next;
    }
    legalEnds[state] ??= { code: spelling.form.code, position: spelling.position };
  }
  legalWordCount = base.table.size;
  fileLegalWords(base.table, legalWordCount);
  let group = 1;
  for (const place of PLACES_TABLE) {
    for (const word of place.words) {
      const id = add(word);
      base.wordClass[id] = WORD_CLASS.geographic;
      base.group[id] = group;
    }
    group++;
  }
  for (const city of CITY_NAMES) {
    const id = add(city);
    base.wordClass[id] = WORD_CLASS.geographic;
    base.group[id] = group++;
  }
  for (const entry of lexiconEntries(group)) {
    const id = add(entry.word);
    if (base.group[id] !== 0 && entry.value < 0) continue; // the first table that knows a word decides
    base.wordClass[id] = WORD_CLASS[entry.class];
    base.group[id] = entry.value >= 0 ? NUMBER_GROUP + entry.value : entry.group;
  }
  OPPOSITE_WORDS.forEach((parts, respect) => {
    parts.forEach((words, part) => {
      for (const word of words) oppositeCode.set(add(word), (respect + 1) * 16 + part);
    });
  });
  for (const { count, words } of ordinaryLines())
    for (const word of words) ordinaryCount.set(add(word), count);
  return base;
}

const base = buildBase();
baseSize = base.table.size;

/** A vocabulary of our own tables and the words of ordinary names, to add to. */
export function baseVocabulary(): Vocabulary {
  return base.clone();
}

const ordinary = { counts: new Uint32Array(baseSize), names: ORDINARY_NAMES };
for (const [id, count] of ordinaryCount) ordinary.counts[id] = count;

/** In how many of `names` ordinary company names each word of the base vocabulary occurs, by word id. */
export function ordinaryCounts(): { readonly counts: Uint32Array; readonly names: number } {
  return ordinary;
}

const opposites = new Uint16Array(baseSize);
for (const [id, code] of oppositeCode) opposites[id] = code;

/** Whether two words, by id, exclude one another: "import" and "export", "civil" and "military". */
export function areOpposites(a: number, b: number): boolean {
  const code = opposites[a];
  const other = opposites[b];
  return (
    code !== undefined &&
    other !== undefined &&
    code !== other &&
    code !== 0 &&
    code >> 4 === other >> 4
  );
}

/** The word to look for among legal forms: a misspelt legal word stands for the right one. */
export function legalReading(
  vocabulary: Vocabulary,
  id: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  if (id >= 0 && id < baseSize) return id;
  // While names are read into the vocabulary each word is looked up once; a saved one remembers nothing.
  if (id >= 0 && vocabulary.growing) return vocabulary.misspelt.get(id) ?? id;
  const meant = meantLegalWord(bytes, from, to);
  return meant >= 0 ? meant : id;
}

/** The legal form that begins at `ids[at]`, the longest spelling; `length` 0 when there is none. */
export const legalMatch = { length: 0, code: 0, position: 'any' as LegalPosition };

export function matchLegalForm(ids: Int32Array, at: number, count: number): boolean {
  let state = 0;
  legalMatch.length = 0;
  for (let i = at; i < count; i++) {
    const id = ids[i] as number;
    if (id < 0 || id >= legalWordCount) break;
    const next = legalSteps.get(state * STRIDE + id);
    if (next === undefined) break;
    state = next;
    const end = legalEnds[state];
    if (end !== undefined) {
      legalMatch.length = i - at + 1;
      legalMatch.code = end.code;
      legalMatch.position = end.position;
    }
  }
  return legalMatch.length > 0;
}
