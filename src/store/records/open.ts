import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RedflagError } from '../../domain/error.ts';
import { KeyFinder } from './api-keys.ts';
import type { RecordMode } from './entry.ts';
import { failureOf, invalidRecords } from './failure.ts';
import { openForReading, RECORDS_FILE } from './file.ts';
import { type Commit, Journal } from './journal.ts';
import { RecordReader } from './reader.ts';
import { recordMigrations } from './schema.ts';
import { verifyChain } from './verify.ts';
import { RecordWriter } from './writer.ts';
import { WritingHere } from './writing.ts';
import { WritingThread } from './writing-thread.ts';

/** Records at the end of the chain that are proven at each start; `redflag records verify` proves all. */
const PROVEN_AT_START = 1000;

export interface OpenRecordsOptions {
  /** Folder of records.db; made when missing. */
  readonly data: string;
  readonly mode: RecordMode;
  readonly onCommit?: (commit: Commit) => void;
  /** Whether a thread of its own writes: worth its start for more than a few records. Default true. */
  readonly thread?: boolean;
  /** Milliseconds that a writing waits for another process that is writing. Default 10,000. */
  readonly patience?: number;
}

/** records.db, open to be written and read. */
export interface OpenRecords {
  readonly path: string;
  readonly mode: RecordMode;
  readonly journal: Journal;
  readonly reader: RecordReader;
  readonly keys: KeyFinder;
  /** Key of the hashes of queries, hexadecimal. */
  readonly salt: string;
  /** Writes what was taken on, then closes. */
  close(): Promise<void>;
}

/**
 * Opens the records of a data folder, making them where there are none, and
 * proves the end of the chain.
 *
 * @throws RedflagError `invalid-records` when the file is damaged or changed,
 *   `records-unavailable` when it cannot be written
 */
export function openRecords({
  data,
  mode,
  onCommit,
  thread = true,
  patience,
}: OpenRecordsOptions): OpenRecords {
  const path = join(data, RECORDS_FILE);
  const salt = prepare(path);
  const reader = new RecordReader(path);
  const writing = thread ? new WritingThread(path, patience) : new WritingHere(path, patience);
  const journal = new Journal(writing, { onCommit });
  return {
    ...{ path, mode, journal, reader, salt },
    keys: new KeyFinder(reader.database),
    close: async () => {
      reader.close();
      await journal.close();
    },
  };
}

/** Looks at the end of the chain, then makes or migrates the file. Returns the salt. */
function prepare(path: string): string {
  let writer: RecordWriter | undefined;
  try {
    // Read before anything is written: a damaged file is left as it is, for whoever mends it.
    if (existsSync(path) && statSync(path).size > 0) proveEnd(path);
    writer = new RecordWriter(path);
    return writer.salt;
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    const { message, damaged } = failureOf(error);
    if (damaged) throw invalidRecords(path, message, error);
    throw new RedflagError(
      'records-unavailable',
      `${path}: ${message}. Mend that, or record nothing: REDFLAG_RECORDS=none`,
      [],
      error,
    );
  } finally {
    writer?.close();
  }
}

function proveEnd(path: string): void {
  const db = openForReading(path);
  try {
    const known = db.pragma('user_version', { simple: true });
    // Made by another version of the program: migrated first, or refused by that.
    if (known !== recordMigrations.length) return;
    const last = db.prepare<[], number>('select max(seq) from record').pluck().get() ?? 0;
    const [broken] = verifyChain(db, { from: Math.max(0, last - PROVEN_AT_START) }).breaks;
    if (broken) {
      throw invalidRecords(path, `the chain breaks at record ${broken.seq}: ${broken.reason}`);
    }
  } finally {
    db.close();
  }
}
