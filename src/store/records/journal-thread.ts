import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import { type JournalReply, type JournalRequest, splitEntries } from './journal-messages.ts';
import { removeOlderThan } from './retention.ts';
import { RecordWriter } from './writer.ts';

/** The thread that writes records.db: it syncs the disk, which must not hold up the answering of requests. */

const { path } = workerData as { path: string };
let writer: RecordWriter | null = null;

function work(request: JournalRequest): number {
  if (request.kind === 'close') {
    writer?.close();
    writer = null;
    return 0;
  }
  writer ??= new RecordWriter(path);
  switch (request.kind) {
    case 'append':
      writer.append(splitEntries(request.entries), request.statements);
      return 0;
    case 'remove':
      return removeOlderThan(writer, new Date(request.before), new Date()).removed;
    case 'probe':
      writer.probe(new Date());
      return 0;
  }
}

function attempt(request: JournalRequest): JournalReply {
  const start = performance.now();
  try {
    const removed = work(request);
    return { kind: 'done', milliseconds: performance.now() - start, removed };
  } catch (error) {
    // Opened anew for the next request: what a failed disk left in memory is not trusted.
    try {
      writer?.close();
    } catch {
      // It is given up either way.
    }
    writer = null;
    return { kind: 'failed', failure: failureOf(error) };
  }
}

parentPort?.on('message', (request: JournalRequest) => parentPort?.postMessage(attempt(request)));
