import type Database from 'better-sqlite3';
import type { RecordHead } from './entry.ts';

interface DispositionRow {
  readonly screening: string;
  readonly party: string;
  readonly decision: string;
  readonly query_key: string;
  readonly fingerprint: string;
}

/**
 * The tables beside the chain by which records are found. No hash covers them: held
 * against what the records say, so that none is hidden from a search, or a decision
 * from later answers, without a trace.
 */
export class Lookups {
  readonly #db: Database.Database;
  readonly #parties: Database.Statement<[number], string>;
  readonly #disposition: Database.Statement<[number], DispositionRow>;
  readonly #revokedAt: Database.Statement<[string], string | null>;

  constructor(db: Database.Database) {
    this.#db = db;
    this.#parties = db
      .prepare<[number], string>('select party from record_party where seq = ? order by party')
      .pluck();
    this.#disposition = db.prepare(
      'select screening, party, decision, query_key, fingerprint from disposition where seq = ?',
    );
    this.#revokedAt = db
      .prepare<[string], string | null>('select revoked_at from api_key where id = ?')
      .pluck();
  }

  /** What of a record they do not say, or say otherwise; null where all is as it should be. */
  problemOf(seq: number, head: RecordHead): string | null {
    const parties = head.kind === 'screening' ? [...new Set(head.parties)].sort() : [];
    if (this.#parties.all(seq).join() !== parties.join()) {
      return 'it is not found under the parties that it names';
    }
    if (!isSame(this.#disposition.get(seq), head)) {
      return 'the decision that answers go by is not the one that was recorded';
    }
    if (head.kind === 'key' && head.event === 'revoked' && this.#revokedAt.get(head.key) === null) {
      return `the key ${head.key} was revoked, and is valid again`;
    }
    return null;
  }

  /** Numbers that they name and that no record has. */
  ofNoRecord(): number[] {
    return this.#db
      .prepare<[], number>(
        `select seq from (select seq from record_party union select seq from disposition)
         where seq not in (select seq from record) order by seq`,
      )
      .pluck()
      .all();
  }
}

function isSame(row: DispositionRow | undefined, head: RecordHead): boolean {
  if (head.kind !== 'disposition') return row === undefined;
  return (
    row?.screening === head.screening &&
    row.party === head.party &&
    row.decision === head.decision &&
    row.query_key === head.queryKey &&
    row.fingerprint === head.fingerprint
  );
}
