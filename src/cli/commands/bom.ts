import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Examination, FailLevel, ReportFormat } from '../../bom/index.ts';
import { type Activity, activities, activitySchema } from '../../domain/effect.ts';
import { RedflagError } from '../../domain/error.ts';
import type { Act, Workplace } from '../act.ts';
import { DEFAULT_FAIL_LEVEL, type ExitStatus, exitStatus, failLevels } from '../exit-status.ts';
import { collect, numberOf } from '../query-options.ts';
import { type RecordedScreener, withRecords } from '../recording.ts';

interface BomOptions {
  readonly input?: string;
  readonly columns?: string[];
  readonly activity?: Activity[];
  readonly list?: string[];
  readonly asOf?: string;
  readonly threshold?: number;
  readonly failOn?: FailLevel;
  readonly format: 'text' | ReportFormat;
  readonly json?: true;
  readonly output?: string;
  readonly policy?: string | false;
  readonly evidence?: string;
}

/** Milliseconds from one line of progress to the next: often on a terminal, rarely in a log. */
const PROGRESS_EVERY = { terminal: 500, log: 10_000 } as const;

const formats = ['text', 'json', 'sarif', 'junit', 'markdown', 'csv'] as const;

export function registerBom(program: Command, act: Act): void {
  program
    .command('bom')
    .summary('screen bills of materials: spreadsheets and SBOMs')
    .description(
      'Screens bills of materials: CycloneDX 1.4 to 1.7 (JSON, XML), SPDX 2.3 (JSON, tag-value), SPDX 3.0 (JSON-LD), ' +
        'CSV, TSV, XLSX, or one name a line. A redflag.yaml beside a file is its policy, with waivers.',
    )
    .argument('<file...>', 'the files, or - for standard input')
    .option('--input <format>', 'the format of the files, where their content does not tell it')
    .option(
      '--columns <field=header>',
      'which column of a table gives a field, by header or number from 1; repeat, or join by commas',
      (value: string, earlier: string[] = []) => [...earlier, value],
    )
    .option(
      '--activity <activity>',
      `what you mean to do: ${activities.join(', ')}; repeat, or join by commas (default: all)`,
      activityList,
    )
    .option('--list <id>', 'only designations under this list; repeat, or join by commas', collect)
    .option('--as-of <date>', 'the day whose law is asked about, YYYY-MM-DD (default: today, UTC)')
    .option('--threshold <score>', 'score from which a match is possible, 0 to 1', numberOf)
    .addOption(
      new Option(
        '--fail-on <level>',
        `exit with 1 from this level on: any match at all, then the consequences by strength (default: the policy's, else ${DEFAULT_FAIL_LEVEL})`,
      ).choices(failLevels),
    )
    .addOption(
      new Option('--format <format>', 'how the findings are written')
        .choices(formats)
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write the findings to a file, which appears when it is whole')
    .option('--policy <file>', 'the policy for all files, in place of the redflag.yaml beside each')
    .option('--no-policy', 'use no policy')
    .option(
      '--evidence <folder>',
      'write a record of the inquiry there, as one HTML file that prints',
    )
    .addHelpText(
      'after',
      `
Waived findings are shown and do not count for the exit status.

Example:
  $ redflag bom cameras.csv sbom.json --activity procure --format sarif --output redflag.sarif --evidence records`,
    )
    .action(
      act((workplace, files: string[], options: BomOptions) =>
        withRecords(workplace, { many: true }, (screener) =>
          examineFiles(screener, workplace, files, options),
        ),
      ),
    );
}

/** `--activity procure,use --activity export` */
function activityList(value: string, earlier: Activity[] = []): Activity[] {
  const given = collect(value).map((word) => {
    const known = activitySchema.safeParse(word);
    if (!known.success)
      throw new InvalidArgumentError(`It must be one of ${activities.join(', ')}.`);
    return known.data;
  });
  return [...earlier, ...given];
}

async function examineFiles(
  screener: RecordedScreener,
  workplace: Workplace,
  paths: readonly string[],
  options: BomOptions,
): Promise<ExitStatus> {
  const { askOf, examine, fails } = await import('../../bom/index.ts');
  const { chosenColumns, openFiles } = await import('../bom/files.ts');
  const { engine } = screener;
  const { activity, list: lists, asOf, threshold, failOn } = options;
  // A wrong option is the user's mistake, to be told at once, not that of a line.
  engine.screen({
    name: 'x',
    ...(lists && { lists }),
    ...(asOf !== undefined && { asOf }),
    ...(threshold !== undefined && { threshold }),
  });
  const files = await openFiles(engine, workplace, paths, {
    format: await inputFormat(options.input),
    columns: chosenColumns(options.columns ?? []),
    ...(options.policy !== undefined && { policy: options.policy }),
  });
  const { now } = workplace;
  const inquiry = { activities: activity, lists, asOf, threshold, failOn };
  const { onProgress, done } = await progressOn(workplace);
  const examination = await examine(engine, files, {
    ...{ inquiry, now, onProgress },
    ask: askOf({ screen: (query) => screener.screen(query, 'bom') }),
    settled: () => screener.pending.keptUp(),
  });
  await screener.pending.settled();
  const printed = options.format === 'text' && !options.json && options.output === undefined;
  await done(examination, printed);
  await writeReport(examination, workplace, options);
  if (options.evidence !== undefined) {
    await writeEvidence(examination, workplace, options.evidence);
  }
  return examination.findings.some(fails) ? exitStatus.found : exitStatus.nothing;
}

async function inputFormat(word: string | undefined) {
  if (word === undefined) return null;
  const { formatOf, formatWords } = await import('../../bom/index.ts');
  const format = formatOf(word);
  if (format !== undefined) return format;
  throw new RedflagError(
    'invalid-request',
    `--input ${word}: must be one of ${formatWords.join(', ')}`,
  );
}

async function progressOn({ err }: Workplace) {
  const { progressText } = await import('../bom/progress.ts');
  const { headline } = await import('../text/bom.ts');
  const started = performance.now();
  const every = PROGRESS_EVERY[err.terminal ? 'terminal' : 'log'];
  let told = started;
  let shown = false;
  return {
    onProgress: (progress: Parameters<typeof progressText>[0]) => {
      const time = performance.now();
      if (time - told < every) return;
      told = time;
      shown = true;
      const text = progressText(progress, time - started);
      void err.write(err.terminal ? `\r${text}` : `redflag: ${text}\n`);
    },
    /** @param printed whether the text, which begins with the headline, is printed as well */
    done: async (examination: Examination, printed: boolean) => {
      const { components, questions, files, waivers } = examination;
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      const rate = progressText({ components, bytes, of: bytes }, performance.now() - started);
      const clear = shown && err.terminal ? '\r' : '';
      await err.write(`${clear}redflag: ${rate}, ${questions} distinct questions\n`);
      if (!printed) await err.write(`redflag: ${headline(examination)}\n`);
      for (const { state, waiver, file, line } of waivers) {
        await err.write(
          `redflag: ${file}:${line}: the waiver for ${waiver.party} in ${waiver.component} is ${state}\n`,
        );
      }
    },
  };
}

async function writeReport(
  examination: Examination,
  workplace: Workplace,
  { format, json, output }: BomOptions,
): Promise<void> {
  const { openDestination } = await import('../batch/destination.ts');
  const destination = await openDestination(output, workplace.out);
  let whole = false;
  try {
    for (const piece of await reportPieces(
      examination,
      workplace,
      json ? 'json' : format,
      output,
    )) {
      if (destination.closed) break;
      await destination.write(piece);
    }
    whole = true;
  } finally {
    await destination.finish(whole);
  }
}

async function reportPieces(
  examination: Examination,
  { out }: Workplace,
  format: BomOptions['format'],
  output: string | undefined,
): Promise<Iterable<string>> {
  if (format !== 'text') {
    const { reportWriters } = await import('../../bom/index.ts');
    return reportWriters[format](examination);
  }
  const { bomText } = await import('../text/bom.ts');
  const { Layout } = await import('../text/layout.ts');
  // A file is no terminal, whatever the command was started from.
  return [
    bomText(examination, new Layout(output === undefined ? out : { columns: 100, colour: false })),
  ];
}

async function writeEvidence(
  examination: Examination,
  workplace: Workplace,
  folder: string,
): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { evidenceName, evidenceRecord } = await import('../../bom/index.ts');
  const { openDestination } = await import('../batch/destination.ts');
  await mkdir(folder, { recursive: true });
  const path = join(folder, evidenceName(examination));
  const destination = await openDestination(path, workplace.out);
  let whole = false;
  try {
    for (const piece of evidenceRecord(examination)) await destination.write(piece);
    whole = true;
  } finally {
    await destination.finish(whole);
  }
  await workplace.err.write(`redflag: the record of the inquiry is ${path}\n`);
}
