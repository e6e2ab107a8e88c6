import { RedflagError } from '../../domain/error.ts';
import type { OpenScreener, Screening } from '../../screening/index.ts';
import type { ScreenQueryInput } from '../../screening/query.ts';
import { complaintsInWords } from '../failure.ts';
import { type Columns, queryOfRow } from './columns.ts';
import type { CsvFile, CsvRecord } from './records.ts';

/** A row of the file with its answer, or with what kept it from being screened. */
export interface AnsweredRow {
  /** Place among the rows, from 0. */
  readonly index: number;
  readonly record: CsvRecord;
  readonly query: ScreenQueryInput;
  readonly answer: Screening | RedflagError;
}

/** What stands for bytes that are no UTF-8: a name that holds it was damaged, and would silently match nothing. */
const REPLACEMENT = '\ufffd';

/**
 * Screens a file row by row. A row that cannot be screened is answered with the
 * reason, in its place; rows of blank cells are no rows.
 *
 * @param asked what the options state for every row; a column goes before it
 */
export async function* screenRows(
  engine: Pick<OpenScreener, 'screen'>,
  { header, records }: CsvFile,
  columns: Columns,
  asked: ScreenQueryInput,
): AsyncGenerator<AnsweredRow> {
  let index = 0;
  for await (const record of records) {
    const query = { ...asked, ...queryOfRow(columns, record.cells) };
    const problem = record.problem ?? problemOfCells(record, header, columns);
    const answer =
      problem === null
        ? screened(engine, query)
        : new RedflagError('invalid-request', problem, [{ path: '', message: problem }]);
    yield { index, record, query, answer };
    index++;
  }
}

function screened(
  engine: Pick<OpenScreener, 'screen'>,
  query: ScreenQueryInput,
): Screening | RedflagError {
  try {
    return engine.screen(query);
  } catch (error) {
    if (error instanceof RedflagError && error.code === 'invalid-request') return error;
    throw error;
  }
}

function problemOfCells(
  { cells }: CsvRecord,
  header: readonly string[],
  columns: Columns,
): string | null {
  const beyond = cells.slice(header.length);
  if (beyond.some((cell) => cell.trim() !== '')) {
    return `has ${cells.length} cells where the header has ${header.length}: quote a cell that holds the delimiter`;
  }
  for (const [field, at] of columns) {
    if (cells[at]?.includes(REPLACEMENT)) {
      return `${field}: holds bytes that are not UTF-8: save the file as "CSV UTF-8"`;
    }
  }
  return null;
}

/** What is wrong with a row, with its line: `line 7: country: is not a country`. */
export function rowProblem({ record }: AnsweredRow, error: RedflagError): string {
  const reason =
    error.complaints.length > 0 && error.complaints.every(({ path }) => path !== '')
      ? complaintsInWords(error, (field) => field)
      : error.message;
  return `line ${record.line}: ${reason}`;
}
