import type { Corpus } from '../data/listed.ts';
import { queryMix } from '../data/query-mix.ts';
import { FuseMatcher } from '../matchers/fuse.ts';
import type { Matcher } from '../matchers/matcher.ts';
import { MiniSearchMatcher } from '../matchers/mini-search.ts';
import { tokenSort } from '../matchers/pairwise.ts';
import { type Quantiles, quantiles } from '../measures/quantiles.ts';
import { timeEach } from './latency.ts';

/** What the same queries cost another matcher over the same names, in ms. */
export interface Rival {
  readonly label: string;
  readonly names: number;
  readonly queries: number;
  readonly build: number;
  readonly times: Quantiles;
}

interface Entry {
  readonly make: (corpus: Corpus) => Matcher;
  /** The slow ones are asked little: said in the results. */
  readonly queries: number;
}

const entries: readonly Entry[] = [
  { make: (corpus) => new MiniSearchMatcher(corpus), queries: 1000 },
  { make: (corpus) => tokenSort(corpus), queries: 40 },
  { make: (corpus) => new FuseMatcher(corpus), queries: 24 },
];

/** @param share of the usual number of queries, 0..1 */
export function rivals(corpus: Corpus, ordinary: readonly string[], share: number): Rival[] {
  return entries.map(({ make, queries }) => {
    const begin = performance.now();
    const matcher = make(corpus);
    const build = performance.now() - begin;
    const count = Math.max(4, Math.round((share * queries) / 4) * 4);
    const { all } = queryMix(corpus, ordinary, count);
    const times = timeEach(all, Math.min(8, count), (query) =>
      JSON.stringify(matcher.search(query, undefined, 10)),
    );
    return {
      label: matcher.label,
      names: corpus.names.length,
      queries: count,
      build,
      times: quantiles(times),
    };
  });
}
