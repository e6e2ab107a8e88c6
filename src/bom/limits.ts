const KIB = 1024;
const MIB = 1024 * KIB;

/** What a file may ask of the machine. Text is read as a stream; a spreadsheet is held in memory. */
export interface BomLimits {
  /** Bytes of a file. */
  readonly bytes: number;
  /** Bytes of a spreadsheet as it lies there, and unpacked. */
  readonly workbook: {
    readonly packed: number;
    readonly unpacked: number;
    readonly members: number;
  };
  /** Components of a file. */
  readonly components: number;
  /** Levels of nested JSON values or XML elements. */
  readonly depth: number;
  /** Characters of one field, cell or text. */
  readonly field: number;
}

/** Limits of the command line: a 512 MiB file streams in bounded memory. */
export const fileLimits: BomLimits = {
  bytes: 512 * MIB,
  workbook: { packed: 24 * MIB, unpacked: 192 * MIB, members: 2_000 },
  components: 2_000_000,
  depth: 256,
  field: MIB,
};

/** Limits of a request: others wait for the same machine. */
export const requestLimits: BomLimits = {
  bytes: 32 * MIB,
  workbook: { packed: 6 * MIB, unpacked: 48 * MIB, members: 500 },
  components: 100_000,
  depth: 256,
  field: MIB,
};

/** Bytes of a policy that comes with a request. */
export const REQUEST_POLICY_BYTES = 64 * KIB;

/** Rows among which the header is looked for: reports put title, date and customer above it. */
export const HEADER_ROWS = 40;
