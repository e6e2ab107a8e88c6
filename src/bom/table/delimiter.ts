import { parse } from 'csv-parse/sync';
import type { BomInput } from '../input/input.ts';
import { textOf } from '../input/text.ts';
import { HEADER_ROWS } from '../limits.ts';
import { headerScore } from './columns.ts';

/** What csv-parse is told. Inch marks stand in cells: a quotation mark inside an unquoted cell is itself. */
export const DIALECT = {
  record_delimiter: '\n',
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
} as const;

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Characters of the start that decide the separator. */
const SAMPLE = 1 << 16;

/**
 * The separator by which the first rows make most sense: parsed with each, since
 * cells such as `R1,R2,R3` fool a count of characters. Most known headers win,
 * then the most even rows.
 */
export async function delimiterOf(input: BomInput): Promise<string> {
  const sample = await sampleOf(input);
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: likelihood(sample, delimiter),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Known headers in the best of the first rows. */
export async function headerScoreOf(input: BomInput, delimiter: string): Promise<number> {
  return bestHeader(rowsIn(await sampleOf(input), delimiter));
}

async function sampleOf(input: BomInput): Promise<string> {
  let sample = '';
  for await (const piece of textOf(input)) {
    sample += piece;
    if (sample.length >= SAMPLE) break;
  }
  if (sample.length < SAMPLE) return sample;
  return sample.slice(0, Math.max(sample.lastIndexOf('\n'), 0)) || sample;
}

function rowsIn(sample: string, delimiter: string): string[][] {
  try {
    return parse(sample, { ...DIALECT, delimiter, to: HEADER_ROWS });
  } catch {
    return [];
  }
}

function bestHeader(rows: readonly string[][]): number {
  return Math.max(0, ...rows.map((cells) => headerScore(cells)));
}

function likelihood(sample: string, delimiter: string): number {
  const rows = rowsIn(sample, delimiter);
  const widths = rows.map(({ length }) => length).filter((length) => length > 1);
  const usual = widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 1;
  const even = widths.filter((width) => width === usual).length / Math.max(rows.length, 1);
  return bestHeader(rows) * 10 + (usual > 1 ? even : 0);
}
