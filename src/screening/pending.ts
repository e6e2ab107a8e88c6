/** Answers that wait together for the disk; far fewer than the journal takes on. */
const MANY = 1000;

/**
 * What the answers of one inquiry wait for. They may lie in several groups of the
 * journal, and one group can fail where the next one is written: all are waited for.
 */
export class Pending {
  readonly #groups = new Set<Promise<void>>();
  #answers = 0;

  /** @param durable what an answer waits for; undefined: for nothing */
  add(durable: Promise<void> | undefined): void {
    if (durable === undefined) return;
    this.#groups.add(durable);
    this.#answers += 1;
  }

  /**
   * Resolves when all that was added since the last call is on the disk.
   *
   * @throws RedflagError `records-unavailable`: those answers must not be given
   */
  async settled(): Promise<void> {
    const groups = [...this.#groups];
    this.#groups.clear();
    this.#answers = 0;
    await Promise.all(groups);
  }

  /** The same once many wait; before that nothing is waited for, so that groups are large. */
  async keptUp(): Promise<void> {
    if (this.#answers >= MANY) await this.settled();
  }
}
