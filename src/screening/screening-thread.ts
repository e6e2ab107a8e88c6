import { parentPort, workerData } from 'node:worker_threads';
import { RedflagError } from '../domain/error.ts';
import { NameIndex } from '../matching/index.ts';
import { openCatalogue } from '../store/index.ts';
import type { ScreenQuery } from './query.ts';
import { Screener } from './screener.ts';
import type { Assignment, Order, Result } from './screening-threads.ts';

/** Screens what it is sent, over a catalogue that it opens and an index that it shares. */

const { path, sha256, index, affiliatesRule } = workerData as Assignment;
const catalogue = openCatalogue(path);
let now = new Date(0);
const screener = new Screener({
  catalogue,
  index: NameIndex.fromBuffers(index),
  affiliatesRule,
  now: () => now,
});

parentPort?.on('message', ({ at, queries }: Order) => {
  now = at;
  parentPort?.postMessage(queries.map(answer));
});
// The file at `path` may have been replaced since the index was made.
parentPort?.postMessage(catalogue.version.sha256 === sha256);

function answer(query: ScreenQuery): Result {
  try {
    const { coverage, disclaimer: _, ...own } = screener.screen(query);
    return { own, coverage: coverage === screener.coverage ? null : coverage };
  } catch (error) {
    if (!(error instanceof RedflagError)) throw error;
    const { code, message, complaints } = error;
    return { refused: { code, message, complaints } };
  }
}
