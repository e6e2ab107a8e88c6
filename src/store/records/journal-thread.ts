import { parentPort, workerData } from 'node:worker_threads';
import type { JournalRequest } from './journal-messages.ts';
import { WritingHere } from './writing.ts';

/** The thread that writes records.db: it syncs the disk, which must not hold up the answering of requests. */

const { path, patience } = workerData as { path: string; patience?: number };
const writing = new WritingHere(path, patience);

parentPort?.on('message', (request: JournalRequest) =>
  parentPort?.postMessage(writing.attempt(request)),
);
