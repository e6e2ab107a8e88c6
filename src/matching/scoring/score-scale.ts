/** The best score of names that are not equal: 1 is kept for equality. */
export const BEST_UNEQUAL = 0.99;
/** Initials alone are borne by several: below a strong match, however few names are listed. */
export const BEST_BY_INITIALS = 0.85;
/** ... and below a possible one where they say less than this, in bits: three letters, as a rule. */
export const LEAST_INITIAL_BITS = 15;
export const BEST_BY_FEW_INITIALS = 0.79;
/** Stretches the logistic curve so that an analyst's queue has an order: no crowd just below equality. */
export const SPREAD = 4;
/** Sets where the alert rate of the default threshold falls on the scale. */
const SHIFT = 4.8;

/** The score of a sum of evidence: a logistic curve, cut off below equality. */
export function scoreOfEvidence(evidence: number): number {
  return BEST_UNEQUAL / (1 + Math.exp(-(evidence + SHIFT) / SPREAD));
}
