import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { RECORDS_FILE } from './file.ts';

/**
 * Which of some catalogue versions a record refers to. Where the records cannot be
 * read, every one of them may be: then none is to be thrown away.
 */
export function referredVersions(data: string, versions: readonly string[]): ReadonlySet<string> {
  const path = join(data, RECORDS_FILE);
  if (versions.length === 0 || !existsSync(path)) return new Set();
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const refers = db.prepare<[string]>('select 1 from record where catalogue = ? limit 1');
      return new Set(versions.filter((version) => refers.get(version) !== undefined));
    } finally {
      db.close();
    }
  } catch {
    return new Set(versions);
  }
}
