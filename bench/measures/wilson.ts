/** A share with the interval in which the true share lies with 95 % confidence. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  /** hits / of; NaN where nothing was counted. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959964;

/**
 * Wilson's score interval (E. B. Wilson, 1927): holds its level for shares near
 * 0 and 1 and for few cases, where "p ± 2 standard errors" gives [1, 1].
 *
 * @example wilson(81, 263) // value 0.308, low 0.255, high 0.366
 */
export function wilson(hits: number, of: number, z: number = Z95): Share {
  if (of === 0) return { hits, of, value: Number.NaN, low: 0, high: 1 };
  const p = hits / of;
  const zz = z * z;
  const centre = (p + zz / (2 * of)) / (1 + zz / of);
  const half = (z / (1 + zz / of)) * Math.sqrt((p * (1 - p)) / of + zz / (4 * of * of));
  return { hits, of, value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
