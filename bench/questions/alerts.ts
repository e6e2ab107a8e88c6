import { matchingThresholds } from '../../src/matching/index.ts';
import type { Matcher, QueryKind } from '../matchers/matcher.ts';
import { halfOf } from '../measures/split.ts';
import { thresholdAtRate } from '../measures/thresholds.ts';
import { type Share, wilson } from '../measures/wilson.ts';

/** The best score that a matcher gives any party for each of some ordinary names. */
export interface OrdinaryScores {
  readonly names: readonly string[];
  readonly best: readonly number[];
}

export function scoreOrdinary(
  matcher: Matcher,
  names: readonly string[],
  kind: QueryKind,
): OrdinaryScores {
  return { names, best: names.map((name) => matcher.search(name, kind, 1)[0]?.score ?? 0) };
}

/** Alerts per ordinary name at which recall is reported. */
export const alertRates = { per1000: 0.001, per100: 0.01 } as const;
export type AlertRate = keyof typeof alertRates;

export interface Level {
  /** Set on the dev half. */
  readonly threshold: number;
  /** The alert rate that the threshold has on the test half. */
  readonly alerts: Share;
}

/** For each rate the threshold that holds it on the dev half, and what it does on the test half. */
export function levels({ names, best }: OrdinaryScores): Record<AlertRate, Level> {
  const dev = best.filter((_, at) => halfOf(names[at] ?? '') === 'dev');
  const test = best.filter((_, at) => halfOf(names[at] ?? '') === 'test');
  const at = (rate: number): Level => {
    const threshold = thresholdAtRate(dev, rate);
    return {
      threshold,
      alerts: wilson(test.filter((score) => score >= threshold).length, test.length),
    };
  };
  return { per1000: at(alertRates.per1000), per100: at(alertRates.per100) };
}

/** Names kept for a reviewer. */
const SHOWN = 200;

export interface DefaultAlerts {
  readonly possible: Share;
  readonly strong: Share;
  /** Of the alerts those on a name that equals a listed one but for its legal form: no name alone can tell them apart. */
  readonly namesakes: Share;
  /** The alerting names, best first: what a reviewer reads to fill `denotations.csv`. */
  readonly names: readonly { readonly name: string; readonly score: number }[];
}

/** How many ordinary names alert at the product's own thresholds. */
export function alertsAtDefault(
  { names, best }: OrdinaryScores,
  isNamesake: (name: string) => boolean,
): DefaultAlerts {
  const { possible, strong } = matchingThresholds;
  const alerting = best
    .flatMap((score, at) => (score >= possible ? [{ name: names[at] ?? '', score }] : []))
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  return {
    possible: wilson(alerting.length, best.length),
    strong: wilson(alerting.filter(({ score }) => score >= strong).length, best.length),
    namesakes: wilson(alerting.filter(({ name }) => isNamesake(name)).length, alerting.length),
    names: alerting.slice(0, SHOWN),
  };
}
