import { type Command, InvalidArgumentError } from 'commander';
import type { Act } from '../act.ts';
import { print } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { statusText } from '../text/list-files.ts';

export function registerListsStatus(lists: Command, act: Act): void {
  lists
    .command('status')
    .summary('print which version of each list file is in use')
    .description(
      'Prints of each list file its version, its age, what it holds, and how the last attempt to renew it ended. Exits with 1 when one is stale or could not be renewed.',
    )
    .option(
      '--stale-after <days>',
      'days without a successful look after which a list is stale',
      days,
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists status --stale-after 3`,
    )
    .action(
      act(async (workplace, options: { staleAfter?: number; json?: true }) => {
        const { listsStatus } = await import('../../lists/index.ts');
        const { configuration, now } = workplace;
        const status = listsStatus(configuration.data, now(), options.staleAfter);
        await print(workplace, options.json, { lists: status }, (layout) =>
          statusText(status, layout),
        );
        const wrong = status.some(({ stale, error }) => stale || error !== null);
        return wrong ? exitStatus.found : exitStatus.nothing;
      }),
    );
}

function days(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('must be a whole number of days');
  return Number(text);
}
