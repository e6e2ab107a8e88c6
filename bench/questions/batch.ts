import { Worker } from 'node:worker_threads';
import { buildIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import { queryMix } from '../data/query-mix.ts';

/** Names a second of a vendor master screened by one thread and by two that share one index. */
export interface BatchResult {
  readonly names: number;
  readonly rows: number;
  readonly oneThread: number;
  readonly twoThreads: number;
  /** Milliseconds from a thread's start until it can answer: the index is mapped, not copied. */
  readonly workerReady: number;
}

/** One name in this many of the vendor master is a listed one, in altered form. */
const ONE_LISTED_IN = 100;

export async function batch(
  corpus: Corpus,
  ordinary: readonly string[],
  rows: number,
): Promise<BatchResult> {
  const { misspelt } = queryMix(corpus, ordinary, rows);
  const names = Array.from({ length: rows }, (_, at) =>
    at % ONE_LISTED_IN === 0
      ? (misspelt[at / ONE_LISTED_IN] ?? '')
      : (ordinary[at % ordinary.length] ?? ''),
  );
  const buffers = buildIndex(corpus.names).toBuffers();
  const one = await screenOn(1, buffers, names);
  const two = await screenOn(2, buffers, names);
  return {
    names: corpus.names.length,
    rows,
    oneThread: one.perSecond,
    twoThreads: two.perSecond,
    workerReady: one.ready,
  };
}

async function screenOn(threads: number, buffers: object, names: readonly string[]) {
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL('../processes/batch-worker.ts', import.meta.url), { workerData: buffers }),
  );
  try {
    const started = performance.now();
    await Promise.all(workers.map((worker) => next(worker)));
    const ready = performance.now() - started;
    const share = Math.ceil(names.length / threads);
    const run = async () => {
      const begin = performance.now();
      await Promise.all(
        workers.map((worker, at) => {
          const done = next(worker);
          worker.postMessage(names.slice(at * share, (at + 1) * share));
          return done;
        }),
      );
      return performance.now() - begin;
    };
    // The first run compiles the code.
    await run();
    return { perSecond: (1000 * names.length) / (await run()), ready };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function next(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
}
