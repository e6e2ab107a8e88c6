import type { Command } from 'commander';
import type { DifferenceSummary, PartyDifference } from '../../catalogue/difference.ts';
import type { Act } from '../act.ts';
import { print } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { differenceText } from '../text/list-files.ts';

export function registerListsDiff(lists: Command, act: Act): void {
  lists
    .command('diff')
    .summary('print what differs between two catalogue versions')
    .description(
      'Prints the parties, names and designations that were added, changed and removed between two catalogue versions that are kept: a version, the beginning of one, or a date for the newest built by then. Without B: the catalogue in use.',
    )
    .argument('<a>', 'the earlier version')
    .argument('[b]', 'the later version')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists diff 2026-11-01 2026-11-22`,
    )
    .action(
      act(async (workplace, a: string, b: string | undefined, options: { json?: true }) => {
        const { differences } = await import('../../catalogue/difference.ts');
        const { keptVersions, openVersion } = await import('../../store/index.ts');
        const { data } = workplace.configuration;
        const before = openVersion(data, a);
        const after = openVersion(data, b ?? keptVersions(data)[0]?.version ?? '');
        try {
          const { parties, summary } = collected(differences(before, after));
          await print(workplace, options.json, { ...summary, differences: parties }, (layout) =>
            differenceText(parties, summary, layout),
          );
          return exitStatus.nothing;
        } finally {
          before.close();
          after.close();
        }
      }),
    );
}

function collected(found: Generator<PartyDifference, DifferenceSummary>) {
  const parties: PartyDifference[] = [];
  for (;;) {
    const next = found.next();
    if (next.done) return { parties, summary: next.value };
    parties.push(next.value);
  }
}
