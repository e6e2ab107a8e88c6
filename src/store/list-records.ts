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
    record text not null,
    body text not null check (json_valid(body)),
    unique (list, record)
  ) strict;
  create table block (prefix text not null, body text not null) strict;
  create table problem (body text not null check (json_valid(body))) strict;
`;

/** Number of the schema and of what is written into it: raise it when a reader states more than before. */
const SCHEMA_VERSION = 1;

/** Writes a records file beside its place and moves it there once it is whole. */
export class ListRecordsWriter {
  readonly #path: string;
  readonly #db: Database.Database;
  readonly #putRecord: Database.Statement<[string, string, string]>;
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
      'insert into record (list, record, body) values (?, ?, ?) on conflict (list, record) do update set body = excluded.body',
    );
    this.#removeRecord = this.#db.prepare('delete from record where record = ?');
    this.#putBlock = this.#db.prepare('insert into block (prefix, body) values (?, ?)');
    this.#putProblem = this.#db.prepare('insert into problem (body) values (?)');
    this.#db.exec('begin');
  }

  /** Adds a record, or replaces the one of the same list and id. */
  put(list: string, record: string, body: unknown): void {
    this.#putRecord.run(list, record, JSON.stringify(body));
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

/** The records of one list file, read on demand. */
export class ListRecords {
  readonly #db: Database.Database;
  readonly #bodyAt: Database.Statement<[number], string>;

  /** @throws RedflagError `invalid-catalogue` when the file is missing or of another schema */
  constructor(path: string) {
    if (!hasListRecords(path)) {
      throw new RedflagError(
        'invalid-catalogue',
        `${path} is missing, damaged or of another version: import the list again`,
      );
    }
    this.#db = new Database(path, { readonly: true });
    this.#bodyAt = this.#db
      .prepare<[number], string>('select body from record where seq = ?')
      .pluck();
  }

  *records(): Generator<{ seq: number; body: unknown }> {
    const rows = this.#db.prepare<[], { seq: number; body: string }>(
      'select seq, body from record order by seq',
    );
    for (const { seq, body } of rows.iterate()) yield { seq, body: JSON.parse(body) };
  }

  recordAt(seq: number): unknown {
    const body = this.#bodyAt.get(seq);
    if (body === undefined) throw new RangeError(`no record has the number ${seq}`);
    return JSON.parse(body);
  }

  *blocks(): Generator<unknown> {
    const rows = this.#db.prepare<[], { body: string }>('select body from block order by rowid');
    for (const { body } of rows.iterate()) yield JSON.parse(body);
  }

  /** What was wrong, in the order of the file. @param limit the most that are given */
  problems(limit = Number.MAX_SAFE_INTEGER): unknown[] {
    return this.#db
      .prepare<[number], string>('select body from problem order by rowid limit ?')
      .pluck()
      .all(limit)
      .map((body) => JSON.parse(body));
  }

  close(): void {
    this.#db.close();
  }
}
