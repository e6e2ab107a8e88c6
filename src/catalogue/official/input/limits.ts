/** How much of an input is read before it is refused. All are far above what the real lists need. */
export interface InputLimits {
  /** Bytes of one input after unpacking; the largest public list today has about 2.5 GB. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed byte; real lists reach about 20, a zip bomb a thousand. */
  readonly ratio: number;
  /** Characters of one field, line or text; real ones reach about 10,000. */
  readonly fieldCharacters: number;
  /** Members of one archive. */
  readonly members: number;
  /** Nested elements of an XML document. */
  readonly depth: number;
}

export const inputLimits: InputLimits = {
  unpackedBytes: 4 * 1024 ** 3,
  ratio: 200,
  fieldCharacters: 4 * 1024 ** 2,
  members: 100,
  depth: 64,
};

/** Bytes below which the ratio says nothing: a small file of spaces packs as well as a bomb. */
export const RATIO_FREE_BYTES = 16 * 1024 ** 2;
