import { letterAlterations } from '../generator/letter-alterations.ts';
import { Vocabulary } from '../generator/vocabulary.ts';
import { Random } from '../random.ts';
import type { Corpus } from './listed.ts';

export interface QueryMix {
  readonly exact: readonly string[];
  readonly misspelt: readonly string[];
  readonly unmatched: readonly string[];
  /** All of them, in random order. */
  readonly all: readonly string[];
}

/** A quarter listed names as printed, half with one slip of the hand, a quarter ordinary companies. */
export function queryMix(corpus: Corpus, ordinary: readonly string[], size: number): QueryMix {
  const random = new Random('query mix');
  const vocabulary = new Vocabulary([], []);
  const slips = letterAlterations.filter(({ id }) =>
    ['insertion', 'deletion', 'substitution', 'transposition', 'keyboard'].includes(id),
  );
  const listed = () => random.pick(corpus.names).text;
  const misspell = () => {
    const name = listed();
    return random.pick(slips).alter(name, random, vocabulary) ?? name;
  };
  const times = (count: number, make: () => string) => Array.from({ length: count }, make);
  const exact = times(size / 4, listed);
  const misspelt = times(size / 2, misspell);
  const unmatched = times(size / 4, () => random.pick(ordinary));
  return {
    exact,
    misspelt,
    unmatched,
    all: random.shuffled([...exact, ...misspelt, ...unmatched]),
  };
}
