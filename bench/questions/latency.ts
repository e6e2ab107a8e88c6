import type { NameIndex } from '../../src/matching/index.ts';
import type { QueryMix } from '../data/query-mix.ts';
import { type Quantiles, quantiles } from '../measures/quantiles.ts';

/** Milliseconds a query, by what is asked. */
export interface Latency {
  /** The whole mix: the pass with the lowest p99. */
  readonly all: Quantiles;
  /** The whole mix: of each query its least time over the passes. The parts of the mix likewise. */
  readonly least: Quantiles;
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

const PASSES = 3;

/**
 * Times the mix in three passes. A pass holds all that the queries waited for:
 * garbage collection, and whatever else the machine did. The least time of each
 * query over the passes holds what the query itself costs.
 */
export function latency(index: NameIndex, mix: QueryMix): Latency {
  const passes = (queries: readonly string[], warmUp: number) =>
    Array.from({ length: PASSES }, (_, pass) =>
      timeEach(queries, pass === 0 ? warmUp : 0, (query) => answer(index, query)),
    );
  const all = passes(mix.all, mix.all.length / 2);
  const best = all.map(quantiles).reduce((least, pass) => (pass.p99 < least.p99 ? pass : least));
  const least = (of: readonly Float64Array[]) =>
    quantiles(
      (of[0] ?? new Float64Array()).map((_, at) => Math.min(...of.map((pass) => pass[at] ?? 0))),
    );
  const of = (queries: readonly string[]) => least(passes(queries.slice(0, 2000), 0));
  return {
    all: best,
    least: least(all),
    exact: of(mix.exact),
    misspelt: of(mix.misspelt),
    unmatched: of(mix.unmatched),
    perSecond: 1000 / best.mean,
  };
}
