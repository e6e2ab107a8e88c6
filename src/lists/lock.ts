import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RedflagError } from '../domain/error.ts';
import { feedsFolder } from './manifest.ts';

/**
 * Runs a task while nobody else changes the lists of a data folder. The lock is one
 * of the operating system on an open file: it goes with its process, however that
 * ends, and leaves nothing behind that would have to be cleared away.
 *
 * @throws RedflagError `unavailable` while another import runs
 */
export async function exclusively<T>(data: string, task: () => Promise<T>): Promise<T> {
  mkdirSync(feedsFolder(data), { recursive: true });
  const db = new Database(join(feedsFolder(data), 'lock.db'), { timeout: 0 });
  try {
    lock(db, data);
    return await task();
  } finally {
    db.close();
  }
}

function lock(db: Database.Database, data: string): void {
  try {
    db.exec('begin exclusive');
  } catch (cause) {
    throw new RedflagError(
      'unavailable',
      `another import is at work in ${data}: try again when it has ended`,
      [],
      cause,
    );
  }
}
