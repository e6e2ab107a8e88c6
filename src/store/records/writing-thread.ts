import { Worker } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import type { JournalReply, JournalRequest } from './journal-messages.ts';
import type { Writing } from './writing.ts';

const threadFile = import.meta.url.endsWith('.ts') ? './journal-thread.ts' : './journal-thread.js';

/** Writes in a thread of its own: syncing the disk holds up nothing else. */
export class WritingThread implements Writing {
  readonly #path: string;
  readonly #patience: number | undefined;
  #worker: Worker | null = null;
  #ended = false;
  readonly #replies: ((reply: JournalReply) => void)[] = [];

  constructor(path: string, patience?: number) {
    this.#path = path;
    this.#patience = patience;
    this.#thread();
  }

  send(request: JournalRequest, onReply: (reply: JournalReply) => void): void {
    this.#replies.push(onReply);
    this.#thread().postMessage(request);
  }

  async end(): Promise<void> {
    if (this.#worker !== null) {
      await new Promise((resolve) => this.send({ kind: 'close' }, resolve));
    }
    this.#ended = true;
    await this.#worker?.terminate();
  }

  #thread(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL(threadFile, import.meta.url), {
      workerData: { path: this.#path, patience: this.#patience },
      name: 'redflag-records',
      // What was put before the program (a loader, a tracer) is not for this thread: it would start late.
      execArgv: [],
    });
    this.#worker = worker;
    worker.on('message', (reply: JournalReply) => this.#replies.shift()?.(reply));
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', (code) =>
      this.#lost(worker, new Error(`the writing thread ended (${code})`)),
    );
    return worker;
  }

  /** The thread died: whoever waited for it is told, and the next request starts another one. */
  #lost(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (this.#ended) return;
    const failure = failureOf(error);
    for (const onReply of this.#replies.splice(0)) onReply({ kind: 'failed', failure });
  }
}
