import type { NameIndex } from '../../src/matching/index.ts';
import type { QueryMix } from '../data/query-mix.ts';
import { type Quantiles, quantiles } from '../measures/quantiles.ts';

/** Milliseconds a query, by what is asked. */
export interface Latency {
  readonly all: Quantiles;
  readonly exact: Quantiles;
  readonly misspelt: Quantiles;
  readonly unmatched: Quantiles;
  /** Queries a second, one thread, over the whole mix. */
  readonly perSecond: number;
}

/** One query from the name to the JSON text, explanations in. */
export function answer(index: NameIndex, name: string): string {
  const matches = index
    .search({ name }, { limit: 10 })
    .map((match) => ({ ...match, explanation: match.explain() }));
  return JSON.stringify({ name, matches });
}

/** Milliseconds of each call, after the first `warmUp` of them have run once untimed. */
export function timeEach(
  queries: readonly string[],
  warmUp: number,
  run: (query: string) => unknown,
): Float64Array {
  for (const query of queries.slice(0, warmUp)) run(query);
  const times = new Float64Array(queries.length);
  queries.forEach((query, at) => {
    const begin = performance.now();
    run(query);
    times[at] = performance.now() - begin;
  });
  return times;
}

/** Passes over the mix; the one with the lowest p99 counts, so that a busy moment of the machine does not. */
const PASSES = 3;

export function latency(index: NameIndex, mix: QueryMix): Latency {
  const best = (queries: readonly string[], warmUp: number): Quantiles => {
    const passes = Array.from({ length: PASSES }, () =>
      quantiles(timeEach(queries, warmUp, (query) => answer(index, query))),
    );
    return passes.reduce((least, pass) => (pass.p99 < least.p99 ? pass : least));
  };
  const all = best(mix.all, mix.all.length / 2);
  const of = (queries: readonly string[]) => best(queries.slice(0, 2000), 0);
  return {
    all,
    exact: of(mix.exact),
    misspelt: of(mix.misspelt),
    unmatched: of(mix.unmatched),
    perSecond: 1000 / all.mean,
  };
}
