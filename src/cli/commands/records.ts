import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { RedflagError } from '../../domain/error.ts';
import type { ChainHead, RecordReader } from '../../store/records/index.ts';
import type { Act, Workplace } from '../act.ts';
import { exitStatus } from '../exit-status.ts';
import { counted } from '../text/words.ts';

const DAY = 86_400_000;
/** Records of an export that are read at a time. */
const CHUNK = 100;

export function registerRecords(program: Command, act: Act): void {
  const records = program
    .command('records')
    .summary('prove, export, back up and prune what was recorded')
    .description(
      'What service and command line were asked and answered: records.db in REDFLAG_DATA. All of it works while the service runs.',
    );

  records
    .command('verify')
    .description(
      'Proves the chain of records, and says where it breaks. Exits with 1 where it does. The end that it prints, noted elsewhere, later proves with --expect that nothing was cut off.',
    )
    .option('--expect <end>', 'an end of the chain printed earlier: NUMBER:HASH', toChainHead)
    .option('--file <file>', 'a back-up in place of records.db')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Example:
  $ redflag records verify`,
    )
    .action(
      act(async (workplace, options: { expect?: ChainHead; file?: string; json?: true }) => {
        const { verifyChain } = await import('../../store/records/index.ts');
        const { printable } = await import('../text/layout.ts');
        const result = await withReader(workplace, options.file, ({ database }) =>
          verifyChain(database, options.expect === undefined ? {} : { expected: options.expect }),
        );
        const { records, head, breaks } = result;
        const lines = [
          ...breaks.map(
            ({ seq, id, reason }) => `record ${seq}${id === null ? '' : ` (${id})`}: ${reason}`,
          ),
          `${counted(records, 'record', 'records')}, ${counted(breaks.length, 'break', 'breaks')}, end ${head.seq}:${head.hash}`,
        ];
        await workplace.out.write(
          options.json
            ? `${JSON.stringify(result, null, 2)}\n`
            : lines.map((line) => `${printable(line)}\n`).join(''),
        );
        return breaks.length > 0 ? exitStatus.found : exitStatus.nothing;
      }),
    );

  records
    .command('export')
    .description(
      'Prints every record as a line of JSON, the oldest first: number, hash, head, query and answer, as they are hashed.',
    )
    .option('--file <file>', 'a back-up in place of records.db')
    .addHelpText(
      'after',
      `
Example:
  $ redflag records export > records.ndjson`,
    )
    .action(
      act((workplace, { file }: { file?: string }) =>
        withReader(workplace, file, async (reader) => {
          for (const lines of reader.lines(null, CHUNK)) {
            if (workplace.out.closed) break;
            await workplace.out.write(lines);
          }
          return exitStatus.nothing;
        }),
      ),
    );

  records
    .command('backup')
    .description(
      'Copies records.db while the service writes to it, and proves the copy before it gets its name.',
    )
    .argument('<file>', 'where to; it must not exist')
    .addHelpText(
      'after',
      `
Example:
  $ redflag records backup /backups/records-2026-11-22.db`,
    )
    .action(
      act(async (workplace, file: string) => {
        const { backUp } = await import('../../store/records/index.ts');
        const { records, head } = backUp(requirePath(workplace, undefined), file);
        await workplace.err.write(
          `redflag: ${file} holds ${counted(records, 'record', 'records')}, end ${head.seq}:${head.hash}\n`,
        );
        return exitStatus.nothing;
      }),
    );

  records
    .command('prune')
    .description(
      'Removes records older than some days. A checkpoint in the chain says so, and the rest stays provable.',
    )
    .requiredOption('--older-than <days>', 'age in days', toDays)
    .addHelpText(
      'after',
      `
Example:
  $ redflag records prune --older-than 3650`,
    )
    .action(
      act(async (workplace, { olderThan }: { olderThan: number }) => {
        const { RecordWriter, removeOlderThan } = await import('../../store/records/index.ts');
        const now = workplace.now();
        const writer = new RecordWriter(requirePath(workplace, undefined));
        let total = 0;
        try {
          for (;;) {
            const before = new Date(now.getTime() - olderThan * DAY);
            const { removed, more } = removeOlderThan(writer, before, now);
            total += removed;
            if (!more) break;
          }
        } finally {
          writer.close();
        }
        await workplace.err.write(`redflag: ${counted(total, 'record', 'records')} removed\n`);
        return exitStatus.nothing;
      }),
    );
}

async function withReader<T>(
  workplace: Workplace,
  file: string | undefined,
  work: (reader: RecordReader) => T | Promise<T>,
): Promise<T> {
  const { RecordReader } = await import('../../store/records/index.ts');
  const path = requirePath(workplace, file);
  let reader: RecordReader;
  try {
    reader = new RecordReader(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RedflagError('invalid-records', `${path} cannot be read: ${reason}`, [], error);
  }
  try {
    return await work(reader);
  } finally {
    reader.close();
  }
}

function requirePath({ configuration }: Workplace, file: string | undefined): string {
  const path = file ?? join(configuration.data, 'records.db');
  if (existsSync(path)) return path;
  throw new RedflagError(
    'not-found',
    `${path}: there is no such file; it is made when something is recorded`,
  );
}

function toChainHead(text: string): ChainHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new InvalidArgumentError(
      'an end of the chain is NUMBER:HASH, as "records verify" prints it',
    );
  }
  return { seq: Number(seq), hash };
}

function toDays(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a whole number of days is needed');
  return Number(text);
}
