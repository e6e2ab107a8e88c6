/**
 * The lowest threshold at which at most `rate` of the ordinary names alert.
 *
 * @param best the best score of each ordinary name (0 where it found nothing)
 * @param rate alerts per ordinary name, e.g. 0.001
 * @returns a value just above the first score that may not alert; an alert is `score >= threshold`
 */
export function thresholdAtRate(best: readonly number[], rate: number): number {
  const falling = [...best].sort((a, b) => b - a);
  const allowed = Math.floor(rate * falling.length + 1e-9);
  const firstSilent = falling[allowed];
  if (firstSilent === undefined) return 0;
  return firstSilent + 1e-9;
}
