import type { Strength } from './types.ts';

/**
 * The scores from which a match counts as possible and as strong.
 *
 * Measured over 76,105 names of the US lists on two halves of 45,455 ordinary company names (names that
 * equal a listed one and a reviewed table of true denotations left out): possible or better alerts on 0.66
 * and 0.97 of 1,000, strong on 0.44 and 0.75. The coefficients were fitted on the first half.
 */
export const matchingThresholds = { possible: 0.8, strong: 0.82 } as const;

/** Scores from here on are equality after normalisation. */
export const EXACT = 0.9995;

export function strengthOf(
  score: number,
  threshold: number = matchingThresholds.possible,
): Strength | 'none' {
  if (score >= EXACT) return 'exact';
  if (score < threshold) return 'none';
  return score >= matchingThresholds.strong ? 'strong' : 'possible';
}
