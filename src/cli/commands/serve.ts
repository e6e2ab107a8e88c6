import type { Command } from 'commander';
import type { OpenScreener } from '../../screening/index.ts';
import type { Act, Workplace } from '../act.ts';
import { CatalogueInUse } from '../catalogue-in-use.ts';
import { exitStatus } from '../exit-status.ts';
import { failureLine } from '../failure.ts';
import { scheduleRefresh } from '../list-schedule.ts';
import { openService, type Service } from '../service.ts';

/** Milliseconds that requests in flight get to end in, before the process stops all the same. */
const DRAIN_MS = 10_000;

/** Signals by which a service is told to stop. */
const STOPPING = ['SIGTERM', 'SIGINT'] as const;

/**
 * Signals at which nothing is closed. SIGHUP is ours: it reads the seeds anew. The
 * others say that an instruction failed; to catch them is to run it again, for ever.
 */
const NOT_TO_STOP = [
  'SIGHUP',
  'SIGILL',
  'SIGTRAP',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGSEGV',
] as const;

export function registerServe(program: Command, act: Act): void {
  program
    .command('serve')
    .summary('serve the HTTP interface')
    .description(
      'Serves the HTTP interface at HOST and PORT; builds the catalogue first where it is missing or its seeds have changed. ' +
        'SIGTERM and SIGINT let requests end and stop it; SIGHUP reads the seeds anew.',
    )
    .addHelpText(
      'after',
      `
Example:
  $ PORT=9090 redflag serve`,
    )
    .action(
      act(async (workplace) => {
        const started = stopWhileStarting();
        const { startServer } = await import('../../http/index.ts');
        const catalogue = await CatalogueInUse.open(workplace);
        const service = await openService(
          () => catalogue.engine,
          workplace,
          () => catalogue.reload(),
        );
        const schedule = scheduleRefresh(workplace, () => catalogue.reload());
        const server = await startServer(service.options).catch(async (error: unknown) => {
          await service.close();
          throw error;
        });
        catalogue.watch();
        process.on('SIGHUP', () => void catalogue.reload());
        await stopWithGrace(async (error) => {
          if (error !== undefined) await workplace.err.write(`${failureLine(error)}\n`);
          await server.close();
          schedule.stop();
          await service.close();
          catalogue.close();
        });
        started();
        await announce(server.address, catalogue.engine, service, workplace);
        return exitStatus.nothing;
      }),
    );
}

/**
 * Lets a signal end the process while it starts: as the first one of a container it
 * hears none that it does not listen for. Nothing was answered yet, and what it builds
 * is moved into place whole. Returns how to leave signals to whoever comes after.
 */
function stopWhileStarting(): () => void {
  const stop = () => process.exit();
  for (const signal of STOPPING) process.on(signal, stop);
  return () => {
    for (const signal of STOPPING) process.off(signal, stop);
  };
}

/** Ends the process after `close`, when it is told to stop or an error that nobody caught has left it in doubt. */
async function stopWithGrace(close: (error?: Error) => Promise<void>): Promise<void> {
  const { default: closeWithGrace } = await import('close-with-grace');
  const options = { delay: DRAIN_MS, logger: false as const, skip: [...NOT_TO_STOP] };
  closeWithGrace(options, ({ err }) => close(err));
}

async function announce(
  address: string,
  { catalogue }: OpenScreener,
  { keysNeeded, records }: Service,
  { out }: Workplace,
): Promise<void> {
  const { version } = catalogue.version;
  const { listKeys } = await import('../../store/records/index.ts');
  const keyless = keysNeeded && records !== null && listKeys(records.reader.database).length === 0;
  await out.write(
    [
      `Redflag listens on ${address} (process ${process.pid}), catalogue ${version} with ${catalogue.size} parties.`,
      ...(keyless
        ? ['An API key is needed and there is none yet: redflag keys create NAME makes one.']
        : []),
      'Try:',
      `  curl ${keysNeeded ? '-H "Authorization: Bearer $KEY" ' : ''}'${address}/screen?name=Hikvison+Digital+Technolgy'`,
      '',
    ].join('\n'),
  );
}
