import type { Strength } from '../types.ts';

/**
 * The scores from which a match counts as possible and as strong.
 *
 * Of 45,420 ordinary company names, 0.6 in 1,000 alert as possible or better over 54,895 names of the US lists,
 * 0.1 as strong (names that equal a listed one and a reviewed table of true denotations left out).
 */
export const matchingThresholds = { possible: 0.8, strong: 0.86 } as const;

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
