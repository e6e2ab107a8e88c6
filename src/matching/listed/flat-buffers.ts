/**
 * Named typed arrays in one shared block of memory, so that an index can be written to a file as it is,
 * and handed to worker threads without a copy.
 *
 *   block  | words.slots ....... | words.bytes ... | names.start ...... |
 *   layout [{ name, type, offset, length }, ...]
 */
export type FlatArray =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

const TYPES = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
export type FlatType = keyof typeof TYPES;

export interface FlatEntry {
  name: string;
  type: FlatType;
  /** In bytes from the start of the block; a multiple of 8. */
  offset: number;
  /** In elements. */
  length: number;
}

export interface FlatBuffers {
  layout: FlatEntry[];
  block: SharedArrayBuffer | ArrayBuffer;
}

export function packArrays(arrays: Readonly<Record<string, FlatArray>>): FlatBuffers {
  const layout: FlatEntry[] = [];
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    layout.push({ name, type: array.constructor.name as FlatType, offset, length: array.length });
    offset += Math.ceil(array.byteLength / 8) * 8;
  }
  const block = new SharedArrayBuffer(offset);
  const bytes = new Uint8Array(block);
  for (const entry of layout) {
    const array = arrays[entry.name] as FlatArray;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), entry.offset);
  }
  return { layout, block };
}

/** Views on the arrays of a block; nothing is copied. */
export function unpackArrays({ layout, block }: FlatBuffers): Map<string, FlatArray> {
  const arrays = new Map<string, FlatArray>();
  for (const { name, type, offset, length } of layout)
    arrays.set(name, new TYPES[type](block as ArrayBuffer, offset, length));
  return arrays;
}
