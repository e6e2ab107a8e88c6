import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { print, withEngine } from '../engine.ts';
import { exitStatus, reaches } from '../exit-status.ts';
import { addQueryOptions, type QueryOptions, queryOf } from '../query-options.ts';
import { screeningText } from '../text/screening.ts';

export function registerScreen(program: Command, act: Act): void {
  addQueryOptions(program.command('screen'))
    .summary('screen names: which restricted party may each be?')
    .description(
      'Screens names against the restricted-party lists. Each argument is one name: quote a name of several words.',
    )
    .argument('<name...>', 'names, one an argument')
    .option('--json', 'print JSON: one object, or an array for several names')
    .addHelpText(
      'after',
      `
Example:
  $ redflag screen "Hikvison Digital Technolgy" --country CN --activity procure --as-of 2019-09-01`,
    )
    .action(
      act((workplace, names: string[], options: QueryOptions & { json?: true }) =>
        withEngine(workplace, async (engine) => {
          const query = queryOf(options);
          // Every name is answered before any is printed: a wrong option leaves no half of an answer.
          const answers = names.map((name) => engine.screen({ ...query, name }));
          await print(
            workplace,
            options.json,
            answers.length === 1 ? answers[0] : answers,
            (layout) =>
              answers
                .map((answer, at) => screeningText(names[at] ?? '', answer, layout))
                .join('\n'),
          );
          return answers.some((answer) => reaches(answer, options.failOn))
            ? exitStatus.found
            : exitStatus.nothing;
        }),
      ),
    );
}
