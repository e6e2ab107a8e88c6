import type { Database } from 'better-sqlite3';
import { type ErrorCode, RedflagError } from '../domain/error.ts';

/**
 * Brings a database to the newest of the numbered migrations, each in a
 * transaction of its own; `user_version` counts those that ran.
 *
 * @param migrations SQL by number: the first is number 1; none is ever changed once released
 * @param code of the error when a newer program wrote the file
 * @throws RedflagError with that code
 */
export function migrate(
  db: Database,
  migrations: readonly string[],
  code: ErrorCode = 'invalid-catalogue',
): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > migrations.length) {
    throw new RedflagError(
      code,
      `${db.name} was written by a newer version of Redflag (schema ${done}, known ${migrations.length}): upgrade`,
    );
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < done) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}
