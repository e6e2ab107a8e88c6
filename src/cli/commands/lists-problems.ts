import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { print } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { problemsText } from '../text/list-files.ts';

export function registerListsProblems(lists: Command, act: Act): void {
  lists
    .command('problems')
    .summary('print what was wrong with the rows of a list file')
    .description(
      'Prints a line for each row of the version in use that gave no record, and for each field that was left out: file, line, record, field and why. Exits with 1 where there is any.',
    )
    .argument('<feed>', 'name of the list file, as "lists status" prints it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists problems csl`,
    )
    .action(
      act(async (workplace, feed: string, options: { json?: true }) => {
        const { listProblems } = await import('../../lists/index.ts');
        const page = listProblems(workplace.configuration.data, feed);
        await print(workplace, options.json, page, () => problemsText(page));
        return page.total > 0 ? exitStatus.found : exitStatus.nothing;
      }),
    );
}
