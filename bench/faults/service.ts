import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RecordReader, type Verification, verifyChain } from '../../src/store/records/index.ts';
import { type Program, startProgram } from '../../test/support/program.ts';

const SMALL_SEEDS = 'test/fixtures/seeds-small';

/** A data folder for one experiment, over invented seeds or those of the project. */
export class Place {
  readonly root = mkdtempSync(join(tmpdir(), 'redflag-faults-'));
  readonly seeds = join(this.root, 'seeds');
  readonly data: string;

  constructor({ seeds = SMALL_SEEDS, data }: { seeds?: string; data?: string } = {}) {
    this.data = data ?? join(this.root, 'data');
    cpSync(seeds, this.seeds, { recursive: true });
    mkdirSync(this.data, { recursive: true });
  }

  start(environment: Record<string, string> = {}): Promise<Program> {
    return startProgram({ ...this.environment, LOG_LEVEL: 'error', ...environment });
  }

  /** What says to a process that it works here. */
  get environment(): Record<string, string> {
    return { REDFLAG_DATA: this.data, REDFLAG_SEEDS: this.seeds };
  }

  get records(): string {
    return join(this.data, 'records.db');
  }

  /**
   * Proves the chain, and that every one of the ids is in it.
   *
   * @param from number of the record to begin with
   */
  verify(ids: Iterable<string> = [], from = 0): Verification & { missing: string[] } {
    const reader = new RecordReader(this.records);
    try {
      const missing = [...ids].filter((id) => reader.screening(id) === undefined);
      return { ...verifyChain(reader.database, { from }), missing };
    } finally {
      reader.close();
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request over a kept connection. @throws where there is no answer */
export function ask(
  address: string,
  {
    method = 'GET',
    path,
    headers = {},
    body,
  }: {
    method?: string;
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer | undefined;
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    // The path as it is: a URL would tidy it up.
    const sent = request({ hostname, port, path, method, headers, agent }, (response) => {
      clearTimeout(late);
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    // A body that is refused early is answered while it is still being sent.
    let late: NodeJS.Timeout | undefined;
    sent.on('error', (error) => {
      late ??= setTimeout(() => reject(error), 'code' in error && error.code === 'EPIPE' ? 500 : 0);
    });
    sent.end(body);
  });
}

export const JSON_TYPE = { 'content-type': 'application/json' };

const NAMES = [
  'Zorvanta',
  'Zorvanta Optik',
  'Drusk',
  'Quellmar Ltd',
  'Quiet Harbour Bakery',
  '佐凡塔光学',
];

/** A query, one of a few that match and many that do not. */
export function someQuery(number: number): string {
  const name = NAMES[number % NAMES.length] ?? '';
  return JSON.stringify({
    name: number % 3 === 0 ? name : `${name} ${number}`,
    reference: `R-${number}`,
  });
}

export function screenOnce(address: string, number: number): Promise<Answer> {
  return ask(address, {
    method: 'POST',
    path: '/screen',
    headers: JSON_TYPE,
    body: someQuery(number),
  });
}

/** Waits until something is so; false where it never is. */
export async function until(condition: () => Promise<boolean>, seconds = 20): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await condition()) return true;
    await wait(100);
  }
  return false;
}

/** Clients that ask as fast as they are answered, or with pauses, until they are stopped or the service is gone. */
export class Clients {
  readonly answered: string[] = [];
  readonly statuses = new Map<number, number>();
  /** What was refused, by code and reason. */
  readonly refusals = new Map<string, number>();
  failed = 0;
  #going = true;
  #next = 0;
  readonly #pause: number;
  readonly #all: Promise<void>[];

  /** @param pause milliseconds between an answer and the next question */
  constructor(address: string, count: number, pause = 0) {
    this.#pause = pause;
    this.#all = Array.from({ length: count }, () => this.#run(address));
  }

  async #run(address: string): Promise<void> {
    while (this.#going) {
      try {
        if (this.#pause > 0) await wait(this.#pause);
        const { status, body } = await screenOnce(address, this.#next++);
        this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
        const answer: { id: string; code?: string; detail?: string } = JSON.parse(body);
        if (status === 200) this.answered.push(answer.id);
        else {
          const refusal = `${answer.code}: ${answer.detail}`;
          this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
        }
      } catch {
        this.failed += 1;
        return;
      }
    }
  }

  /** Waits for the answers that are still to come. */
  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#all);
  }
}
