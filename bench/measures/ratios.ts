/** A number that can be compared between runs and machines: a cost over a cost of the same run. */
export interface Ratio {
  readonly name: string;
  readonly value: number;
  readonly better: 'lower' | 'higher';
}

/** By how much a ratio may be worse than the committed one before it is named. */
export const TOLERANCE = 1.2;

export interface Compared extends Ratio {
  /** Of the committed run; null where that has no such ratio. */
  readonly before: number | null;
  readonly worse: boolean;
}

/** Sets the ratios of this run beside those of the committed one. */
export function compareRatios(now: readonly Ratio[], before: readonly Ratio[]): Compared[] {
  const known = new Map(before.map(({ name, value }) => [name, value]));
  return now.map((ratio) => {
    const old = known.get(ratio.name) ?? null;
    const factor =
      old === null ? 1 : ratio.better === 'lower' ? ratio.value / old : old / ratio.value;
    return { ...ratio, before: old, worse: factor > TOLERANCE };
  });
}
