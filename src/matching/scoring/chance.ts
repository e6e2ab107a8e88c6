import { BEST_UNEQUAL, SPREAD } from './score-scale.ts';

/**
 * How many listed names a resemblance is weighed for. The score model was fitted on lists of about this many.
 */
const REFERENCE_NAMES = 60_000;
/** Fewer names than these are taken as these: three names are no measure of chance. */
const LEAST_NAMES = 2000;

/**
 * The evidence that a resemblance gains where few names are listed: an ordinary name resembles one of a
 * thousand by chance far less often than one of sixty thousand.
 *
 *   expected chance resemblances = names x chance of one     (the E-value of Karlin and Altschul, 1990)
 *
 * @param names number of listed names
 * @returns 0 or more, on the scale of evidence of the score model
 * @example chanceLift(60_000) // 0
 */
export function chanceLift(names: number): number {
  const share = REFERENCE_NAMES / Math.max(names, LEAST_NAMES);
  return Math.max(0, Math.log(share));
}

/**
 * A score with that evidence added; equality stays equality, and nothing in common stays nothing.
 *
 * @param most the score that such a resemblance has at most
 */
export function lifted(score: number, lift: number, most: number): number {
  if (score <= 0 || score >= BEST_UNEQUAL) return score;
  const odds = BEST_UNEQUAL / score - 1;
  return Math.min(most, BEST_UNEQUAL / (1 + odds * Math.exp(-lift / SPREAD)));
}
