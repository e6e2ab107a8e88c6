/** Mean of the shares, each class counting the same however many cases it has. */
export function macro(shares: readonly { readonly value: number }[]): number {
  const known = shares.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
