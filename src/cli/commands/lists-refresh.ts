import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { work } from './lists-import.ts';

export function registerListsRefresh(lists: Command, act: Act): void {
  lists
    .command('refresh')
    .summary('fetch the lists from their official addresses')
    .description(
      'Fetches lists from their official addresses, those only that have changed; without names the US lists and whatever else came from an address. A list that cannot be had keeps its last version, the others are renewed. Known: csl, ofac-sdn, ofac-consolidated, un, canada, ieee.',
    )
    .argument('[feed...]', 'names of lists')
    .option('--allow-private', 'fetch from private and loopback addresses too')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists refresh csl un`,
    )
    .action(
      act((workplace, feeds: string[], options: { allowPrivate?: true; json?: true }) =>
        work(workplace, options, async (settings) => {
          const { refreshLists } = await import('../../lists/index.ts');
          return refreshLists(feeds, settings);
        }),
      ),
    );
}
