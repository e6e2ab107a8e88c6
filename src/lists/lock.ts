import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RedflagError } from '../domain/error.ts';
import { feedsFolder } from './manifest.ts';

/** Milliseconds that a start waits for another process that builds the catalogue, or imports. */
const WAIT_MS = 120_000;

/**
 * Runs a task while nobody else changes the lists of a data folder. The lock is one
 * of the operating system on an open file: it goes with its process, however that
 * ends, and leaves nothing behind that would have to be cleared away.
 *
 * @throws RedflagError `unavailable` while another import runs
 */
export async function exclusively<T>(data: string, task: () => Promise<T>): Promise<T> {
  const db = locked(data, 0);
  try {
    return await task();
  } finally {
    db.close();
  }
}

/**
 * The same for work in one go, which waits its turn: of two processes that start at
 * once on a new data folder, the second finds what the first has built.
 *
 * @throws RedflagError `unavailable` when its turn does not come within two minutes
 */
export function exclusivelyInTurn<T>(data: string, task: () => T, wait = WAIT_MS): T {
  const db = locked(data, wait);
  try {
    return task();
  } finally {
    db.close();
  }
}

function locked(data: string, wait: number): Database.Database {
  mkdirSync(feedsFolder(data), { recursive: true });
  const db = new Database(join(feedsFolder(data), 'lock.db'), { timeout: wait });
  try {
    db.exec('begin exclusive');
    return db;
  } catch (cause) {
    db.close();
    throw new RedflagError(
      'unavailable',
      `another import is at work in ${data}: try again when it has ended`,
      [],
      cause,
    );
  }
}
