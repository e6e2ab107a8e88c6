/** A thread of the batch measurement: answers the names it is sent over an index that it shares. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { NameIndex } from '../../src/matching/index.ts';
import { answer } from '../questions/latency.ts';

const namesSchema = z.array(z.string());
const index = NameIndex.fromBuffers(workerData);

parentPort?.on('message', (message) => {
  let bytes = 0;
  for (const name of namesSchema.parse(message)) bytes += answer(index, name).length;
  parentPort?.postMessage(bytes);
});
parentPort?.postMessage(0);
