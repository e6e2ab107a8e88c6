import { failureOf } from './failure.ts';
import { type JournalReply, type JournalRequest, splitEntries } from './journal-messages.ts';
import { removeOlderThan } from './retention.ts';
import { RecordWriter } from './writer.ts';

/** Does what a journal asks for, in the order in which it is asked. */
export interface Writing {
  send(request: JournalRequest, onReply: (reply: JournalReply) => void): void;
  /** Ends it; what was sent before is done first. */
  end(): Promise<void>;
}

/** Writes in the thread that asks: each request is done when `send` returns. */
export class WritingHere implements Writing {
  readonly #path: string;
  readonly #patience: number | undefined;
  #writer: RecordWriter | null = null;

  constructor(path: string, patience?: number) {
    this.#path = path;
    this.#patience = patience;
  }

  send(request: JournalRequest, onReply: (reply: JournalReply) => void): void {
    onReply(this.attempt(request));
  }

  async end(): Promise<void> {
    this.attempt({ kind: 'close' });
  }

  attempt(request: JournalRequest): JournalReply {
    const start = performance.now();
    try {
      const removed = this.#work(request);
      return { kind: 'done', milliseconds: performance.now() - start, removed };
    } catch (error) {
      // Opened anew for the next request: what a failed disk left in memory is not trusted.
      try {
        this.#writer?.close();
      } catch {
        // It is given up either way.
      }
      this.#writer = null;
      return { kind: 'failed', failure: failureOf(error) };
    }
  }

  #work(request: JournalRequest): number {
    if (request.kind === 'close') {
      this.#writer?.close();
      this.#writer = null;
      return 0;
    }
    this.#writer ??= new RecordWriter(this.#path, this.#patience);
    switch (request.kind) {
      case 'append':
        this.#writer.append(splitEntries(request.entries), request.statements);
        return 0;
      case 'remove':
        return removeOlderThan(this.#writer, new Date(request.before), new Date()).removed;
      case 'probe':
        this.#writer.probe(new Date());
        return 0;
    }
  }
}
