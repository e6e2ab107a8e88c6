/**
 * Seeded chance: every draw of the evaluation and the benchmark comes from
 * here, so that two runs over the same data ask the same questions.
 */
export class Random {
  #state: number;

  /** @param seed any text; the same text gives the same sequence */
  constructor(seed: string) {
    this.#state = hash32(seed);
  }

  /** Uniform in [0, 1). Method: mulberry32 (T. Ettinger), 32 bits of state, period 2^32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** Whole number in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(items: readonly T[]): T {
    const picked = items[this.below(items.length)];
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return picked as T;
  }

  /** The items in a new order (Fisher-Yates); the input stays as it is. */
  shuffled<T>(items: readonly T[]): T[] {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = order[last] as T;
      order[last] = order[other] as T;
      order[other] = kept;
    }
    return order;
  }

  /** `count` different items (fewer when there are fewer), in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    if (count * 4 > items.length) return this.shuffled(items).slice(0, count);
    const taken = new Set<number>();
    while (taken.size < count) taken.add(this.below(items.length));
    return [...taken].map((at) => items[at] as T);
  }
}

/** FNV-1a over UTF-16 code units: a stable number for a text, on any machine. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // FNV alone leaves neighbours ("p1", "p2") close in their high bits; this finaliser spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
