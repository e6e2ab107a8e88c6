import type { ReadItem } from '../reader.ts';
import { csvRows } from './csv.ts';
import type { InputFile } from './file.ts';
import type { InputLimits } from './limits.ts';
import { refuse } from './refusal.ts';

export type TableRow = Readonly<Record<string, string>>;

export interface TableShape {
  /** Columns without which the layout is another one. */
  readonly required: readonly string[];
  readonly delimiter?: string;
  readonly limits: InputLimits;
}

/**
 * The rows of a CSV file with a header, as fields by column. A header repeated
 * further down is passed over; a row of another width is a problem.
 *
 * @throws RedflagError `invalid-list` that names the missing columns
 */
export async function* tableRows(
  file: InputFile,
  { required, delimiter, limits }: TableShape,
): AsyncGenerator<ReadItem<TableRow>> {
  let header: readonly string[] | null = null;
  for await (const { line, cells } of csvRows(file, limits, delimiter)) {
    if (header === null) {
      header = cells.map((cell) => cell.trim());
      checkHeader(file, header, required);
    } else if (cells.every((cell, index) => cell.trim() === header?.[index])) {
      yield { kind: 'passed-over', reason: 'header repeated as a row' };
    } else if (cells.length !== header.length) {
      const message = `has ${cells.length} of ${header.length} columns`;
      const place = { file: file.name, line, path: '', record: cells[0]?.slice(0, 80) ?? null };
      yield { kind: 'problem', problem: { ...place, message, lost: true } };
    } else {
      const row = Object.fromEntries(header.map((column, index) => [column, cells[index] ?? '']));
      yield { kind: 'row', file: file.name, line, row };
    }
  }
}

function checkHeader(
  file: InputFile,
  header: readonly string[],
  required: readonly string[],
): void {
  const missing = required.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw refuse(file.name, `lacks the columns ${missing.join(', ')}: is it this layout?`, {
      line: 1,
    });
  }
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) throw refuse(file.name, `has the column "${twice}" twice`, { line: 1 });
}
