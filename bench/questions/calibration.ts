import { isAcronymClass, isApart, isPersonClass } from '../generator/labels.ts';
import type { OrdinaryScores } from './alerts.ts';
import type { Found } from './detection.ts';

/** Bounds of the score bands, falling; the last band ends at the default threshold or below. */
const bounds = [
  0.9995, 0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.86, 0.84, 0.82, 0.8, 0.75, 0.7,
] as const;

/** One name in this many of the imagined vendor master denotes a listed party, in an altered form. */
export const ONE_LISTED_IN = 100;

export interface Band {
  readonly from: number;
  readonly to: number;
  /** Altered listed names, and ordinary names, whose best alert lies in the band. */
  readonly right: number;
  readonly wrong: number;
  /** Share of right alerts in a vendor master in which 1 name in 100 is a listed one. */
  readonly precision: number;
}

/** What share of the alerts of each score is right, of companies or of persons. */
export function calibration(
  found: readonly Found[],
  ordinary: OrdinaryScores,
  persons: boolean,
): Band[] {
  const cases = found.filter(
    ({ case: { of, half } }) =>
      isPersonClass(of) === persons && half === 'test' && !isAcronymClass(of) && !isApart(of),
  );
  let to = 1.0001;
  return bounds.map((from) => {
    const within = (score: number) => score >= from && score < to;
    const right = cases.filter(({ rank, score }) => rank > 0 && within(score)).length;
    const wrong = ordinary.best.filter(within).length;
    const listed = right / cases.length / ONE_LISTED_IN;
    const innocent = (wrong / ordinary.best.length) * (1 - 1 / ONE_LISTED_IN);
    const band = {
      from,
      to: Math.min(1, to),
      right,
      wrong,
      precision: listed / (listed + innocent),
    };
    to = from;
    return band;
  });
}
