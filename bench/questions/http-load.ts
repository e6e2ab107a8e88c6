import { type ChildProcess, spawn } from 'node:child_process';
import autocannon from 'autocannon';
import type { Corpus } from '../data/listed.ts';
import { queryMix } from '../data/query-mix.ts';
import { Random } from '../random.ts';

/** `stubbed`: one ready screening; `whole`: the engine, nothing recorded; `recorded`: `redflag serve` as it is, each answer on disk first. */
export type Engine = 'stubbed' | 'whole' | 'recorded';

/** Requests a second of `POST /screen` beside a bare Fastify route with answers of equal length. */
export interface HttpResult {
  readonly engine: Engine;
  readonly names: number;
  readonly answerBytes: number;
  readonly perSecond: number;
  readonly bare: number;
  /** perSecond / bare */
  readonly share: number;
  readonly p99: number;
}

/** Served in a process of its own; the load comes from this one. */
type Served = 'bare' | Engine;

const CONNECTIONS = 16;
const ONE_LISTED_IN = 100;
const BODIES = 2000;

/** A vendor master in which 1 name in 100 is a listed one, as bodies of requests. */
export function vendorMaster(corpus: Corpus, ordinary: readonly string[]): string[] {
  const random = new Random('vendor master');
  const { misspelt } = queryMix(corpus, ordinary, BODIES / 10);
  const names = random.sample(ordinary, BODIES);
  return names.map((name, at) =>
    JSON.stringify({
      reference: `V-${at}`,
      name: at % ONE_LISTED_IN === 0 ? (misspelt[at / ONE_LISTED_IN] ?? name) : name,
    }),
  );
}

export interface HttpLoad {
  readonly engine: Engine;
  /** Folder of the catalogue. */
  readonly data: string;
  /** Names in the catalogue. */
  readonly names: number;
  readonly bodies: readonly string[];
  /** Of one round. */
  readonly seconds: number;
  readonly rounds: number;
}

/**
 * Rounds of bare and measured route by turns, so that a busy minute of the
 * machine hits both; the round with the middle share counts.
 */
export async function httpLoad({
  engine,
  data,
  names,
  bodies,
  seconds,
  rounds,
}: HttpLoad): Promise<HttpResult> {
  const measured = await serve(engine, data, 0);
  try {
    const answerBytes = await meanLength(measured.address, bodies);
    const bare = await serve('bare', data, answerBytes);
    try {
      await load(measured.address, bodies, seconds / 2);
      await load(bare.address, bodies, seconds / 2);
      const results: { mine: Load; bare: Load }[] = [];
      for (let round = 0; round < rounds; round++) {
        results.push({
          mine: await load(measured.address, bodies, seconds),
          bare: await load(bare.address, bodies, seconds),
        });
      }
      // The two of a round ran one after the other: their share stands a busy minute that their rates do not.
      const ranked = results
        .map(({ mine, bare: base }) => ({ mine, base, share: mine.perSecond / base.perSecond }))
        .sort((x, y) => x.share - y.share);
      const middle = ranked[Math.floor(ranked.length / 2)];
      if (middle === undefined) throw new RangeError('no rounds');
      const { mine, base, share } = middle;
      const rates = { perSecond: mine.perSecond, bare: base.perSecond, share, p99: mine.p99 };
      return { engine, names, answerBytes, ...rates };
    } finally {
      bare.process.kill();
    }
  } finally {
    measured.process.kill();
  }
}

interface Server {
  readonly process: ChildProcess;
  readonly address: string;
}

async function serve(what: Served, data: string, bytes: number): Promise<Server> {
  const script = new URL('../processes/http-server.ts', import.meta.url).pathname;
  const server = spawn(process.execPath, [script, what, data, String(bytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line) => resolve(String(line).trim()));
    server.once('exit', (code) => reject(new Error(`the ${what} server ended with ${code}`)));
  });
  return { process: server, address };
}

async function meanLength(address: string, bodies: readonly string[]): Promise<number> {
  let sum = 0;
  for (const body of bodies) {
    const answer = await fetch(`${address}/screen`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (answer.status !== 200)
      throw new Error(`${answer.status} for ${body}: ${await answer.text()}`);
    sum += (await answer.arrayBuffer()).byteLength;
  }
  return Math.round(sum / bodies.length);
}

interface Load {
  readonly perSecond: number;
  readonly p99: number;
}

async function load(address: string, bodies: readonly string[], seconds: number): Promise<Load> {
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    requests: bodies.map((body) => ({
      method: 'POST',
      path: '/screen',
      headers: { 'content-type': 'application/json' },
      body,
    })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were no 2xx, ${result.errors} requests failed`);
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}
