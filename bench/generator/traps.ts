import type { Corpus } from '../data/listed.ts';
import { plainKey } from '../data/listed.ts';
import { Random } from '../random.ts';
import type { Bearers } from './cases.ts';
import { cased } from './form-alterations.ts';
import { ordinalDigits } from './tables/numerals.ts';
import { otherFamily, otherGiven } from './tables/persons.ts';
import { contrary, genericOnly, places } from './tables/vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import { asWritten, bareWord, companyParts, isLittle, personParts, wordsOf } from './words.ts';

/** A query that looks like a listed name and does not denote the party. */
export interface Trap {
  /** Label of the class. */
  readonly of: string;
  readonly query: string;
  readonly kind: 'person' | undefined;
  /** The listed name that it resembles; null where no party at all may be found. */
  readonly listed: string | null;
  /** Parties that must not be found; null = any party. */
  readonly against: ReadonlySet<number> | null;
}

type Twist = (
  name: string,
  random: Random,
  vocabulary: Vocabulary,
  ordinary: readonly string[],
) => string | undefined;

/** Companies: another one of the same make. */
const companyTwists: readonly (readonly [string, Twist])[] = [
  ['distinctive word of an ordinary company instead', swapDistinctive],
  ['sibling: another place', otherPlace],
  ['another number', otherNumber],
  ['contrary word', contraryWord],
  ['short name, one letter different', otherAcronym],
];

/** Persons: a relative or a namesake. */
const personTwists: readonly (readonly [string, Twist])[] = [
  ['same family, other given names', otherGivenNames],
  ['same given names, other family', otherFamilyName],
];

const ROUNDS = 6;

/** Up to `count` traps a class. Queries that equal any listed name are left out: they denote it. */
export function trapsOf(
  corpus: Corpus,
  bearers: Bearers,
  vocabulary: Vocabulary,
  ordinary: readonly string[],
  count: number,
): Trap[] {
  const twists = [
    ...companyTwists.map(([of, twist]) => ({ of, twist, kind: 'company' as const })),
    ...personTwists.map(([of, twist]) => ({ of, twist, kind: 'person' as const })),
  ];
  const made = twists.flatMap(({ of, twist, kind }) => {
    const random = new Random(`traps ${of}`);
    const order = random.shuffled(corpus.parties.filter((p) => p.kindIsSure && p.kind === kind));
    const traps: Trap[] = [];
    for (let round = 0; round < ROUNDS && traps.length < count; round++) {
      for (const { names } of order) {
        if (traps.length >= count) break;
        const { text: listed } = random.pick(names);
        const query = twist(listed, random, vocabulary, ordinary);
        if (
          query === undefined ||
          plainKey(query) === plainKey(listed) ||
          bearers.of(query).size > 0
        )
          continue;
        traps.push({
          of,
          query,
          kind: kind === 'person' ? kind : undefined,
          listed,
          against: bearers.of(listed),
        });
      }
    }
    return traps;
  });
  return [
    ...made,
    ...genericTraps(bearers, count),
    ...substringTraps(corpus, bearers, vocabulary, ordinary, count),
  ];
}

function replaceWord(name: string, from: string, to: string): string {
  return wordsOf(name)
    .map((word) => (word === from ? cased(to, from) : word))
    .join(' ');
}

function swapDistinctive(
  name: string,
  random: Random,
  vocabulary: Vocabulary,
  ordinary: readonly string[],
) {
  const { core } = companyParts(name);
  if (core.length < 2) return undefined;
  const rarest = core[vocabulary.rarest(core)] ?? '';
  // Two distinctive words may still denote the party when one is exchanged; one alone may not.
  const second = core
    .filter((word) => word !== rarest && !isLittle(word))
    .some((word) => vocabulary.count(word) < 40);
  if (second || vocabulary.count(rarest) > 40) return undefined;
  const other = companyParts(random.pick(ordinary)).core;
  const swapped = other[vocabulary.rarest(other)] ?? '';
  if (bareWord(swapped).length < 4 || vocabulary.count(swapped) > 10) return undefined;
  return replaceWord(name, rarest, swapped);
}

function otherPlace(name: string, random: Random) {
  const word = wordsOf(name).find((held) =>
    places.some((place) => place.toLowerCase() === bareWord(held)),
  );
  if (word === undefined) return undefined;
  return replaceWord(
    name,
    word,
    random.pick(places.filter((place) => place.toLowerCase() !== bareWord(word))),
  );
}

function otherNumber(name: string, random: Random) {
  const found = name.match(/\b(\d{1,4})(st|nd|rd|th)?\b/i);
  if (!found || found.index === undefined) return undefined;
  const value = Math.max(1, Number(found[1]) + random.pick([-2, -1, 1, 2, 3, 10]));
  const other = found[2] === undefined ? String(value) : ordinalDigits(value);
  return name.slice(0, found.index) + other + name.slice(found.index + found[0].length);
}

function contraryWord(name: string) {
  for (const [a, b] of contrary) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const word = wordsOf(name).find((held) => bareWord(held) === from);
      // "Import and Export" with one word exchanged says the same word twice.
      if (word !== undefined && !new RegExp(`\\b${to}`, 'i').test(name))
        return replaceWord(name, word, to);
    }
  }
  return undefined;
}

function otherAcronym(name: string, random: Random) {
  const { core } = companyParts(name);
  const [only = ''] = core;
  if (core.length !== 1 || !/^[A-Z]{3,5}$/.test(only)) return undefined;
  const at = random.below(only.length);
  const letter = random.pick([...'ABCDEFGHIKLMNOPRSTVZ'].filter((other) => other !== only[at]));
  return replaceWord(name, only, only.slice(0, at) + letter + only.slice(at + 1));
}

function otherGivenNames(name: string, random: Random) {
  const parts = personParts(name);
  if (!parts) return undefined;
  const given = random.sample(otherGiven, Math.min(2, parts.given.length));
  return `${given.join(' ')} ${asWritten(parts.family)}`;
}

function otherFamilyName(name: string, random: Random) {
  const parts = personParts(name);
  return parts && `${parts.given.join(' ')} ${random.pick(otherFamily)}`;
}

/** Names of words that every company uses: they denote nobody, whoever is listed. */
function genericTraps(bearers: Bearers, count: number): Trap[] {
  const random = new Random('generic traps');
  const queries = new Set<string>();
  while (queries.size < count) {
    const words = random.sample(genericOnly, 2 + random.below(3));
    const query = [...words, random.pick(['', 'Ltd', 'Inc.', 'Co., Ltd.', 'LLC'])].join(' ').trim();
    if (bearers.of(query).size === 0) queries.add(query);
  }
  return [...queries].map((query) => ({
    of: 'generic words only',
    query,
    kind: undefined,
    listed: null,
    against: null,
  }));
}

const MOST_OF_ONE = 3;

/** Ordinary names with a longer word that holds a listed party's distinctive word ("ZTEC" holds "ZTE"). */
function substringTraps(
  corpus: Corpus,
  bearers: Bearers,
  vocabulary: Vocabulary,
  ordinary: readonly string[],
  count: number,
): Trap[] {
  const holders = new Map<string, string>();
  for (const { text, kind } of corpus.names) {
    const { core } = companyParts(text);
    const rarest = bareWord(core[vocabulary.rarest(core)] ?? '');
    if (kind === 'company' && /^[a-z]{4,7}$/.test(rarest) && vocabulary.count(rarest) <= 5)
      holders.set(rarest, text);
  }
  const traps: Trap[] = [];
  const used = new Map<string, number>();
  for (const query of new Random('substring traps').shuffled(ordinary)) {
    if (traps.length >= count) break;
    const { core } = companyParts(query);
    for (const word of core.map(bareWord)) {
      const inner = innerWords(word).find((part) => holders.has(part));
      const listed = inner && holders.get(inner);
      if (!listed || core.length > 3 || (used.get(listed) ?? 0) >= MOST_OF_ONE) continue;
      used.set(listed, (used.get(listed) ?? 0) + 1);
      traps.push({
        of: 'listed word inside a longer word',
        query,
        kind: undefined,
        listed,
        against: bearers.of(listed),
      });
      break;
    }
  }
  return traps;
}

/** Parts of 4 to 7 letters that leave at least three letters of the word. */
function innerWords(word: string): string[] {
  const parts: string[] = [];
  for (let size = 4; size <= Math.min(7, word.length - 3); size++) {
    for (let at = 0; at + size <= word.length; at++) parts.push(word.slice(at, at + size));
  }
  return parts;
}
