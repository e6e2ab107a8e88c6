import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two handfuls of rows: a steady second writer, that leaves the processor to the service. */
const PAUSE = 10;
const ROWS = 5;

/**
 * `redflag batch` over the data folder of a running service: another process that
 * appends to the same chain, for as long as it is let.
 */
export class BatchClient {
  /** Ids of the screenings that it printed. */
  readonly answered: string[] = [];
  /** Whether it ended, by itself or killed. */
  gone = false;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;

  constructor(environment: Record<string, string>) {
    const child = spawn(process.execPath, ['bin/redflag.js', 'batch', '-', '--format', 'ndjson'], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#process = child;
    // What it was told when it is killed goes nowhere.
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A kill cuts the last line off: then nobody was answered by it.
      const id = /^\{"id":"(scr_\w+)".*\}$/.exec(line)?.[1];
      if (id !== undefined) this.answered.push(id);
    });
    this.#ended = once(child, 'close').then(() => {
      this.gone = true;
    });
    void this.#feed();
  }

  async #feed(): Promise<void> {
    this.#process.stdin?.write('name,reference\n');
    for (let row = 0; !this.gone; row += ROWS) {
      for (let at = row; at < row + ROWS; at++) {
        this.#process.stdin?.write(`${at % 3 === 0 ? 'Zorvanta' : `Quellmar ${at}`},B-${at}\n`);
      }
      await wait(PAUSE);
    }
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
