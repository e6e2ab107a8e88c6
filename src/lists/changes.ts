import { Worker } from 'node:worker_threads';
import type { PartyDifference } from '../catalogue/difference.ts';
import type { CatalogueVersion } from '../domain/catalogue.ts';
import { type KeptVersion, keptVersions, openVersion } from '../store/index.ts';

/** What differs between two catalogue versions, in the order of party ids. */
export interface ChangeSet {
  readonly before: CatalogueVersion;
  readonly after: CatalogueVersion;
  readonly changes: readonly PartyDifference[];
}

/** Which catalogue versions are kept, and what differs between two of them. */
export interface ChangeSource {
  /** The newest first. */
  kept(): readonly Pick<KeptVersion, 'version' | 'builtAt'>[];
  /**
   * @param since a version, the beginning of one, or a day: the newest built by then
   * @param until a later version, named likewise
   * @throws RedflagError `not-found` for a version that is not kept
   */
  between(since: string, until: string): Promise<ChangeSet>;
}

/** Pairs of versions whose changes are kept: pages of one answer come one after the other. */
const KEPT = 4;

const threadFile = import.meta.url.endsWith('.ts') ? './changes-worker.ts' : './changes-worker.js';

/**
 * The changes of the versions in a data folder. Two versions are read side by side on
 * a thread of their own, for that takes seconds, and once for each pair.
 */
export function changeSource(data: string): ChangeSource {
  const known = new Map<string, Promise<ChangeSet>>();
  const between: ChangeSource['between'] = async (since, until) => {
    const from = versionMeant(data, since);
    const to = versionMeant(data, until);
    const key = `${from} ${to}`;
    const already = known.get(key);
    if (already) return already;
    const [oldest] = known.keys();
    if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
    const reading = read({ data, since: from, until: to });
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
  return { kept: () => keptVersions(data), between };
}

function versionMeant(data: string, wanted: string): string {
  const catalogue = openVersion(data, wanted);
  catalogue.close();
  return catalogue.version.version;
}

function read(versions: { data: string; since: string; until: string }): Promise<ChangeSet> {
  const options = { workerData: versions, execArgv: [] };
  const worker = new Worker(new URL(threadFile, import.meta.url), options);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`reading the changes ended with ${status}`)));
  });
}
