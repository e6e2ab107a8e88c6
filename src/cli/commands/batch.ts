import { type Command, Option } from 'commander';
import { RedflagError } from '../../domain/error.ts';
import type { Act, Workplace } from '../act.ts';
import type { RowScreener } from '../batch/rows.ts';
import { type ExitStatus, exitStatus } from '../exit-status.ts';
import { addQueryOptions, type QueryOptions, queryOf } from '../query-options.ts';
import { type RecordedScreener, withRecords } from '../recording.ts';

const formats = ['csv', 'json', 'ndjson'] as const;

interface BatchOptions extends QueryOptions {
  readonly column?: string[];
  readonly format: (typeof formats)[number];
  readonly output?: string;
  readonly json?: true;
}

/** Milliseconds from one line of progress to the next: often on a terminal, rarely in a log. */
const PROGRESS_EVERY = { terminal: 500, log: 10_000 } as const;
/** Refused rows that are named one by one on standard error; all of them stand in the answers. */
const REFUSALS_NAMED = 10;

export function registerBatch(program: Command, act: Act): void {
  addQueryOptions(program.command('batch'))
    .summary('screen the rows of a CSV file')
    .description(
      'Screens each row of a CSV file (UTF-8, with a header). Columns called reference, name, country, address, kind, ' +
        'identifiers (scheme:value; ...), birthDate, lists, activity, asOf, brand, model, mac, fccId, cpe or purl are read; ' +
        'every column comes out again, with the answer behind it.',
    )
    .argument('<file>', 'the file, or - for standard input')
    .option(
      '--column <field=header>',
      'which column gives a field, by header or number; repeat for more',
      (value: string, earlier: string[] = []) => [...earlier, value],
    )
    .addOption(
      new Option('--format <format>', 'how the answers are written')
        .choices(formats)
        .default('csv'),
    )
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write the answers to a file, which appears when it is whole')
    .addHelpText(
      'after',
      `
Rows that cannot be screened are answered in their place with the reason; the exit status is then 2,
unless a row is at or above the fail level.

Example:
  $ redflag batch vendors.csv --column name="Vendor Name" --activity procure --output answered.csv`,
    )
    .action(
      act((workplace, file: string, options: BatchOptions) =>
        withRecords(workplace, { many: true }, (screener) =>
          screenFile(screener, workplace, file, options),
        ),
      ),
    );
}

async function screenFile(
  screener: RecordedScreener,
  workplace: Workplace,
  path: string,
  options: BatchOptions,
): Promise<ExitStatus> {
  const { createReadStream } = await import('node:fs');
  const { readCsv } = await import('../batch/records.ts');
  const { findColumns } = await import('../batch/columns.ts');
  const { screenRows, rowProblem } = await import('../batch/rows.ts');
  const { openDestination } = await import('../batch/destination.ts');
  const { Tally } = await import('../batch/tally.ts');
  const { BulkScreener } = await import('../../screening/index.ts');
  const { engine } = screener;
  const asked = queryOf(options);
  // A wrong option is the user's mistake, to be told at once, not that of every row.
  engine.screen({ ...asked, name: 'x' });
  const input = path === '-' ? workplace.input : createReadStream(path);
  const file = path === '-' ? 'standard input' : path;
  const csv = await inFile(file, () => readCsv(input));
  const columns = await inFile(file, async () => findColumns(csv.header, options.column ?? []));
  const { err } = workplace;
  const read = [...columns].map(([field, at]) => `${field} from "${csv.header[at]}"`);
  await err.write(`redflag: reading ${read.join(', ')}\n`);
  const format = options.json ? 'json' : options.format;
  const answer = await answerIn(format, file, csv);
  const destination = await openDestination(options.output, workplace.out);
  const tally = new Tally(options.failOn, () => performance.now());
  const every = PROGRESS_EVERY[err.terminal ? 'terminal' : 'log'];
  let told = performance.now();
  let whole = false;
  const { affiliatesRule } = workplace.configuration;
  const bulk = new BulkScreener(engine, { affiliatesRule, now: workplace.now });
  const rowScreener: RowScreener = {
    parse: (query) => engine.parse(query),
    screen: (queries) => bulk.screen(queries),
    ahead: () => bulk.ahead,
    take: (screening, query) => screener.take(screening, query, 'batch'),
  };
  try {
    await destination.write(answer.opening);
    for await (const row of screener.inGroups(screenRows(rowScreener, csv, columns, asked))) {
      tally.count(row);
      if (row.answer instanceof RedflagError && tally.refused <= REFUSALS_NAMED) {
        await err.write(`redflag: ${file}: ${rowProblem(row, row.answer)}\n`);
      }
      await destination.write(answer.row(row));
      // `| head` has seen enough.
      if (destination.closed) return exitStatus.failed;
      if (performance.now() - told >= every) {
        await err.write(err.terminal ? `\r${tally.progress}` : `redflag: ${tally.progress}\n`);
        told = performance.now();
      }
    }
    await destination.write(answer.closing);
    whole = true;
  } finally {
    await bulk.stop();
    await destination.finish(whole);
  }
  const { version } = engine.catalogue.version;
  const checked = `${engine.catalogue.lists.size} lists, catalogue ${version}`;
  await err.write(`${err.terminal ? '\r' : ''}redflag: ${tally.summary} (${checked})\n`);
  if (tally.found > 0) return exitStatus.found;
  return tally.refused > 0 ? exitStatus.failed : exitStatus.nothing;
}

async function answerIn(
  format: BatchOptions['format'],
  file: string,
  csv: Parameters<typeof import('../batch/rows.ts')['screenRows']>[1],
) {
  if (format === 'csv') {
    const { CsvAnswer } = await import('../batch/csv-answer.ts');
    return new CsvAnswer(csv);
  }
  const { JsonAnswer } = await import('../batch/json-answer.ts');
  return new JsonAnswer(file, format === 'ndjson');
}

/** Names the file in what is refused about it. */
async function inFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RedflagError) {
      throw new RedflagError(error.code, `${file}: ${error.message}`, [], error);
    }
    // A failed read does not say of which file.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}
