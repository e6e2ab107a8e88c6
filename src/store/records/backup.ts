import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { RedflagError } from '../../domain/error.ts';
import { openForReading } from './file.ts';
import { type Verification, verifyChain } from './verify.ts';

/**
 * Copies records.db while it is written to: one state of it, of the moment at
 * which the copy began. The copy is proven before it gets its name.
 *
 * @throws RedflagError `invalid-request` where the target exists, `invalid-records` where the copy's chain is broken
 */
export function backUp(path: string, target: string): Verification {
  if (existsSync(target)) {
    throw new RedflagError('invalid-request', `${target} exists: give the back-up another name`);
  }
  const part = `${target}.part`;
  rmSync(part, { force: true });
  // Made with the owner's rights alone; VACUUM INTO takes an empty file.
  closeSync(openSync(part, 'wx', 0o600));
  try {
    const db = openForReading(path);
    try {
      db.pragma('query_only = off');
      // The copy takes it over: else its pages keep leftovers of records, which no retention finds.
      db.pragma('secure_delete = on');
      db.prepare('vacuum into ?').run(part);
    } finally {
      db.close();
    }
    const verification = verifyCopy(part);
    sync(part);
    renameSync(part, target);
    sync(dirname(target));
    return verification;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function verifyCopy(part: string): Verification {
  const copy = new Database(part, { readonly: true });
  try {
    const verification = verifyChain(copy);
    const [broken] = verification.breaks;
    if (broken === undefined) return verification;
    throw new RedflagError(
      'invalid-records',
      `the chain is broken at record ${broken.seq}: ${broken.reason}; "redflag records verify" says more`,
    );
  } finally {
    copy.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
