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

const DEEPEST = 10;

export function find(matcher: Matcher, cases: readonly Case[]): Found[] {
  return cases.map((asked) => {
    const kind = isPersonClass(asked.of) ? ('person' as const) : undefined;
    const answers = matcher.search(asked.query, kind, DEEPEST);
    const at = answers.findIndex(({ party }) => asked.right.has(party));
    // Parties of equal score share the better rank: which of them comes first says nothing.
    const score = answers[at]?.score ?? 0;
    const rank = at < 0 ? 0 : 1 + answers.filter((answer) => answer.score > score).length;
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
