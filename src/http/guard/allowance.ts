import { setTimeout as wait } from 'node:timers/promises';

/** Callers that are counted at a time; more push out the ones that have been quiet longest. */
const CALLERS_COUNTED = 10_000;
const MINUTE = 60_000;
/** The longest that is waited before looking again, in milliseconds. */
const LOOK_AGAIN = 1000;

/** What one caller may still ask. */
export interface Allowance {
  /** Takes names off, below zero if need be: what has been asked is answered. */
  spend(names: number): void;
  /** Resolves when what was spent too much has come back. */
  room(): Promise<void>;
}

export const UNLIMITED: Allowance = { spend: () => {}, room: async () => {} };

interface Bucket {
  left: number;
  /** When `left` was so much, in milliseconds of the clock. */
  at: number;
}

/**
 * What callers may still ask: a token bucket for each (Turner, "New directions in
 * communications", 1986). It holds the names of one minute, and fills as fast as
 * that minute passes.
 *
 *     left   ██▇▆▅▃▂▁ ▁▂▃▄▅▆▇██
 *            asks     waits
 */
export class Allowances {
  readonly #perMinute: number;
  readonly #clock: () => number;
  /** The one that was heard of last stands last. */
  readonly #buckets = new Map<string, Bucket>();

  /** @param clock in milliseconds, never going back */
  constructor(perMinute: number, clock: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#clock = clock;
  }

  of(caller: string): Allowance {
    return {
      spend: (names) => {
        this.#bucketOf(caller).left -= names;
      },
      room: async () => {
        for (let late = this.late(caller); late > 0; late = this.late(caller)) {
          await wait(Math.min(late, LOOK_AGAIN));
        }
      },
    };
  }

  /** Takes one name off where there is one. Returns how many were left before, rounded down: less than one is none. */
  take(caller: string): number {
    const bucket = this.#bucketOf(caller);
    const before = Math.floor(bucket.left);
    if (before >= 1) bucket.left -= 1;
    return before;
  }

  /** Milliseconds until there are so many names again. */
  late(caller: string, names = 0): number {
    const lacking = names - this.#bucketOf(caller).left;
    return Math.max(0, Math.ceil((lacking * MINUTE) / this.#perMinute));
  }

  #bucketOf(caller: string): Bucket {
    const now = this.#clock();
    const { left, at } = this.#buckets.get(caller) ?? { left: this.#perMinute, at: now };
    const bucket = {
      left: Math.min(this.#perMinute, left + ((now - at) * this.#perMinute) / MINUTE),
      at: now,
    };
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > CALLERS_COUNTED) {
      const [quietest] = this.#buckets.keys();
      if (quietest !== undefined) this.#buckets.delete(quietest);
    }
    return bucket;
  }
}
