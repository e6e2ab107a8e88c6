const row = new Uint16Array(4096);

/**
 * Twice the longest common subsequence over the summed lengths: the "ratio" of
 * the fuzzy-matching libraries. 0..1, symmetric.
 *
 *   row[j] = longest common subsequence of a[0..i] and b[0..j]
 */
export function ratio(a: string, b: string): number {
  if (a === b) return 1;
  const width = Math.min(b.length, row.length - 1);
  row.fill(0, 0, width + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let j = 1; j <= width; j++) {
      const above = row[j] as number;
      const left = row[j - 1] as number;
      row[j] = a.charCodeAt(i) === b.charCodeAt(j - 1) ? diagonal + 1 : Math.max(above, left);
      diagonal = above;
    }
  }
  return (2 * (row[width] as number)) / (a.length + width);
}
