import { CsvError, parse } from 'csv-parse/sync';
import { RedflagError } from '../../domain/error.ts';

/** A record of a CSV file. `problem` says why it could not be read as the header promises. */
export interface CsvRecord {
  /** Line of the file on which it begins; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The bytes of the file, for a record that could not be read. */
  readonly raw: string | null;
  readonly problem: string | null;
}

/** How a file is written; its output is written the same way. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly byteOrderMark: boolean;
}

/** A file read as a stream: how it is written, its header, and its records one by one. */
export interface CsvFile {
  readonly dialect: Dialect;
  readonly header: readonly string[];
  readonly records: AsyncIterable<CsvRecord>;
}

/** A record longer than this is a quotation mark that nobody closed. */
const LONGEST_RECORD = 1 << 18;
const LONGEST_LINE = 1 << 20;
const NEWLINE = 10;
const RETURN = 13;
const BOM = Buffer.from('\ufeff');
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads CSV in bounded memory. csv-parse takes a block at a time; where it stops
 * at a malformed record, that line is answered as a problem and reading goes on
 * with the next one, so that one stray quotation mark costs one row, not the rest
 * of the file.
 *
 *     bytes -> | complete records        | begun |
 *              | csv-parse ... x ... ... | kept for the next block
 *                              ^ malformed: this line alone
 *
 * @throws RedflagError `invalid-request` when there is no header or the file is not UTF-8 text
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const blocks = bytes[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  let ended = false;
  const more = async () => {
    const next = await blocks.next();
    if (next.done) ended = true;
    else buffer = Buffer.concat([buffer, next.value]);
  };
  while (!ended && !hasWholeLine(buffer)) await more();
  const byteOrderMark = buffer.subarray(0, BOM.length).equals(BOM);
  refuseOtherEncodings(buffer);
  if (byteOrderMark) buffer = buffer.subarray(BOM.length);
  const dialect = { ...dialectOf(buffer), byteOrderMark };

  async function* records(): AsyncGenerator<CsvRecord> {
    let line = 1;
    for (;;) {
      const block = readBlock(buffer, dialect, line, ended);
      line = block.line;
      buffer = buffer.subarray(block.bytes);
      yield* block.records;
      if (ended) return;
      if (block.bytes === 0 && buffer.length > LONGEST_LINE) {
        throw refusal(`line ${line} is longer than ${LONGEST_LINE} bytes: is this a CSV file?`);
      }
      await more();
    }
  }

  const all = records();
  const first = await all.next();
  if (first.done || first.value.problem !== null) {
    const reason = first.done ? 'it is empty' : `line 1: ${first.value.problem}`;
    throw refusal(`the file has no header: ${reason}`);
  }
  return { dialect, header: first.value.cells.map((cell) => cell.trim()), records: all };
}

interface Block {
  readonly records: CsvRecord[];
  /** Bytes used; what follows belongs to a record that has only begun. */
  readonly bytes: number;
  /** Line on which the next record begins. */
  readonly line: number;
}

/** The records that a buffer holds whole; all of it when it is the last one. */
function readBlock(buffer: Buffer, dialect: Dialect, firstLine: number, last: boolean): Block {
  const records: CsvRecord[] = [];
  let bytes = 0;
  let line = firstLine;
  const end = last ? buffer.length : wholeLines(buffer, dialect);
  while (bytes < end) {
    const start = bytes;
    const rest = buffer.subarray(start, end);
    const stopped = parseRecords(rest, dialect, (cells, used) => {
      // Blank lines before a record belong to the bytes used for it.
      const from = skipBlank(buffer, bytes);
      const at = line + countLines(buffer, bytes, from, dialect);
      if (cells.some((cell) => cell.trim() !== '')) {
        records.push({ line: at, cells, raw: null, problem: null });
      }
      line += countLines(buffer, bytes, start + used, dialect);
      bytes = start + used;
    });
    if (stopped === null) {
      line += countLines(buffer, bytes, end, dialect);
      bytes = end;
      break;
    }
    const begun = stopped === 'CSV_QUOTE_NOT_CLOSED' && !last;
    if (begun && buffer.length - bytes < LONGEST_RECORD) break;
    const from = skipBlank(buffer, bytes);
    line += countLines(buffer, bytes, from, dialect);
    bytes = lineEnd(buffer, from, dialect);
    records.push(readAlone(buffer.subarray(from, bytes), dialect, line));
    line++;
  }
  return { records, bytes, line };
}

/** Parses until the end or the first malformed record; returns the code of what stopped it. */
function parseRecords(
  bytes: Buffer,
  { delimiter, newline }: Dialect,
  take: (cells: string[], used: number) => void,
): string | null {
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: newline === '\r' ? '\r' : ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { bytes: used }) => {
        take(cells, used);
        return null;
      },
    });
    return null;
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

/** A malformed line on its own: quotation marks inside a cell are taken as they stand, an open one is a problem. */
function readAlone(bytes: Buffer, { delimiter }: Dialect, line: number): CsvRecord {
  const raw = bytes.toString('utf8').replace(/[\r\n]+$/, '');
  try {
    const [cells] = parse(raw, { delimiter, relax_column_count: true, relax_quotes: true });
    if (cells) return { line, cells, raw, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  const problem = 'a quotation mark is opened and never closed';
  return { line, cells: [], raw, problem };
}

function hasWholeLine(buffer: Buffer): boolean {
  return buffer.includes(NEWLINE) || buffer.length >= LONGEST_RECORD;
}

/** Bytes up to the last end of a line. */
function wholeLines(buffer: Buffer, { newline }: Dialect): number {
  return buffer.lastIndexOf(newline === '\r' ? RETURN : NEWLINE) + 1;
}

function lineEnd(buffer: Buffer, from: number, { newline }: Dialect): number {
  const at = buffer.indexOf(newline === '\r' ? RETURN : NEWLINE, from);
  return at === -1 ? buffer.length : at + 1;
}

function skipBlank(buffer: Buffer, from: number): number {
  let at = from;
  while (buffer[at] === NEWLINE || buffer[at] === RETURN) at++;
  return at;
}

function countLines(buffer: Buffer, from: number, to: number, { newline }: Dialect): number {
  const mark = newline === '\r' ? RETURN : NEWLINE;
  let lines = 0;
  for (
    let at = buffer.indexOf(mark, from);
    at !== -1 && at < to;
    at = buffer.indexOf(mark, at + 1)
  ) {
    lines++;
  }
  return lines;
}

/** The delimiter is the one that the first line holds most of, outside quotation marks. */
function dialectOf(buffer: Buffer): Omit<Dialect, 'byteOrderMark'> {
  const text = buffer.toString('utf8');
  const newline = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  const usesReturn = newline === '\r' && text.includes('\r');
  const header = (text.split(/\r\n|\n|\r/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
  return { delimiter, newline: newline === '\r' && !usesReturn ? '\n' : newline };
}

function refuseOtherEncodings(buffer: Buffer): void {
  const [first, second] = buffer;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || buffer.subarray(0, 4096).includes(0)) {
    throw refusal('the file is not UTF-8 text: save it as "CSV UTF-8" and try again');
  }
}

function refusal(detail: string): RedflagError {
  return new RedflagError('invalid-request', detail);
}
