import type { Strength } from './types.ts';

/**
 * The scores from which a match counts as possible and as strong.
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
