import { RedflagError } from '../../domain/error.ts';
import type { Screening } from '../../screening/index.ts';
import type { ScreenQuery, ScreenQueryInput } from '../../screening/query.ts';
import { complaintsInWords } from '../failure.ts';
import { inGroupsOf } from '../groups.ts';
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

/** Screens queries together, and takes answers on in the order of the rows. */
export interface RowScreener {
  /** The query as it is understood. @throws RedflagError `invalid-request` */
  parse(query: ScreenQueryInput): ScreenQuery;
  /** Answers queries in their order, what cannot be answered by its error. */
  screen(queries: readonly ScreenQuery[]): Promise<readonly (Screening | RedflagError)[]>;
  /** How many calls of `screen` may be under way beside the one that is awaited. */
  ahead(): number;
  /** Records an answer. */
  take(screening: Screening, query: ScreenQuery): Screening;
}

/** Rows that are screened together, and the milliseconds that one waits for others. */
const TOGETHER = { most: 64, longest: 50 };

/** A row as it is asked about; an error where it cannot be. */
interface AskedRow extends Omit<AnsweredRow, 'answer'> {
  readonly asked: ScreenQuery | RedflagError;
}

/**
 * Screens a file row by row. A row that cannot be screened is answered with the
 * reason, in its place; rows of blank cells are no rows.
 *
 *     records -> 64 rows -> screened, some groups at a time -> taken in their order
 *
 * @param common what the options state for every row; a column goes before it
 */
export async function* screenRows(
  screener: RowScreener,
  { header, records }: CsvFile,
  columns: Columns,
  common: ScreenQueryInput,
): AsyncGenerator<AnsweredRow> {
  const underWay: { rows: AskedRow[]; answers: ReturnType<RowScreener['screen']> }[] = [];
  const oldest = async function* () {
    const { rows = [], answers = [] } = underWay.shift() ?? {};
    yield* taken(rows, await answers, screener);
  };
  let index = 0;
  for await (const group of inGroupsOf(records, TOGETHER)) {
    const rows = group.map((record) => {
      const query = { ...common, ...queryOfRow(columns, record.cells) };
      const problem = record.problem ?? problemOfCells(record, header, columns);
      return { index: index++, record, query, asked: queryOr(screener, query, problem) };
    });
    const answers = screener.screen(rows.map(({ asked }) => asked).filter(isQuery));
    // It is looked at when its turn comes, which may be after it has failed.
    answers.catch(() => {});
    underWay.push({ rows, answers });
    while (underWay.length > screener.ahead()) yield* oldest();
  }
  while (underWay.length > 0) yield* oldest();
}

/** The rows with their answers, each taken on as its turn comes. */
function* taken(
  rows: readonly AskedRow[],
  answers: readonly (Screening | RedflagError)[],
  screener: RowScreener,
): Generator<AnsweredRow> {
  const next = answers.values();
  for (const { asked, ...row } of rows) {
    const answer = isQuery(asked) ? next.next().value : asked;
    if (answer === undefined) throw new RangeError('an answer is missing');
    if (answer instanceof RedflagError) {
      if (answer.code !== 'invalid-request') throw answer;
      yield { ...row, answer };
    } else if (isQuery(asked)) yield { ...row, answer: screener.take(answer, asked) };
  }
}

function isQuery(asked: ScreenQuery | RedflagError): asked is ScreenQuery {
  return !(asked instanceof RedflagError);
}

/** The query of a row, or why it is none. */
function queryOr(
  screener: RowScreener,
  query: ScreenQueryInput,
  problem: string | null,
): ScreenQuery | RedflagError {
  if (problem !== null) {
    return new RedflagError('invalid-request', problem, [{ path: '', message: problem }]);
  }
  try {
    return screener.parse(query);
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
