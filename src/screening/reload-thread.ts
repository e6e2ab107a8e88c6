import { parentPort, workerData } from 'node:worker_threads';
import { openCatalogue } from '../store/index.ts';
import { buildCatalogue } from './catalogue-build.ts';
import type { Reloaded } from './reload.ts';
import { openIndex } from './saved-index.ts';

/** Builds catalogue and index while the service goes on answering from those that it has. */

const { data, seeds } = workerData as { data: string; seeds: string };
const build = buildCatalogue({ data, seeds, now: () => new Date() });
const catalogue = openCatalogue(build.path);
const reloaded: Reloaded = {
  build,
  sha256: catalogue.version.sha256,
  index: openIndex(catalogue, data).toBuffers(),
};
catalogue.close();
parentPort?.postMessage(reloaded);
