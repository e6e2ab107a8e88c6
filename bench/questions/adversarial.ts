import type { NameIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import { genericOnly } from '../generator/tables/vocabulary.ts';
import { Random } from '../random.ts';
import { answer, timeEach } from './latency.ts';

/** What the contract takes as a name at most, in code points. */
const LONGEST = 512;

export interface Slow {
  readonly of: string;
  readonly queries: number;
  /** Milliseconds of the slowest; the least of three runs each, so that a pause of the machine is not its fault. */
  readonly max: number;
  readonly slowest: string;
}

/** Queries made to be slow, by kind. */
export function adversarial(index: NameIndex, corpus: Corpus): Slow[] {
  const random = new Random('adversarial');
  const words = commonWords(corpus);
  const name = () => random.pick(corpus.names).text;
  const many = (count: number, word: () => string) => Array.from({ length: count }, word).join(' ');
  const kinds: Record<string, () => string> = {
    'very long (512 characters)': () => many(60, name),
    'generic words only': () => many(2 + random.below(8), () => random.pick(genericOnly)),
    'one letter': () => random.pick([...'abcdefghijklmnopqrstuvwxyzя中ا1']),
    '40 words': () => many(40, () => random.pick(name().split(' '))),
    'one word repeated': () => Array(40).fill(random.pick(words)).join(' '),
    'the commonest words': () => many(12, () => random.pick(words)),
    'initials only': () => many(20, () => random.pick([...'ABCDEFGHIJKLMNOPRSTUVWYZ'])),
    'no spaces (512 letters)': () => many(60, name).replace(/\s+/g, ''),
    'another script': () =>
      many(30, () => random.pick(['公司', 'общество', 'شركة', '技术有限', '회사', 'बैंक'])),
  };
  return Object.entries(kinds).map(([of, make]) =>
    slowest(index, of, Array.from({ length: 60 }, make)),
  );
}

/**
 * A search for slow inputs: the slowest queries are kept and mutated, again and
 * again, for a number of rounds. What it finds is the worst that is known.
 */
export function fuzzForSlow(index: NameIndex, corpus: Corpus, rounds: number): Slow {
  const random = new Random('slow inputs');
  const words = commonWords(corpus);
  const KEPT = 12;
  let pool = Array.from({ length: KEPT }, () => random.pick(corpus.names).text).map((query) => ({
    query,
    ms: 0,
  }));
  let tried = 0;
  for (let round = 0; round < rounds; round++) {
    const children = Array.from({ length: 24 }, () =>
      mutated(random.pick(pool).query, words, corpus, random),
    );
    tried += children.length;
    const times = timeEach(children, 0, (query) => answer(index, query));
    const timed = children.map((query, at) => ({ query, ms: times[at] ?? 0 }));
    pool = [...pool, ...timed].sort((a, b) => b.ms - a.ms).slice(0, KEPT);
  }
  const worst = slowest(
    index,
    'found by fuzzing',
    pool.map(({ query }) => query),
  );
  return { ...worst, queries: tried };
}

function slowest(index: NameIndex, of: string, raw: readonly string[]): Slow {
  const queries = raw.map((query) => [...query].slice(0, LONGEST).join(''));
  const runs = [0, 1, 2].map(() => timeEach(queries, 0, (query) => answer(index, query)));
  const least = queries.map((_, at) => Math.min(...runs.map((times) => times[at] ?? 0)));
  const max = Math.max(...least);
  return { of, queries: queries.length, max, slowest: queries[least.indexOf(max)] ?? '' };
}

function mutated(query: string, words: readonly string[], corpus: Corpus, random: Random): string {
  const parts = query.split(' ');
  const at = random.below(parts.length);
  const mutations: (() => string)[] = [
    () => [...parts, random.pick(words)].join(' '),
    () => [...parts, random.pick(corpus.names).text].join(' '),
    () => [...parts, ...parts].join(' '),
    () => parts.with(at, random.pick(words)).join(' '),
    () => parts.with(at, (parts[at] ?? '').slice(0, 1 + random.below(4))).join(' '),
    () => parts.with(at, (parts[at] ?? '') + random.pick(words)).join(' '),
    () => parts.filter((_, i) => i !== at).join(' ') || query,
    () => random.shuffled(parts).join(' '),
    () => query.replace(/[aeiou]/, () => random.pick([...'aeiouxq'])),
  ];
  return [...random.pick(mutations)()].slice(0, LONGEST).join('');
}

/** The words that most names share: the longest postings of any index. */
function commonWords({ names }: Corpus): string[] {
  const counts = new Map<string, number>();
  for (const { text } of names.slice(0, 60_000)) {
    for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 60)
    .map(([word]) => word);
}
