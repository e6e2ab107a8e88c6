/** Texts by the sequences of three characters that they hold: candidates for the pairwise baselines. */
export class TrigramIndex {
  readonly #postings: Uint32Array[] = [];
  readonly #idOf = new Map<string, number>();
  readonly #lengths: Uint16Array;
  readonly #shared: Uint16Array;

  constructor(texts: readonly string[]) {
    this.#lengths = new Uint16Array(texts.length);
    this.#shared = new Uint16Array(texts.length);
    const lists: number[][] = [];
    texts.forEach((text, ordinal) => {
      const grams = trigrams(text);
      this.#lengths[ordinal] = grams.size;
      for (const gram of grams) {
        const id = this.#idOf.get(gram) ?? this.#idOf.size;
        this.#idOf.set(gram, id);
        const list = lists[id];
        if (list) list.push(ordinal);
        else lists[id] = [ordinal];
      }
    });
    this.#postings = lists.map((list) => Uint32Array.from(list));
  }

  /** Ordinals of the `count` texts with the highest Dice coefficient of trigrams. */
  nearest(text: string, count: number): number[] {
    const grams = trigrams(text);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const ordinal of this.#postings[this.#idOf.get(gram) ?? -1] ?? []) {
        if (this.#shared[ordinal] === 0) touched.push(ordinal);
        this.#shared[ordinal] = (this.#shared[ordinal] as number) + 1;
      }
    }
    // Dice coefficients fall into 1,000 bins: a sort of ten thousands is what it would cost otherwise.
    const bins: number[][] = Array.from({ length: 1001 }, () => []);
    for (const ordinal of touched) {
      const both = grams.size + (this.#lengths[ordinal] as number);
      bins[Math.round((2000 * (this.#shared[ordinal] as number)) / both)]?.push(ordinal);
      this.#shared[ordinal] = 0;
    }
    const nearest: number[] = [];
    for (let bin = 1000; bin > 0 && nearest.length < count; bin--)
      nearest.push(...(bins[bin] ?? []));
    return nearest.slice(0, count);
  }
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
  }
  return grams;
}
