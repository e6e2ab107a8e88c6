import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { Act } from './act.ts';
import { registerCommands } from './commands/index.ts';
import { readConfiguration } from './configuration.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { failureLine } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Runs one command line.
 *
 * @param argv the words after `redflag`
 * @returns the exit status; never throws for what a user can cause
 * @example await run(['screen', 'Hikvison', '--json'], processSession())
 */
export async function run(argv: readonly string[], session: Session): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.nothing;
  const act: Act =
    (work) =>
    async (...args) => {
      const configuration = readConfiguration(session.environment);
      status = await work({ ...session, configuration }, ...args);
    };
  try {
    await buildProgram(session, act).parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has said what was wrong itself, and "wrong" may be a wish for help.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitStatus.nothing : exitStatus.failed;
    }
    await session.err.write(`${failureLine(error)}\n`);
    if (session.environment.LOG_LEVEL === 'debug' && error instanceof Error) {
      await session.err.write(`${error.stack}\n`);
    }
    return exitStatus.failed;
  }
}

function buildProgram(session: Session, act: Act): Command {
  const program = new Command('redflag')
    .description(
      'Says which restricted party a name may be, what each list forbids since when, and which document says so.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    // An option after the name of a command is that command's: both "lists" and "lists status" have --json.
    .enablePositionalOptions()
    .configureHelp({ helpWidth: session.out.columns })
    .configureOutput({
      writeOut: (text) => void session.out.write(text),
      writeErr: (text) => void session.err.write(text),
      outputError: (text, write) => write(`${failureLine(asCommanderError(text))}\n`),
    })
    .exitOverride();
  registerCommands(program, act);
  return program.addHelpText('after', EXIT_STATUSES);
}

const EXIT_STATUSES = `
Exit status: 0 nothing at or above the fail level, 1 something is, 2 the command could not do its work.`;

function asCommanderError(text: string): CommanderError {
  return new CommanderError(exitStatus.failed, 'commander', text);
}

function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
