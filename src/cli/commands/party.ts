import type { Command } from 'commander';
import { inWords } from '../../domain/complaint.ts';
import { isoDateSchema } from '../../domain/date.ts';
import { type Complaint, RedflagError } from '../../domain/error.ts';
import type { Act } from '../act.ts';
import { print, withEngine } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { partyText } from '../text/party.ts';

interface PartyOptions {
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
}

export function registerParty(program: Command, act: Act): void {
  program
    .command('party')
    .summary('print a party: names, relations, timeline, documents')
    .description(
      'Prints everything that the catalogue holds about a party: names, relations, a timeline of its designations, documents.',
    )
    .argument('<id>', 'id of the party, as answers give it')
    .option('--from <date>', 'what the law changed after this day, YYYY-MM-DD')
    .option('--to <date>', 'what the law changed up to this day, YYYY-MM-DD')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag party hikvision --from 2019-10-01 --to 2020-12-31`,
    )
    .action(
      act(async (workplace, id: string, options: PartyOptions) => {
        refuseDates(options);
        return withEngine(workplace, async ({ screener, catalogue }) => {
          if (catalogue.party(id) === undefined) {
            const hint = 'redflag screen NAME gives the ids of the parties that a name may be';
            throw new RedflagError('not-found', `there is no party "${id}": ${hint}`);
          }
          const { describeParty } = await import('../../screening/index.ts');
          const { from, to } = options;
          const profile = describeParty(screener, id, { from, to });
          await print(workplace, options.json, profile, (layout) =>
            partyText(profile, { from, to }, layout),
          );
          return exitStatus.nothing;
        });
      }),
    );
}

function refuseDates({ from, to }: PartyOptions): void {
  const complaints: Complaint[] = Object.entries({ from, to }).flatMap(([path, date]) => {
    const [issue] =
      isoDateSchema.optional().safeParse(date, { error: inWords }).error?.issues ?? [];
    return issue ? [{ path, message: issue.message }] : [];
  });
  if (complaints.length === 0 && from !== undefined && to !== undefined && to < from) {
    complaints.push({ path: 'to', message: `"${to}" lies before --from "${from}"` });
  }
  if (complaints.length > 0) {
    throw new RedflagError('invalid-request', 'The dates are not valid.', complaints);
  }
}
