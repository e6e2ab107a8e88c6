import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { seedsFolder } from '../data/folders.ts';

/** Milliseconds from the start of the process until `GET /health/ready` answers 200. */
export interface StartUp {
  readonly of: string;
  /** Each run; the first builds the catalogue where it is missing. */
  readonly runs: readonly number[];
}

const GIVE_UP = 60_000;
const PAUSE = 5;

/** Starts the program `times` times on one data folder. */
export async function startUp(
  of: string,
  program: string,
  data: string,
  times: number,
): Promise<StartUp> {
  const runs: number[] = [];
  for (let run = 0; run < times; run++) runs.push(await startOnce(program, data));
  return { of, runs };
}

async function startOnce(program: string, data: string): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const server = spawn(process.execPath, [program, 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      REDFLAG_DATA: data,
      REDFLAG_SEEDS: seedsFolder,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(server, `http://127.0.0.1:${port}/health/ready`);
    return performance.now() - begin;
  } finally {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
  }
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  const end = performance.now() + GIVE_UP;
  while (performance.now() < end) {
    if (server.exitCode !== null) throw new Error(`the program ended with ${server.exitCode}`);
    const ready = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (ready) return;
    await setTimeout(PAUSE);
  }
  throw new Error(`not ready after ${GIVE_UP} ms`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
