import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const recordsSchema = z.array(z.record(z.string(), z.string()));
const rowsSchema = z.array(z.array(z.string()));

/** Text of a file, unpacked where its name ends in `.gz`, without the byte 0x1A that old OFAC files end with. */
export function textOf(path: string): string {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.replaceAll('\u001a', '');
}

/** Records of a CSV file with a header row. */
export function recordsOf(path: string): Record<string, string>[] {
  return recordsSchema.parse(
    parse(textOf(path), { columns: true, relax_quotes: true, skip_empty_lines: true, bom: true }),
  );
}

/** Rows of a CSV file without a header row. */
export function rowsOf(path: string): string[][] {
  return rowsSchema.parse(
    parse(textOf(path), { relax_quotes: true, relax_column_count: true, skip_empty_lines: true }),
  );
}
