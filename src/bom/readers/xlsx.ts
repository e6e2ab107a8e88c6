import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import type { ReadItem } from '../component.ts';
import { streamInput } from '../input/input.ts';
import type { BomLimits } from '../limits.ts';
import { refuse, tooLarge } from '../refusal.ts';
import { headerIndex, type TableRow, tableLines } from '../table/rows.ts';
import type { BomReader } from './reader.ts';

/**
 * Excel workbooks (.xlsx), every sheet that has a header. The library holds the
 * workbook in memory, so its size is bounded before it is handed over, packed
 * and unpacked.
 */
export const readXlsx: BomReader = async function* (input, { limits, columns = new Map() }) {
  const { bytes } = await heldInMemory(input, limits.workbook.packed);
  await checkArchive(input.name, bytes, limits);
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    throw refuse({ file: input.name }, `is not a sound workbook: ${reasonOf(error)}`, error);
  });
  const tables = sheets.map(({ sheet, data }) => ({
    sheet,
    rows: rowsOf(data, limits, input.name),
  }));
  const readable = tables.filter(({ rows }) => headerIndex(rows) !== -1);
  // Where no sheet has a known header, the first says what is missing.
  const read = readable.length > 0 || columns.size > 0 ? readable : tables.slice(0, 1);
  for (const { sheet, rows } of columns.size > 0 && read.length === 0 ? tables : read) {
    const placeOf = ({ line }: TableRow, column: number) => ({
      ...{ file: input.name, line, sheet },
      cell: `${columnName(column)}${line}`,
    });
    yield* tableLines(rows, input.name, columns, placeOf);
  }
  for (const { sheet, rows } of tables) {
    const unread =
      rows.length > 0 && !read.some((one) => one.sheet === sheet) && columns.size === 0;
    if (unread) yield note(`sheet "${sheet}" was not read: it has no header that is known`);
  }
};

function note(text: string): ReadItem {
  return { kind: 'note', note: text };
}

async function heldInMemory(input: Parameters<BomReader>[0], limit: number) {
  const held = await streamInput(input.name, input.bytes(), limit);
  return { bytes: await buffer(Readable.from(held.bytes())) };
}

/** Inflates every member once, counting: what a member says of its own size may be a lie. */
async function checkArchive(file: string, bytes: Buffer, { workbook }: BomLimits): Promise<void> {
  const archive = await yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch((error) => {
    throw refuse({ file }, `is not a sound .xlsx file: ${reasonOf(error)}`, error);
  });
  let members = 0;
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      members++;
      if (members > workbook.members)
        throw tooLarge({ file }, `holds more than ${workbook.members} files`);
      if (entry.fileName.endsWith('/')) continue;
      if (unpacked + entry.uncompressedSize > workbook.unpacked)
        throw bomb(file, workbook.unpacked);
      for await (const piece of await archive.openReadStreamPromise(entry)) {
        unpacked += (piece as Buffer).length;
        if (unpacked > workbook.unpacked) throw bomb(file, workbook.unpacked);
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'too-large') throw error;
    throw refuse({ file }, `is not a sound .xlsx file: ${reasonOf(error)}`, error);
  }
}

function bomb(file: string, limit: number) {
  return tooLarge(
    { file },
    `unpacks to more than ${limit} bytes: save it as CSV, which is streamed`,
  );
}

function rowsOf(
  data: readonly (readonly unknown[])[],
  { field }: BomLimits,
  file: string,
): TableRow[] {
  return data.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell, column) => {
      const text = cell === null || cell === undefined ? '' : cellText(cell);
      if (text.length > field) {
        const place = { file, line: index + 1, cell: `${columnName(column)}${index + 1}` };
        throw refuse(place, `holds more than ${field} characters`);
      }
      return text;
    }),
  }));
}

function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
