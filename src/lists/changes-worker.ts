import { parentPort, workerData } from 'node:worker_threads';
import { differences } from '../catalogue/difference.ts';
import { openVersion } from '../store/index.ts';
import type { ChangeSet } from './changes.ts';

/** Reads two versions side by side while the service goes on answering. */
const { data, since, until } = workerData as { data: string; since: string; until: string };
const before = openVersion(data, since);
const after = openVersion(data, until);
const changes: ChangeSet = {
  before: before.version,
  after: after.version,
  changes: [...differences(before, after)],
};
before.close();
after.close();
parentPort?.postMessage(changes);
