/**
 * A hash table from words (ASCII bytes) to dense ids, in flat typed arrays.
 *
 *   slots  [ . 3 . . 0 . 1 . . 2 ]     open addressing, linear probing, id + 1
 *   start  [ 0 5 12 16 20 ]            word id -> where its bytes begin (one more than words)
 *   bytes  h u a w e i d a h u a ...
 *
 * Map<string, number> would need a string for each word of each name; at 1.2 million names that alone
 * costs more than the whole build may take.
 */
export interface WordTableArrays {
  slots: Int32Array;
  start: Uint32Array;
  bytes: Uint8Array;
}

/** One word is never longer (a joined name of 20 words would otherwise be one). */
export const MAX_WORD_BYTES = 120;

const LOAD_FACTOR = 0.6;

export class WordTable {
  slots: Int32Array;
  start: Uint32Array;
  bytes: Uint8Array;
  size = 0;
  private mask: number;

  constructor(capacity = 1024) {
    const slotCount = powerOfTwo(capacity / LOAD_FACTOR);
    this.slots = new Int32Array(slotCount);
    this.mask = slotCount - 1;
    this.start = new Uint32Array(capacity + 2);
    this.bytes = new Uint8Array(capacity * 8);
  }

  /** A table over arrays that were saved by `arrays()`; it can be read, not added to. */
  static over(arrays: WordTableArrays, size: number): WordTable {
    const table = new WordTable(1);
    table.slots = arrays.slots;
    table.start = arrays.start;
    table.bytes = arrays.bytes;
    table.mask = arrays.slots.length - 1;
    table.size = size;
    return table;
  }

  /** An independent copy with room for more words. */
  clone(): WordTable {
    const copy = new WordTable(1);
    copy.slots = this.slots.slice();
    copy.start = this.start.slice();
    copy.bytes = this.bytes.slice();
    copy.mask = this.mask;
    copy.size = this.size;
    return copy;
  }

  /** The arrays cut to what is used. */
  arrays(): WordTableArrays {
    const end = this.start[this.size] as number;
    return {
      slots: this.slots,
      start: this.start.slice(0, this.size + 1),
      bytes: this.bytes.slice(0, end),
    };
  }

  /** The id of the word source[from..to), or -1. */
  find(source: Uint8Array, from: number, to: number): number {
    const { slots, mask, start, bytes } = this;
    let slot = hashBytes(source, from, to) & mask;
    for (;;) {
      const id = (slots[slot] as number) - 1;
      if (id < 0) return -1;
      const begin = start[id] as number;
      const length = to - from;
      if ((start[id + 1] as number) - begin === length) {
        let i = 0;
        while (i < length && bytes[begin + i] === source[from + i]) i++;
        if (i === length) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The id of the word, which is added if it is new. */
  intern(source: Uint8Array, from: number, to: number): number {
    const found = this.find(source, from, to);
    if (found >= 0) return found;
    if ((this.size + 1) / this.slots.length > LOAD_FACTOR) this.rehash();
    const id = this.size++;
    if (id + 2 > this.start.length) this.start = grown(this.start, id + 2);
    const begin = this.start[id] as number;
    const end = begin + (to - from);
    if (end > this.bytes.length) this.bytes = grown(this.bytes, end);
    for (let i = from; i < to; i++) this.bytes[begin + i - from] = source[i] as number;
    this.start[id + 1] = end;
    let slot = hashBytes(source, from, to) & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = id + 1;
    return id;
  }

  findText(word: string): number {
    const bytes = asciiBytes(word);
    return this.find(bytes, 0, bytes.length);
  }

  internText(word: string): number {
    const bytes = asciiBytes(word);
    return this.intern(bytes, 0, bytes.length);
  }

  text(id: number): string {
    return asciiText(this.bytes, this.start[id] as number, this.start[id + 1] as number);
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot =
        hashBytes(this.bytes, this.start[id] as number, this.start[id + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.slots = slots;
    this.mask = mask;
  }
}

/** FNV-1a with a final mix: short ASCII words differ in few low bits, and the table masks by low bits. */
export function hashBytes(source: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (source[i] as number), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

export function powerOfTwo(atLeast: number): number {
  let size = 16;
  while (size < atLeast) size *= 2;
  return size;
}

export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

function grown<T extends Uint8Array | Uint32Array>(array: T, atLeast: number): T {
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(atLeast, array.length * 2),
  );
  larger.set(array);
  return larger;
}
