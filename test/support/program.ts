import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The service as a process of its own, as `npm start` runs it. */
export interface Program {
  readonly process: ChildProcess;
  /** Where it listens. */
  readonly address: string;
  /** Everything that it wrote on standard error so far. */
  errors(): string;
  /** Sends the signal and waits for the end. Gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/**
 * Starts `redflag serve` and waits until it listens.
 *
 * @throws Error with what it wrote where it ends before
 */
export async function startProgram(environment: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, ['bin/redflag.js', 'serve'], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  // Not `exit`: what it wrote last may then still be on its way.
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /listens on (\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });
  return {
    ...{ process: child, address, errors: () => errors },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** `POST /screen`: the status, and the id of the screening where there is one. */
export async function screen(
  address: string,
  name: string,
): Promise<{ status: number; id: string }> {
  const response = await fetch(`${address}/screen`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ name }),
  });
  const { id = '' } = (await response.json()) as { id?: string };
  return { status: response.status, id };
}
