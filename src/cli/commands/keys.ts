import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { RedflagError } from '../../domain/error.ts';
import type { Scope } from '../../store/records/index.ts';
import type { Act, Workplace } from '../act.ts';
import { exitStatus } from '../exit-status.ts';
import { localCaller } from '../recording.ts';

const ALL_SCOPES: readonly Scope[] = ['screen', 'read', 'admin'];
const MAX_NAME = 100;

export function registerKeys(program: Command, act: Act): void {
  const keys = program
    .command('keys')
    .summary('make, list and revoke API keys')
    .description('The API keys of the service. They work, and stop working, without a restart.');

  keys
    .command('create')
    .description(
      'Makes a key and prints it, once: only a hash of it is kept. Scopes: screen asks, read reads the records, admin decides on matches and does all.',
    )
    .argument('<name>', 'who it is for', toName)
    .option('--scope <scopes>', 'what it allows, by comma', toScopes, ['screen', 'read'])
    .addHelpText(
      'after',
      `
Example:
  $ KEY=$(redflag keys create procurement --scope screen)`,
    )
    .action(
      act(async (workplace, name: string, { scope }: { scope: Scope[] }) => {
        const { createKey } = await import('../../store/records/index.ts');
        const made = await withWriter(workplace, (writer) =>
          createKey(writer, {
            ...{ name, scopes: scope, caller: localCaller(), now: workplace.now() },
          }),
        );
        await workplace.out.write(`${made.text}\n`);
        await workplace.err.write(
          `redflag: key ${made.key.id} for "${name}" (${made.key.scopes.join(', ')}); it is not shown again\n`,
        );
        return exitStatus.nothing;
      }),
    );

  keys
    .command('list')
    .description(
      'Prints the keys: id, scopes, when they were made and revoked, name. Never the keys themselves.',
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag keys list`,
    )
    .action(
      act(async (workplace, { json }: { json?: true }) => {
        const { listKeys } = await import('../../store/records/index.ts');
        const { printable } = await import('../text/layout.ts');
        const all = await withWriter(workplace, ({ database }) => listKeys(database));
        const lines = all.map(({ id, name, scopes, createdAt, revokedAt }) =>
          [
            id,
            scopes.join(','),
            createdAt,
            revokedAt ? `revoked ${revokedAt}` : 'valid',
            printable(name),
          ].join('  '),
        );
        await workplace.out.write(
          json
            ? `${JSON.stringify({ keys: all }, null, 2)}\n`
            : lines.map((line) => `${line}\n`).join(''),
        );
        return exitStatus.nothing;
      }),
    );

  keys
    .command('revoke')
    .description('Revokes a key: it is refused from the next request on.')
    .argument('<id>', 'id of the key, as "keys list" prints it')
    .addHelpText(
      'after',
      `
Example:
  $ redflag keys revoke 4f3a91c2`,
    )
    .action(
      act(async (workplace, id: string) => {
        const { revokeKey } = await import('../../store/records/index.ts');
        const revoked = await withWriter(workplace, (writer) =>
          revokeKey(writer, id, { caller: localCaller(), now: workplace.now() }),
        );
        if (!revoked) {
          throw new RedflagError(
            'not-found',
            `there is no valid key "${id}": "redflag keys list" has the ids`,
          );
        }
        await workplace.err.write(`redflag: key ${id} is revoked\n`);
        return exitStatus.nothing;
      }),
    );
}

async function withWriter<T>(
  { configuration }: Workplace,
  work: (writer: import('../../store/records/index.ts').RecordWriter) => T,
): Promise<T> {
  const { RecordWriter, RECORDS_FILE } = await import('../../store/records/index.ts');
  const writer = new RecordWriter(join(configuration.data, RECORDS_FILE));
  try {
    return work(writer);
  } finally {
    writer.close();
  }
}

function toName(text: string): string {
  if (text.trim() === '' || text.length > MAX_NAME || /\p{Cc}/u.test(text)) {
    throw new InvalidArgumentError(`a name has 1 to ${MAX_NAME} characters, all printable`);
  }
  return text;
}

function toScopes(text: string): Scope[] {
  const words = text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !ALL_SCOPES.some((scope) => scope === word));
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`"${wrong}" is no scope: they are ${ALL_SCOPES.join(', ')}`);
  }
  return ALL_SCOPES.filter((scope) => words.includes(scope));
}
