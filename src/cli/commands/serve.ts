import type { Command } from 'commander';
import type { OpenScreener } from '../../screening/index.ts';
import { openEngine, reportBuild } from '../engine.ts';
import { exitStatus } from '../exit-status.ts';
import { failureLine } from '../failure.ts';
import type { Act, Workplace } from '../program.ts';

/** Milliseconds that requests in flight get to end in, before the process stops all the same. */
const DRAIN_MS = 10_000;

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
        const { startServer } = await import('../../http/index.ts');
        let engine = await openEngine(workplace);
        await reportBuild(engine, workplace);
        const { host, port, logLevel } = workplace.configuration;
        const server = await startServer({ engine: () => engine, host, port, logLevel });
        process.on('SIGHUP', async () => {
          engine = await renewed(engine, workplace);
        });
        await stopWithGrace(async (error) => {
          if (error !== undefined) await workplace.err.write(`${failureLine(error)}\n`);
          await server.close();
          engine.close();
        });
        await announce(server.address, engine, workplace);
        return exitStatus.nothing;
      }),
    );
}

/** Ends the process after `close`, when it is told to stop or an error that nobody caught has left it in doubt. */
async function stopWithGrace(close: (error?: Error) => Promise<void>): Promise<void> {
  const { default: closeWithGrace } = await import('close-with-grace');
  // SIGHUP is ours: it reads the seeds anew.
  const options = { delay: DRAIN_MS, logger: false as const, skip: ['SIGHUP' as const] };
  closeWithGrace(options, ({ err }) => close(err));
}

async function announce(address: string, engine: OpenScreener, { out }: Workplace): Promise<void> {
  const { version } = engine.catalogue.version;
  await out.write(
    [
      `Redflag listens on ${address} (process ${process.pid}), catalogue ${version} with ${engine.catalogue.size} parties.`,
      'Try:',
      `  curl '${address}/screen?name=Hikvison+Digital+Technolgy'`,
      '',
    ].join('\n'),
  );
}

/**
 * The engine over the catalogue as its inputs are now; the old one where they
 * have not changed or cannot be read. A replaced engine is not closed here:
 * requests in flight still read it, and it goes when the last of them lets go.
 */
async function renewed(engine: OpenScreener, workplace: Workplace): Promise<OpenScreener> {
  try {
    const next = await openEngine(workplace);
    await reportBuild(next, workplace);
    const { version } = next.catalogue.version;
    if (version === engine.catalogue.version.version) {
      next.close();
      await workplace.err.write(`redflag: the catalogue is unchanged (${version})\n`);
      return engine;
    }
    await workplace.err.write(`redflag: serving catalogue ${version} from now on\n`);
    return next;
  } catch (error) {
    await workplace.err.write(`${failureLine(error)}; the catalogue in use is kept\n`);
    return engine;
  }
}
