import type { Case } from '../generator/cases.ts';
import { isAcronymClass, isApart, isPersonClass } from '../generator/labels.ts';
import type { Matcher } from '../matchers/matcher.ts';
import { macro } from '../measures/macro.ts';
import { Random } from '../random.ts';
import { levels, scoreOrdinary } from './alerts.ts';
import { byClass, find } from './detection.ts';

/** How a matcher did on a sample of the same cases and the same ordinary names. */
export interface BaselineResult {
  readonly label: string;
  readonly cases: number;
  readonly ordinary: number;
  /** Macro recall over company classes, acronyms apart; NaN where the sample is too small for the rate. */
  readonly per1000: number;
  readonly per100: number;
  readonly at1: number;
  readonly at10: number;
  /** Mean time of one query over the corpus, in ms. */
  readonly meanMs: number;
}

export interface Sample {
  /** Cases a class (test half) and ordinary names that the matcher is asked. */
  readonly perClass: number;
  readonly ordinary: number;
}

/** Fewer ordinary names than these on the dev half cannot tell 1 alert in 1,000, or in 100, from none. */
const LEAST_FOR_1000 = 2000;
const LEAST_FOR_100 = 200;

export function baseline(
  matcher: Matcher,
  cases: readonly Case[],
  companies: readonly string[],
  sample: Sample,
): BaselineResult {
  const classes = Map.groupBy(
    cases.filter(
      ({ of, half }) =>
        half === 'test' && !isPersonClass(of) && !isAcronymClass(of) && !isApart(of),
    ),
    ({ of }) => of,
  );
  const asked = [...classes.values()].flatMap((ones) => ones.slice(0, sample.perClass));
  const names = new Random('baseline').sample(companies, sample.ordinary);
  const begin = performance.now();
  const found = find(matcher, asked);
  const meanMs = (performance.now() - begin) / asked.length;
  const level = levels(scoreOrdinary(matcher, names, undefined));
  const results = byClass(found, () => level);
  return {
    label: matcher.label,
    cases: asked.length,
    ordinary: names.length,
    per1000:
      names.length / 2 >= LEAST_FOR_1000
        ? macro(results.map(({ per1000 }) => per1000))
        : Number.NaN,
    per100:
      names.length / 2 >= LEAST_FOR_100 ? macro(results.map(({ per100 }) => per100)) : Number.NaN,
    at1: macro(results.map(({ at1 }) => at1)),
    at10: macro(results.map(({ at10 }) => at10)),
    meanMs,
  };
}
