import type { Command } from 'commander';
import { RedflagError } from '../../domain/error.ts';
import type { Act } from '../act.ts';
import { print, withEngine } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { listsText, listText } from '../text/lists.ts';
import { registerListsDiff } from './lists-diff.ts';
import { registerListsForget } from './lists-forget.ts';
import { registerListsImport } from './lists-import.ts';
import { registerListsProblems } from './lists-problems.ts';
import { registerListsRebuild } from './lists-rebuild.ts';
import { registerListsRefresh } from './lists-refresh.ts';
import { registerListsStatus } from './lists-status.ts';

export function registerLists(program: Command, act: Act): void {
  const lists = program
    .command('lists')
    .enablePositionalOptions()
    .summary('print the lists that are loaded, or one of them')
    .description(
      'Prints the lists that are loaded, with their dates and numbers of parties; with an id, what that list does, to whom, since when.',
    )
    .argument('[id]', 'id of a list')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag lists ndaa-889`,
    )
    .action(
      act((workplace, id: string | undefined, options: { json?: true }) =>
        withEngine(workplace, async ({ screener, catalogue }) => {
          if (id !== undefined && !catalogue.lists.has(id)) {
            const ids = [...catalogue.lists.keys()].join(', ');
            throw new RedflagError('not-found', `there is no list "${id}": the ids are ${ids}`);
          }
          const { describeList, summariseLists } = await import('../../screening/index.ts');
          if (id === undefined) {
            const lists = summariseLists(screener);
            await print(workplace, options.json, { lists }, (layout) => listsText(lists, layout));
          } else {
            const list = describeList(screener, id);
            await print(workplace, options.json, list, (layout) => listText(list, layout));
          }
          return exitStatus.nothing;
        }),
      ),
    );
  registerListsImport(lists, act);
  registerListsRefresh(lists, act);
  registerListsRebuild(lists, act);
  registerListsStatus(lists, act);
  registerListsProblems(lists, act);
  registerListsDiff(lists, act);
  registerListsForget(lists, act);
}
