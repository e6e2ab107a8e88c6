const NEWLINE = 0x0a;

/** One line of a stream; `bytes` is null where the line was longer than allowed. */
export interface Line {
  /** Counts the lines of the body, blank ones too, from 1. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

/**
 * Cuts a stream of bytes into lines, in memory bounded by the longest line
 * allowed: of a longer one nothing is kept but that it was there.
 *
 *     chunks   | {"a":1}\n{"a" | :2}\n{"a | ":3}
 *     lines      1 ------- 2 -------- 3 ------- (given by `end`)
 */
export class LineSplitter {
  readonly #limit: number;
  #number = 1;
  #pending: Buffer[] = [];
  #length = 0;

  /** @param limit the most bytes that a line may have, its newline apart */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The lines that this chunk completes. */
  *push(chunk: Buffer): Generator<Line> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      start = end + 1;
      yield this.#take();
    }
    this.#keep(chunk.subarray(start));
  }

  /** The last line, where the stream does not end with a newline. */
  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#take();
  }

  #keep(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#limit) this.#pending = [];
    else if (piece.length > 0) this.#pending.push(piece);
  }

  #take(): Line {
    const [first = Buffer.alloc(0), ...more] = this.#pending;
    const whole = more.length === 0 ? first : Buffer.concat(this.#pending);
    const line = { number: this.#number, bytes: this.#length > this.#limit ? null : whole };
    this.#number += 1;
    this.#pending = [];
    this.#length = 0;
    return line;
  }
}

/** True for a line of spaces only: it holds no item. */
export function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
