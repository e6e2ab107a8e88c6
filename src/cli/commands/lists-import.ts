import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { ImportOutcome, ImportResult, ImportSettings } from '../../lists/index.ts';
import type { Act, Workplace } from '../act.ts';
import { print } from '../engine.ts';
import { type ExitStatus, exitStatus } from '../exit-status.ts';
import { failureLine } from '../failure.ts';
import { importText } from '../text/list-files.ts';

interface ImportOptions {
  readonly feed?: string;
  readonly date?: string;
  readonly mapping?: string;
  readonly partial?: true;
  readonly delta?: true;
  readonly accept?: string[];
  readonly allowPrivate?: true;
  readonly json?: true;
}

/** What may be waived; named here so that the help needs no list read. */
const WAIVERS = ['fewer', 'losses', 'older'] as const;

export function registerListsImport(lists: Command, act: Act): void {
  lists
    .command('import')
    .summary('bring a list file into the catalogue')
    .description(
      'Reads files of one layout, checks them against the version in use and puts the new catalogue in place, or changes nothing and says why. ' +
        'Layouts: csl-csv, csl-json, ofac-sdn, ofac-consolidated, ofac-enhanced, un-xml, canada-sema-xml, ftm-ndjson, targets-simple-csv, ieee, watchlist-csv. ' +
        'Of a layout of several files one is enough when the others lie beside it.',
    )
    .argument('<format>', 'layout of the files')
    .argument('<file-or-url...>', 'files, plain, gzipped or zipped, or their addresses')
    .option('--feed <name>', 'name under which the list is kept (default: the layout)')
    .option('--date <day>', 'day of the version, YYYY-MM-DD, where the file does not state it')
    .option('--mapping <file>', 'what the columns of an own list are, YAML or JSON')
    .option('--partial', 'the file holds a part of its lists: what it lacks may still be listed')
    .option('--delta', 'the files are changes to the version in use (FollowTheMoney)')
    .addOption(
      new Option('--accept <rule...>', 'waive a rule after having looked').choices(WAIVERS),
    )
    .option('--allow-private', 'fetch from private and loopback addresses too')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists import csl-csv consolidated.csv.gz --date 2026-11-20`,
    )
    .action(
      act((workplace, format: string, from: string[], options: ImportOptions) =>
        work(workplace, options, async (settings) => {
          const { importLists, waivers } = await import('../../lists/index.ts');
          const accept = waivers.filter((one) => options.accept?.includes(one));
          const mapping =
            options.mapping === undefined ? undefined : readFileSync(options.mapping, 'utf8');
          const request = {
            ...{ format, from, accept },
            ...(options.feed !== undefined && { feed: options.feed }),
            ...(options.date !== undefined && { date: options.date }),
            ...(mapping !== undefined && { mapping }),
            ...(options.partial && { partial: true }),
            ...(options.delta && { delta: true }),
          };
          return importLists([request], settings);
        }),
      ),
    );
}

/** Runs an import or refresh with its progress on standard error; exits with 2 when any list failed. */
export async function work(
  workplace: Workplace,
  { json, allowPrivate = false }: { json?: true; allowPrivate?: true | false },
  task: (settings: ImportSettings) => Promise<ImportResult>,
): Promise<ExitStatus> {
  const { stepText } = await import('../../lists/index.ts');
  const { data, seeds, keepVersions } = workplace.configuration;
  const { err, now } = workplace;
  const result = await task({
    ...{ data, seeds, now },
    ...keepVersions,
    download: { allowPrivate },
    onStep: (step) => void err.write(`${stepText(step)}\n`),
  });
  await print(workplace, json, answerOf(result), (layout) => importText(result, layout));
  for (const one of result.outcomes) {
    if (one.outcome === 'failed') await err.write(`${failureLine(one.error)}\n`);
  }
  const failed = result.outcomes.some(({ outcome }) => outcome === 'failed');
  return failed ? exitStatus.failed : exitStatus.nothing;
}

function answerOf({ outcomes, undecided }: ImportResult) {
  return { lists: outcomes.map(outcomeOf), undecided };
}

function outcomeOf(one: ImportOutcome) {
  const { feed, outcome } = one;
  return one.outcome === 'failed'
    ? { feed, outcome, error: { code: one.error.code, detail: one.error.message } }
    : { feed, outcome, version: one.manifest };
}
