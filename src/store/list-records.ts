import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { RedflagError } from '../domain/error.ts';

/**
 * The records of one imported list file, as JSON: made once by the import, so that
 * a catalogue can be built again and again without reading the list file anew.
 */
const SCHEMA = `
  create table meta (body text not null check (json_valid(body))) strict;
  create table record (
    seq integer primary key,
    list text not null,
    entry text not null,
    record text not null,
    body text not null check (json_valid(body)),
    first_seen text,
    last_seen text,
    gone_from text,
    unique (list, entry)
  ) strict;
  create table block (prefix text not null, body text not null) strict;
  create table problem (body text not null check (json_valid(body))) strict;
`;

/** Number of the schema and of what is written into it: raise it when a reader states more than before. */
const SCHEMA_VERSION = 3;

/** A record as kept: with the versions of the file that had it, if it is not in this one any more. */
export interface KeptRecord {
  readonly seq: number;
  readonly body: unknown;
  /** Tells the entry apart on its list, from version to version. */
  readonly entry: string;
  /** Day of the first version that was read and had it. */
  readonly firstSeen: string;
  /** Null while this version has it; else the last day it was seen and the first day it was not. */
  readonly gone: { readonly lastSeen: string; readonly from: string } | null;
}

/** Writes a records file beside its place and moves it there once it is whole. */
export class ListRecordsWriter {
  readonly #path: string;
  readonly #db: Database.Database;
  readonly #putRecord: Database.Statement<[string, string, string, string]>;
  readonly #removeRecord: Database.Statement<[string]>;
  readonly #putBlock: Database.Statement<[string, string]>;
  readonly #putProblem: Database.Statement<[string]>;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(`${path}.next`, { force: true });
    this.#db = new Database(`${path}.next`);
    // Thrown away unless it is whole: a journal would guard nothing.
    this.#db.pragma('journal_mode = off');
    this.#db.pragma('synchronous = off');
    this.#db.exec(SCHEMA);
    this.#db.pragma(`user_version = ${SCHEMA_VERSION}`);
    this.#putRecord = this.#db.prepare(
      'insert into record (list, entry, record, body) values (?, ?, ?, ?) on conflict (list, entry) do update set body = excluded.body',
    );
    this.#removeRecord = this.#db.prepare('delete from record where record = ?');
    this.#putBlock = this.#db.prepare('insert into block (prefix, body) values (?, ?)');
    this.#putProblem = this.#db.prepare('insert into problem (body) values (?)');
    this.#db.exec('begin');
  }

  /** Adds a record, or replaces the one of the same list and entry. */
  put(
    { list, entry, record }: { list: string; entry: string; record: string },
    body: unknown,
  ): void {
    this.#putRecord.run(list, entry, record, JSON.stringify(body));
  }

  remove(record: string): void {
    this.#removeRecord.run(record);
  }

  putBlock(prefix: string, body: unknown): void {
    this.#putBlock.run(prefix, JSON.stringify(body));
  }

  putProblem(body: unknown): void {
    this.#putProblem.run(JSON.stringify(body));
  }

  /** How many records each list has now. */
  counts(): Record<string, number> {
    const rows = this.#db
      .prepare<[], { list: string; count: number }>(
        'select list, count(*) as count from record group by list order by list',
      )
      .all();
    return Object.fromEntries(rows.map(({ list, count }) => [list, count]));
  }

  blocks(): number {
    return this.#db.prepare<[], number>('select count(*) from block').pluck().get() ?? 0;
  }

  /**
   * Takes over what the version before knew: since when an entry is seen, what has
   * gone, and the entries of whole lists that this version does not have any more.
   *
   * @param date the day of this version
   * @param complete the lists that this version holds whole
   * @param adapt brings what an earlier program wrote of a record to today's form; null where it cannot
   */
  inherit(
    before: { path: string; date: string } | null,
    date: string,
    complete: readonly string[],
    adapt: (body: unknown) => unknown = (body) => body,
  ) {
    this.#db.exec('commit');
    if (before !== null) {
      this.#db.prepare('attach ? as old').run(before.path);
      this.#db.exec(`
        update record set first_seen = (
          select first_seen from old.record as old where old.list = record.list and old.entry = record.entry
        )`);
      this.#inheritGone(before.date, date, complete, adapt);
      this.#db.exec('detach old');
    }
    this.#db
      .prepare('update record set first_seen = ? where first_seen is null or first_seen > ?')
      .run(date, date);
    this.#db.exec('begin');
  }

  /** Entries that are not in this version: gone by it, or known to have gone by its day. */
  #inheritGone(
    dateBefore: string,
    date: string,
    complete: readonly string[],
    adapt: (body: unknown) => unknown,
  ): void {
    const gone = this.#db
      .prepare<string[], GoneRow>(
        `select list, entry, record, body, first_seen,
           coalesce(last_seen, ?) as last_seen, coalesce(gone_from, ?) as gone_from
         from old.record as old
         where not exists (select 1 from record where list = old.list and entry = old.entry)
         and (gone_from <= ? or (gone_from is null and ? > ? and list in (select value from json_each(?))))
         order by old.seq`,
      )
      .all(dateBefore, date, date, date, dateBefore, JSON.stringify(complete));
    const put = this.#db.prepare(
      'insert into record (list, entry, record, body, first_seen, last_seen, gone_from) values (?, ?, ?, ?, ?, ?, ?)',
    );
    for (const { list, entry, record, body, first_seen, last_seen, gone_from } of gone) {
      const adapted = adapt(JSON.parse(body));
      if (adapted === null) continue;
      put.run(list, entry, record, JSON.stringify(adapted), first_seen, last_seen, gone_from);
    }
  }

  /** Closes the file and moves it into place. */
  finish(meta: unknown): void {
    this.#db.prepare('insert into meta (body) values (?)').run(JSON.stringify(meta));
    this.#db.exec('commit');
    this.#db.pragma('synchronous = full');
    this.#db.exec('vacuum');
    this.#db.close();
    renameSync(`${this.#path}.next`, this.#path);
  }

  abandon(): void {
    if (this.#db.open) this.#db.close();
    rmSync(`${this.#path}.next`, { force: true });
  }
}

interface GoneRow {
  readonly list: string;
  readonly entry: string;
  readonly record: string;
  readonly body: string;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly gone_from: string;
}

/** Whether the file says since when each entry is seen, also one that an earlier program wrote. */
export function hasHistory(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const db = new Database(path, { readonly: true });
    try {
      const columns = 'list, entry, record, body, first_seen, last_seen, gone_from';
      db.prepare(`select ${columns} from record limit 1`).get();
      return db.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch {
    // Damaged, or of a time before there was a history.
    return false;
  }
}

/** Whether the file is there and of the schema that this program reads. */
export function hasListRecords(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const db = new Database(path, { readonly: true });
    try {
      return db.pragma('user_version', { simple: true }) === SCHEMA_VERSION;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

interface RecordRow {
  readonly seq: number;
  readonly body: string;
  readonly entry: string;
  readonly first_seen: string;
  readonly last_seen: string | null;
  readonly gone_from: string | null;
}

const SELECT_RECORD = 'select seq, body, entry, first_seen, last_seen, gone_from from record';

function toRecord({ seq, body, entry, first_seen, last_seen, gone_from }: RecordRow): KeptRecord {
  const gone =
    last_seen === null || gone_from === null ? null : { lastSeen: last_seen, from: gone_from };
  return { seq, body: JSON.parse(body), entry, firstSeen: first_seen, gone };
}

/** The records of one list file, read on demand. */
export class ListRecords {
  readonly #db: Database.Database;
  readonly #recordAt: Database.Statement<[number], RecordRow>;

  /** @throws RedflagError `invalid-catalogue` when the file is missing or of another schema */
  constructor(path: string) {
    if (!hasListRecords(path)) {
      throw new RedflagError(
        'invalid-catalogue',
        `${path} is missing, damaged or of another version: "redflag lists rebuild" reads the list file anew`,
      );
    }
    this.#db = new Database(path, { readonly: true });
    this.#recordAt = this.#db.prepare(`${SELECT_RECORD} where seq = ?`);
  }

  *records(): Generator<KeptRecord> {
    const rows = this.#db.prepare<[], RecordRow>(`${SELECT_RECORD} order by seq`);
    for (const row of rows.iterate()) yield toRecord(row);
  }

  recordAt(seq: number): KeptRecord {
    const row = this.#recordAt.get(seq);
    if (!row) throw new RangeError(`no record has the number ${seq}`);
    return toRecord(row);
  }

  *blocks(): Generator<unknown> {
    const rows = this.#db.prepare<[], { body: string }>('select body from block order by rowid');
    for (const { body } of rows.iterate()) yield JSON.parse(body);
  }

  /** What was wrong, in the order of the file: at most `limit`, after the first `from`. */
  problems(from = 0, limit = Number.MAX_SAFE_INTEGER): unknown[] {
    return this.#db
      .prepare<[number, number], string>('select body from problem order by rowid limit ? offset ?')
      .pluck()
      .all(limit, from)
      .map((body) => JSON.parse(body));
  }

  close(): void {
    this.#db.close();
  }
}
