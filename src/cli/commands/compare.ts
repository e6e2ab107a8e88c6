import type { Command } from 'commander';
import { inWords } from '../../domain/complaint.ts';
import { type Complaint, RedflagError } from '../../domain/error.ts';
import type { PartyKind } from '../../domain/party.ts';
import type { Act } from '../act.ts';
import { print, withEngine } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { kindOption } from '../query-options.ts';
import { comparisonText } from '../text/comparison.ts';

export function registerCompare(program: Command, act: Act): void {
  program
    .command('compare')
    .summary('compare two names, word by word')
    .description('Compares two names as a screening compares a query with a listed name.')
    .argument('<a>', 'a name')
    .argument('<b>', 'another name')
    .addOption(kindOption())
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag compare "Fiber Home Technologies" "FiberHome Technologies"`,
    )
    .action(
      act((workplace, a: string, b: string, options: { kind?: PartyKind; json?: true }) =>
        withEngine(workplace, async (engine) => {
          await refuseNames({ a, b });
          const comparison = { a, b, ...engine.compare(a, b, options.kind) };
          await print(workplace, options.json, comparison, (layout) =>
            comparisonText(comparison, layout),
          );
          return exitStatus.nothing;
        }),
      ),
    );
}

/** The rules of a name are those of a query. @throws RedflagError `invalid-request` */
async function refuseNames(names: Readonly<Record<string, string>>): Promise<void> {
  const { screenQuerySchema } = await import('../../screening/query.ts');
  const complaints: Complaint[] = Object.entries(names).flatMap(([path, name]) => {
    const [issue] = screenQuerySchema.safeParse({ name }, { error: inWords }).error?.issues ?? [];
    return issue ? [{ path, message: issue.message }] : [];
  });
  if (complaints.length === 0) return;
  throw new RedflagError('invalid-request', 'The names are not valid.', complaints);
}
