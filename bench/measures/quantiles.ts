export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly mean: number;
}

/** Quantiles by the nearest rank; in the unit of the samples. @throws RangeError for no samples */
export function quantiles(samples: readonly number[] | Float64Array): Quantiles {
  if (samples.length === 0) throw new RangeError('no samples');
  const rising = Float64Array.from(samples).sort();
  const at = (q: number) =>
    rising[Math.min(rising.length - 1, Math.ceil(q * rising.length) - 1)] as number;
  const sum = rising.reduce((total, sample) => total + sample, 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), mean: sum / rising.length };
}
