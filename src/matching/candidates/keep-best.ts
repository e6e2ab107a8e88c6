const HISTOGRAM = 512;
const histogram = new Uint32Array(HISTOGRAM + 1);

/**
 * Copies the names from..to whose value is at least `least` to `into` from `at` on, the best `keep` of them
 * when there are more; returns where `into` ends. A histogram finds the cut without a sort.
 */
export function keepBest(
  names: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  keep: number,
  least: number,
  into: Uint32Array,
  at: number,
): number {
  let cut = -1;
  if (to - from > keep) {
    histogram.fill(0);
    for (let i = from; i < to; i++) {
      const slot = slotOf(values[i] as number);
      histogram[slot] = (histogram[slot] as number) + 1;
    }
    let above = 0;
    cut = HISTOGRAM;
    while (cut > 0 && above + (histogram[cut] as number) <= keep)
      above += histogram[cut--] as number;
  }
  const last = at + keep;
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    if (value >= least && slotOf(value) > cut) into[at++] = names[i] as number;
  }
  // Of those at the cut as many as there is room for.
  for (let i = from; cut >= 0 && i < to && at < last; i++) {
    const value = values[i] as number;
    if (value >= least && slotOf(value) === cut) into[at++] = names[i] as number;
  }
  return at;
}

function slotOf(value: number): number {
  return value >= 1 ? HISTOGRAM : (value * HISTOGRAM) | 0;
}
