import { accessSync, closeSync, constants, mkdirSync, openSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../migrate.ts';
import { recordMigrations } from './schema.ts';

/** Name of the records inside the data folder. */
export const RECORDS_FILE = 'records.db';

/** How long, in milliseconds, a process waits for another one that is writing, where nothing else is said. */
export const PATIENCE = 10_000;
const WAL_LIMIT = 64 * 1024 * 1024;

/**
 * Opens records.db for writing, making it where it is missing: readable by its
 * owner alone, since it holds names.
 *
 * A commit returns when its pages are on the disk: SQLite syncs the write-ahead
 * log with `synchronous = full`, and a log that was cut short by a kill or a loss
 * of power is read up to its last whole commit.
 */
export function openForWriting(path: string, patience: number): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  make(path);
  const db = new Database(path, { timeout: patience });
  try {
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = full');
    db.pragma(`journal_size_limit = ${WAL_LIMIT}`);
    // What retention removes is overwritten, not only unlinked.
    db.pragma('secure_delete = on');
    migrate(db, recordMigrations, 'invalid-records');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Makes the file where there is none. One that is there is never opened here:
 * to close it would end the locks of this process on it (POSIX), also those of
 * SQLite, and another process could then take itself for the last one and remove
 * the write-ahead log under a service that writes to it.
 */
function make(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    accessSync(path, constants.W_OK);
    assertWritable(path);
  }
}

/**
 * Throws where the file system takes no more writes. SQLite shares its index of the
 * log between processes in mapped memory, and to write there is no error then but
 * the end of the process (SIGBUS).
 *
 * @throws Error with the code `EROFS`
 */
export function assertWritable(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch (error) {
    if (isCode(error, 'EROFS')) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Opens records.db for reading. @throws what SQLite says where it is missing or no database */
export function openForReading(path: string): Database.Database {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: PATIENCE });
  try {
    db.pragma('query_only = on');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
