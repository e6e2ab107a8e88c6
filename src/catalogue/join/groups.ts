/**
 * Sets that grow together (union-find): every key begins alone, `join` makes one set
 * of two. Paths are halved on the way up, so both take next to no time.
 */
export class Groups {
  readonly #numbers = new Map<string, number>();
  readonly #parents: number[] = [];

  /** The number of a key; new ones begin a set of their own. */
  of(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#parents.length;
    this.#parents.push(number);
    this.#numbers.set(key, number);
    return number;
  }

  /** The one number that stands for the set. */
  root(number: number): number {
    let at = number;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      const above = this.#parents[parent] ?? parent;
      this.#parents[at] = above;
      at = above;
    }
  }

  /** The smaller root stands for both, so that the outcome does not depend on the order. */
  join(a: number, b: number): void {
    const [low, high] = [this.root(a), this.root(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.#parents[high] = low;
  }
}
