import type { Command } from 'commander';
import type { Act } from '../act.ts';
import { exitStatus } from '../exit-status.ts';
import { counted } from '../text/words.ts';

interface CheckOptions {
  readonly unsupported?: true;
  readonly writeSchemas?: true;
  readonly json?: true;
}

export function registerSeeds(program: Command, act: Act): void {
  const seeds = program
    .command('seeds')
    .description('The curated list, as files to edit and review.');
  seeds
    .command('check')
    .description(
      'Checks the seed files: a citation on each statement, ids, names, dates and periods. Exits with 1 when there is a problem.',
    )
    .option('--unsupported', 'also print the periods that no primary source supports')
    .option('--write-schemas', 'write the JSON Schemas for editors to schema/ in the seeds')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag seeds check --unsupported`,
    )
    .action(
      act(async ({ configuration, out }, options: CheckOptions) => {
        const { checkSeeds, readSeeds, withoutPrimarySource, writeSeedSchemas } = await import(
          '../../catalogue/seeds/index.ts'
        );
        const { formatProblem } = await import('../../catalogue/problem.ts');
        const { printable } = await import('../text/layout.ts');
        const folder = configuration.seeds;
        if (options.writeSchemas) writeSeedSchemas(folder);
        const read = readSeeds(folder);
        const problems = checkSeeds(read);
        const unsupported = options.unsupported ? withoutPrimarySource(read) : [];
        const { sources, lists, parties, devices } = read;
        if (options.json) {
          const answer = { problems, ...(options.unsupported && { unsupported }) };
          await out.write(`${JSON.stringify(answer, null, 2)}\n`);
        } else {
          const lines = [
            ...problems.map(formatProblem),
            ...unsupported.map((statement) =>
              formatProblem({ ...statement, message: 'no primary source' }),
            ),
          ];
          const summary = [
            counted(sources.length, 'source', 'sources'),
            counted(lists.length, 'list', 'lists'),
            counted(parties.length, 'party', 'parties'),
            counted(devices.length, 'device record', 'device records'),
            counted(problems.length, 'problem', 'problems'),
            ...(options.unsupported ? [`${unsupported.length} without a primary source`] : []),
          ].join(', ');
          const located = lines.map((line) => `${folder}/${printable(line)}\n`);
          await out.write(`${located.join('')}${summary}\n`);
        }
        return problems.length > 0 ? exitStatus.found : exitStatus.nothing;
      }),
    );
}
