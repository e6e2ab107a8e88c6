import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { exitStatus } from '../exit-status.ts';

export function registerListsForget(lists: Command, act: Act): void {
  lists
    .command('forget')
    .summary('take a list file out of the catalogue')
    .description(
      'Takes a list file, and what was kept of it, out of the catalogue; earlier catalogue versions stay as they were.',
    )
    .argument('<feed>', 'name of the list file, as "lists status" prints it')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists forget csl-2022`,
    )
    .action(
      act(async ({ configuration, now, out }, feed: string) => {
        const { forgetList } = await import('../../lists/index.ts');
        const { data, seeds, keepVersions } = configuration;
        await forgetList(feed, { data, seeds, now, ...keepVersions });
        await out.write(`${feed} is taken out of the catalogue.\n`);
        return exitStatus.nothing;
      }),
    );
}
