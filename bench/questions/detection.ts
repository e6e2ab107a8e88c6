import { matchingThresholds } from '../../src/matching/index.ts';
import type { Case } from '../generator/cases.ts';
import { isPersonClass } from '../generator/labels.ts';
import type { Matcher } from '../matchers/matcher.ts';
import { type Share, wilson } from '../measures/wilson.ts';
import type { AlertRate, Level } from './alerts.ts';

/** What a matcher made of one case. */
export interface Found {
  readonly case: Case;
  /** From 1; 0 = none of the right parties among the first ten. */
  readonly rank: number;
  /** Of the best right party; 0 where none was found. */
  readonly score: number;
}

/** An analyst looks at this many. */
const SEEN = 10;
/** Asked for more, so that parties of equal score can share a rank: their order says nothing. */
const ASKED = 100;

export function find(matcher: Matcher, cases: readonly Case[]): Found[] {
  return cases.map((asked) => {
    const kind = isPersonClass(asked.of) ? ('person' as const) : undefined;
    const answers = matcher.search(asked.query, kind, ASKED);
    const score = answers.find(({ party }) => asked.right.has(party))?.score;
    const rank = 1 + answers.filter((answer) => answer.score > (score ?? 0)).length;
    if (score === undefined || rank > SEEN) return { case: asked, rank: 0, score: 0 };
    return { case: asked, rank, score };
  });
}

/** Recall of one class on its test half. */
export interface ClassResult {
  readonly of: string;
  readonly cases: number;
  readonly per1000: Share;
  readonly per100: Share;
  readonly possible: Share;
  readonly strong: Share;
  readonly at1: Share;
  readonly at10: Share;
}

export type LevelsOf = (personClass: boolean) => Record<AlertRate, Level>;

/** @param levelsOf the thresholds that ordinary persons, or ordinary companies, set */
export function byClass(found: readonly Found[], levelsOf: LevelsOf): ClassResult[] {
  const test = found.filter((one) => one.case.half === 'test');
  return [...Map.groupBy(test, (one) => one.case.of)].map(([of, ones]) => {
    const { per1000, per100 } = levelsOf(isPersonClass(of));
    const share = (good: (one: Found) => boolean) => wilson(ones.filter(good).length, ones.length);
    const above = (threshold: number) => share(({ rank, score }) => rank > 0 && score >= threshold);
    return {
      of,
      cases: ones.length,
      per1000: above(per1000.threshold),
      per100: above(per100.threshold),
      possible: above(matchingThresholds.possible),
      strong: above(matchingThresholds.strong),
      at1: share(({ rank }) => rank === 1),
      at10: share(({ rank }) => rank > 0),
    };
  });
}
