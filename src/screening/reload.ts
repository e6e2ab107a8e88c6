import { Worker } from 'node:worker_threads';
import { RedflagError } from '../domain/error.ts';
import { type IndexBuffers, NameIndex } from '../matching/index.ts';
import { openCatalogue } from '../store/index.ts';
import type { BuildReport } from './catalogue-build.ts';
import { type OpenOptions, type OpenScreener, screenerOver } from './open.ts';

/** What the building thread hands over; the index lies in memory that both threads share. */
export interface Reloaded {
  readonly build: BuildReport;
  readonly sha256: string;
  readonly index: IndexBuffers;
}

const threadFile = import.meta.url.endsWith('.ts') ? './reload-thread.ts' : './reload-thread.js';

/**
 * Opens the screener over the inputs as they are now, without keeping requests
 * waiting: catalogue and index are built by another thread.
 *
 * @throws RedflagError `invalid-seeds`, `invalid-catalogue`: the one in use is then to be kept
 */
export async function reloadScreener(options: Required<OpenOptions>): Promise<OpenScreener> {
  const { build, sha256, index } = await buildInThread(options);
  const catalogue = openCatalogue(build.path);
  if (catalogue.version.sha256 !== sha256) {
    catalogue.close();
    throw new RedflagError('unavailable', 'The catalogue changed again while it was being read.');
  }
  return screenerOver(catalogue, NameIndex.fromBuffers(index), build, options);
}

function buildInThread({ data, seeds }: Required<OpenOptions>): Promise<Reloaded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(threadFile, import.meta.url), {
      workerData: { data, seeds },
      execArgv: [],
      name: 'redflag-catalogue',
    });
    worker.once('message', resolve);
    worker.once('error', (error) => reject(asCatalogueError(error)));
    worker.once('exit', (code) =>
      reject(new RedflagError('invalid-catalogue', `the building thread ended (${code})`)),
    );
  });
}

/** An error loses its class on the way between threads. */
function asCatalogueError(error: unknown): RedflagError {
  const reason = error instanceof Error ? error.message : String(error);
  return new RedflagError('invalid-catalogue', reason, [], error);
}
