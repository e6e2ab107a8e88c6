import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { BomInput } from '../input/input.ts';
import { textOf } from '../input/text.ts';
import type { BomLimits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { DIALECT, delimiterOf } from '../table/delimiter.ts';
import { type TableRow, tableLines } from '../table/rows.ts';
import type { BomReader } from './reader.ts';

/** Tables as text: CSV, TSV and the like. */
export const readCsv: BomReader = async function* (input, { limits, columns = new Map() }) {
  const delimiter = await delimiterOf(input);
  yield* tableLines(csvRows(input, delimiter, limits), input.name, columns, ({ line }) => ({
    file: input.name,
    line,
  }));
};

async function* csvRows(
  input: BomInput,
  delimiter: string,
  limits: BomLimits,
): AsyncGenerator<TableRow> {
  // Records that were parsed before a fault are thrown away with it: where they ended is noted at once.
  let parsedTo = 0;
  const parser = parse({
    ...{ ...DIALECT, delimiter, info: true, max_record_size: limits.field },
    on_record: (record, { lines }) => {
      parsedTo = lines;
      return record;
    },
  });
  const text = Readable.from(textOf(input));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  // `lines` is that of the end of a record: it begins after the end of the one before.
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened in this record and never closed'
        : error.code === 'CSV_MAX_RECORD_SIZE'
          ? `a record of more than ${limits.field} characters: is a quotation mark not closed?`
          : error.message;
    throw refuse({ file: input.name, line: parsedTo + 1 }, message, error);
  } finally {
    text.destroy();
  }
}
