import { RedflagError } from '../../domain/error.ts';
import type { Entry } from './entry.ts';
import { type RecordsFailure, recordsUnavailable } from './failure.ts';
import { type JournalReply, joinEntries } from './journal-messages.ts';
import type { Statement } from './writer.ts';
import type { Writing } from './writing.ts';

/** Records that may wait for the disk where nothing else is said. */
const MAX_WAITING = 20_000;
/** Statements that are known to be stored already, so that they are not sent again. */
const STATEMENTS_KNOWN = 1000;

/** What the journal tells of each commit. */
export interface Commit {
  readonly records: number;
  readonly milliseconds: number;
}

export interface JournalOptions {
  readonly onCommit?: ((commit: Commit) => void) | undefined;
  /** Records that may wait for the disk; beyond it nothing more is taken on. Default 20,000. */
  readonly maxWaiting?: number;
}

/**
 * Makes records durable, many with one sync of the disk (group commit, as in
 * DeWitt et al., "Implementation techniques for main memory database systems",
 * 1984): while one group is being written, the next one gathers.
 *
 *     requests   a b | c d e f     | g …
 *     on disk        [ a b ]  [ c d e f ]  [ g …
 *     answered              a b        c d e f
 */
export class Journal {
  readonly #writing: Writing;
  readonly #onCommit: (commit: Commit) => void;
  readonly #maxWaiting: number;
  #gathering: Group = new Group();
  #written: Group | null = null;
  #scheduled = false;
  #probing = false;
  #closed = false;
  readonly #known = new Set<string>();
  #failure: RecordsFailure | null = null;

  constructor(
    writing: Writing,
    { onCommit = () => {}, maxWaiting = MAX_WAITING }: JournalOptions = {},
  ) {
    this.#writing = writing;
    this.#onCommit = onCommit;
    this.#maxWaiting = maxWaiting;
  }

  /** Why the last writing failed; null while all is well. */
  get failure(): RecordsFailure | null {
    return this.#failure;
  }

  /** Records that are not yet durable. */
  get waiting(): number {
    return this.#gathering.entries.length + (this.#written?.entries.length ?? 0);
  }

  /**
   * Takes on a record. Resolves when it is durable, with its whole group.
   *
   * @returns rejects with RedflagError `records-unavailable` where it could not be written: then none of the group was
   * @throws RedflagError `overloaded` while too many wait for the disk
   */
  append(entry: Entry, statement?: Statement): Promise<void> {
    if (this.waiting >= this.#maxWaiting) {
      throw new RedflagError(
        'overloaded',
        'Too many screenings wait to be recorded: ask again later.',
      );
    }
    this.#gathering.entries.push(entry);
    if (statement !== undefined && !this.#known.has(statement.hash)) {
      if (this.#known.size >= STATEMENTS_KNOWN) this.#known.clear();
      this.#known.add(statement.hash);
      this.#gathering.statements.push(statement);
    }
    this.#schedule();
    return this.#gathering.durable;
  }

  /** After a failure: looks whether writing works again, without waiting for it. */
  probe(): void {
    if (this.#failure === null || this.#probing || this.#closed) return;
    this.#probing = true;
    this.#writing.send({ kind: 'probe' }, (reply) => {
      this.#probing = false;
      this.#note(reply);
    });
  }

  /** Removes the records older than `before`. Resolves to how many there were. */
  async removeOlderThan(before: Date): Promise<number> {
    let removed = 0;
    for (;;) {
      const reply = await new Promise<JournalReply>((resolve) => {
        this.#writing.send({ kind: 'remove', before: before.toISOString() }, resolve);
      });
      if (reply.kind === 'failed') throw recordsUnavailable(reply.failure);
      if (reply.removed === 0) return removed;
      removed += reply.removed;
    }
  }

  /**
   * Writes what was taken on, closes the file and ends the writing. Where nobody else
   * has the file open, the write-ahead log is then part of it: it can be copied alone.
   */
  async close(): Promise<void> {
    // A failure has been told to those who waited for it.
    for (let group = this.#last; group !== null; group = this.#last) {
      await group.durable.catch(() => {});
    }
    this.#closed = true;
    await this.#writing.end();
  }

  /** The group that will be written last; null where nothing waits. */
  get #last(): Group | null {
    return this.#gathering.entries.length > 0 ? this.#gathering : this.#written;
  }

  /** After the requests of this turn of the event loop have been read: they make one group. */
  #schedule(): void {
    if (this.#scheduled || this.#written !== null) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#write();
    });
  }

  #write(): void {
    if (this.#written !== null || this.#gathering.entries.length === 0) return;
    const group = this.#gathering;
    this.#written = group;
    this.#gathering = new Group();
    const { entries, statements } = group;
    this.#writing.send({ kind: 'append', entries: joinEntries(entries), statements }, (reply) => {
      this.#written = null;
      this.#note(reply);
      if (reply.kind === 'done') {
        this.#onCommit({ records: entries.length, milliseconds: reply.milliseconds });
        group.resolve();
      } else {
        // They were not stored with this group, and the next ones count on them.
        this.#gathering.statements.push(...statements);
        group.reject(recordsUnavailable(reply.failure));
      }
      this.#write();
    });
  }

  #note(reply: JournalReply): void {
    this.#failure = reply.kind === 'failed' ? reply.failure : null;
  }
}

/** Records that become durable together. */
class Group {
  readonly entries: Entry[] = [];
  readonly statements: Statement[] = [];
  readonly durable: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.durable = promise;
    this.resolve = resolve;
    this.reject = reject;
    // Whoever waits is told; a group that nobody waits for must not end the process.
    promise.catch(() => {});
  }
}
