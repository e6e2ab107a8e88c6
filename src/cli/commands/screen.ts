import { type Command, Option } from 'commander';
import type { Act } from '../act.ts';
import { print } from '../engine.ts';
import { exitStatus, reaches } from '../exit-status.ts';
import { addQueryOptions, type QueryOptions, queryOf } from '../query-options.ts';
import { withRecords } from '../recording.ts';
import { briefText } from '../text/brief.ts';
import { screeningText } from '../text/screening.ts';

type ScreenOptions = QueryOptions & { json?: true; brief?: true; full?: true };

export function registerScreen(program: Command, act: Act): void {
  addQueryOptions(program.command('screen'))
    .summary('screen names: which restricted party may each be?')
    .description(
      'Screens names against the restricted-party lists. Each argument is one name: quote a name of several words.',
    )
    .argument('<name...>', 'names, one an argument')
    .option('--json', 'print JSON: one object, or an array for several names')
    .option('--brief', 'print a few lines a name (default on a terminal)')
    .addOption(
      new Option('--full', 'print the reasons and the documents (default elsewhere)').conflicts(
        'brief',
      ),
    )
    .addHelpText(
      'after',
      `
Example:
  $ redflag screen "Hikvison Digital Technolgy" --country CN --activity procure --as-of 2019-09-01`,
    )
    .action(
      act((workplace, names: string[], options: ScreenOptions) =>
        withRecords(workplace, { many: false }, async (screener) => {
          const query = queryOf(options);
          const brief = options.brief ?? (!options.full && workplace.out.terminal);
          const textOf = brief ? briefText : screeningText;
          // A wrong name or option is told before anything is answered, and so recorded.
          for (const name of names) screener.engine.parse({ ...query, name });
          const answers = names.map((name) => screener.screen({ ...query, name }, 'single'));
          await screener.pending.settled();
          await print(
            workplace,
            options.json,
            answers.length === 1 ? answers[0] : answers,
            (layout) =>
              answers.map((answer, at) => textOf(names[at] ?? '', answer, layout)).join('\n'),
          );
          return answers.some((answer) => reaches(answer, options.failOn))
            ? exitStatus.found
            : exitStatus.nothing;
        }),
      ),
    );
}
