import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { RedflagError } from '../../../domain/error.ts';
import type { InputFile } from './file.ts';
import type { InputLimits } from './limits.ts';
import { refuse } from './refusal.ts';
import { textOf } from './text.ts';

/** One row of a CSV file, blank ones left out. */
export interface CsvRow {
  /** Line on which the row ends, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV file as they stand, the header among them; how many cells a
 * row has is for the reader of the layout to judge.
 *
 * @throws RedflagError `invalid-list` for quotes that do not close and fields beyond the limit
 */
export async function* csvRows(
  file: InputFile,
  limits: InputLimits,
  delimiter = ',',
): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.fieldCharacters,
  });
  const text = Readable.from(textOf(file));
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { info, record } of parser) {
      yield { line: info.lines, cells: record };
    }
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    throw asRefusal(file, error);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function asRefusal(file: InputFile, error: unknown): RedflagError {
  const { code, lines, message } = error as Partial<CsvError> & Error;
  const line = typeof lines === 'number' ? lines : null;
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return refuse(file.name, 'holds a record beyond the size limit: a quote may be open', { line });
  }
  return refuse(file.name, `is not sound CSV: ${message}`, { line, cause: error });
}
