import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { work } from './lists-import.ts';

export function registerListsRebuild(lists: Command, act: Act): void {
  lists
    .command('rebuild')
    .summary('build the catalogue again from the seeds and the files that were imported')
    .description(
      'Reads the files of every list anew, as they were imported, and builds the catalogue of them and the curated list: for after an update of the program, or when the data folder came to harm. Fetches nothing. Since when an entry was seen, and what has gone from a list, stays known.',
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists rebuild`,
    )
    .action(
      act((workplace, options: { json?: true }) =>
        work(workplace, options, async (settings) => {
          const { rebuildLists } = await import('../../lists/index.ts');
          return rebuildLists(settings);
        }),
      ),
    );
}
