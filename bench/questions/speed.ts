import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { allCorpus } from '../data/corpora.ts';
import type { Corpus } from '../data/listed.ts';
import { importLists } from '../data/listed-catalogue.ts';
import { ordinaryCompanies } from '../data/ordinary.ts';
import type { Ratio } from '../measures/ratios.ts';
import { type BatchResult, batch } from './batch.ts';
import { type HttpResult, httpLoad, vendorMaster } from './http-load.ts';
import type { Rival } from './rivals.ts';
import { corpusOfSize, type Size, type SizeResult, sizes } from './size.ts';
import { type StartUp, startUp } from './start-up.ts';

/** Everything that one run of the benchmark found out. */
export interface Speed {
  readonly quick: boolean;
  readonly date: string | null;
  readonly node: string;
  readonly processors: number;
  /** Load average of a minute, before and after: above the number of processors, the run had to wait its turn. */
  readonly load: readonly [before: number, after: number];
  readonly queries: number;
  readonly sizes: readonly SizeResult[];
  readonly rivals: readonly Rival[];
  readonly batch: BatchResult | null;
  readonly http: readonly HttpResult[];
  readonly startUps: readonly StartUp[];
  readonly ratios: readonly Ratio[];
}

export const parts = ['sizes', 'rivals', 'batch', 'http', 'start'] as const;
export type Part = (typeof parts)[number];

export interface Run {
  readonly quick: boolean;
  readonly date: string | null;
  readonly only: readonly Part[];
  readonly say: (what: string) => void;
}

const project = resolve(import.meta.dirname, '../..');

export async function measureSpeed(run: Run): Promise<Speed> {
  const { quick, only, say } = run;
  const before = loadavg()[0] ?? 0;
  const queries = quick ? 2000 : 10_000;
  const asked = (part: Part) => only.includes(part);
  const corpus = allCorpus();
  const ordinary = ordinaryCompanies().names;
  const sizeResults: SizeResult[] = [];
  for (const size of asked('sizes') ? sizes : []) {
    if (quick && size === 'enlarged') continue;
    say(`index of size "${size}"`);
    const fuzz = size === 'all' ? (quick ? 20 : 400) : 0;
    const result = await child<SizeResult | null>('size', [size, queries, fuzz]);
    if (result) sizeResults.push(result);
    else say(`skipped: size "${size}": its list files are not there`);
  }
  const rivalSize: Size = corpus.names.length > 0 ? 'all' : 'curated';
  if (asked('rivals')) say('other matchers');
  const rivals = asked('rivals')
    ? await child<Rival[]>('rivals', [rivalSize, quick ? 0.2 : 1])
    : [];
  const whole = corpus.names.length > 0 ? corpus : corpusOfSize('curated');
  if (asked('batch')) say('batch on one and two threads');
  const batchResult = asked('batch') ? await batch(whole, ordinary, quick ? 4000 : 40_000) : null;
  const http = asked('http') ? await measureHttp(whole, ordinary, run) : [];
  const startUps = asked('start') ? await measureStartUps(corpus, run) : [];
  const results = { sizes: sizeResults, rivals, batch: batchResult, http, startUps };
  return {
    quick,
    date: run.date,
    node: process.version,
    processors: availableParallelism(),
    load: [before, loadavg()[0] ?? 0],
    queries,
    ...results,
    ratios: ratiosOf(results),
  };
}

async function child<T>(script: string, args: readonly (string | number)[]): Promise<T> {
  const path = `${import.meta.dirname}/../processes/${script}.ts`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', path, ...args.map(String)],
    { maxBuffer: 1e8 },
  );
  return JSON.parse(stdout);
}

async function measureHttp(corpus: Corpus, ordinary: readonly string[], { quick, say }: Run) {
  const data = mkdtempSync(join(tmpdir(), 'redflag-bench-'));
  try {
    say('lists for the server');
    const names = await importLists(data);
    const bodies = vendorMaster(corpus, ordinary);
    const results: HttpResult[] = [];
    for (const engine of ['stubbed', 'whole', 'recorded'] as const) {
      say(`POST /screen, engine ${engine}`);
      const [seconds, rounds] = quick ? [2, 1] : [6, 3];
      results.push(await httpLoad({ engine, data, names, bodies, seconds, rounds }));
    }
    return results;
  } finally {
    rmSync(data, { recursive: true });
  }
}

async function measureStartUps(corpus: Corpus, { quick, say }: Run): Promise<StartUp[]> {
  const built = `${project}/dist/cli/main.js`;
  if (!existsSync(built))
    say('dist/cli/main.js is not there ("npm run build"): the sources are started instead');
  const program = existsSync(built) ? built : `${project}/bin/redflag.js`;
  say('start to ready');
  const starts: StartUp[] = [];
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'redflag-bench-'));
    folders.push(made);
    return made;
  };
  try {
    const curated = folder();
    const first = await startUp('curated list, first build', program, curated, 1);
    starts.push(first, await startUp('curated list, unchanged', program, curated, quick ? 2 : 5));
    if (corpus.names.length > 0) {
      const full = folder();
      const names = await importLists(full, 1);
      const label = `${names} names (CSL and curated list), unchanged`;
      starts.push(await startUp(label, program, full, quick ? 2 : 5));
    }
    return starts;
  } finally {
    for (const made of folders) rmSync(made, { recursive: true });
  }
}

function ratiosOf({
  sizes: measured,
  rivals,
  batch: threads,
  http,
}: Pick<Speed, 'sizes' | 'rivals' | 'batch' | 'http'>): Ratio[] {
  const ratios: Ratio[] = [];
  const ours = measured.find(({ names }) => names === rivals[0]?.names)?.latency.least;
  const mini = rivals.find(({ label }) => label === 'MiniSearch');
  if (ours && mini) {
    ratios.push(
      {
        name: 'p50 of a query over p50 of MiniSearch',
        value: ours.p50 / mini.times.p50,
        better: 'lower',
      },
      {
        name: 'p99 of a query over p99 of MiniSearch',
        value: ours.p99 / mini.times.p99,
        better: 'lower',
      },
    );
  }
  const [large, small] = [
    measured.find(({ size }) => size === 'enlarged'),
    measured.find(({ size }) => size === 'all'),
  ];
  if (large && small) {
    ratios.push({
      name: 'p50 over 1.2 million names over p50 over 60,000',
      value: large.latency.least.p50 / small.latency.least.p50,
      better: 'lower',
    });
  }
  if (small && mini)
    ratios.push({
      name: 'build over build of MiniSearch',
      value: small.build / mini.build,
      better: 'lower',
    });
  if (threads)
    ratios.push({
      name: 'two threads over one',
      value: threads.twoThreads / threads.oneThread,
      better: 'higher',
    });
  for (const { engine, share } of http) {
    ratios.push({
      name: `POST /screen over a bare route, engine ${engine}`,
      value: share,
      better: 'higher',
    });
  }
  return ratios;
}
