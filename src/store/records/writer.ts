import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { GENESIS, link, pack } from './chain.ts';
import { type Entry, entryText, type RecordHead } from './entry.ts';
import { assertWritable, openForWriting, PATIENCE } from './file.ts';

/** Coverage and disclaimer that answers share, by the SHA-256 of their text. */
export interface Statement {
  readonly hash: string;
  readonly body: string;
}

/** The end of the chain. */
export interface ChainHead {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/**
 * Appends to records.db. Several processes may hold one: each transaction locks
 * the file, reads the end of the chain and goes on from there.
 */
export class RecordWriter {
  readonly #db: Database.Database;
  readonly #head: Database.Statement<[], { seq: number; hash: Buffer }>;
  readonly #insert: Database.Statement<unknown[]>;
  readonly #insertParty: Database.Statement<[string, number]>;
  readonly #insertStatement: Database.Statement<[string, string]>;
  readonly #insertDisposition: Database.Statement<unknown[]>;

  /**
   * @param patience milliseconds that it waits for another process that is writing
   * @throws what SQLite says where the file cannot be opened, made or written
   */
  constructor(path: string, patience = PATIENCE) {
    const db = openForWriting(path, patience);
    this.#db = db;
    this.#head = db.prepare('select seq, hash from record order by seq desc limit 1');
    this.#insert = db.prepare(
      'insert into record (seq, id, kind, at, caller, reference, outcome, catalogue, through, hash, head, body) ' +
        'values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#insertParty = db.prepare('insert or ignore into record_party (party, seq) values (?, ?)');
    this.#insertStatement = db.prepare(
      'insert or ignore into statement (hash, body) values (?, ?)',
    );
    this.#insertDisposition = db.prepare(
      'insert into disposition (seq, screening, party, decision, query_key, fingerprint) values (?, ?, ?, ?, ?, ?)',
    );
    // Looked for first: to write would be to wait for whoever else writes.
    if (this.salt === '') {
      db.prepare("insert or ignore into meta (key, value) values ('salt', ?)").run(
        randomBytes(32).toString('hex'),
      );
    }
  }

  get database(): Database.Database {
    return this.#db;
  }

  /** Key of the hashes of queries, hexadecimal: the same for the life of the file. */
  get salt(): string {
    return (
      this.#db.prepare<[], string>("select value from meta where key = 'salt'").pluck().get() ?? ''
    );
  }

  /** Appends a group of entries in one transaction: durable all of them, or none. Returns the new end of the chain. */
  append(entries: readonly Entry[], statements: readonly Statement[] = []): ChainHead {
    return this.transaction(() => {
      for (const { hash, body } of statements) this.#insertStatement.run(hash, body);
      return this.appendWithin(entries);
    });
  }

  /** Runs work that appends within a transaction of its own. */
  transaction<T>(work: () => T): T {
    assertWritable(this.#db.name);
    return this.#db.transaction(work).immediate();
  }

  /** Appends inside a transaction that is open already. */
  appendWithin(entries: readonly Entry[]): ChainHead {
    let { seq, hash } = this.head();
    for (const entry of entries) {
      seq += 1;
      hash = link(hash, seq, entryText(entry));
      this.#store(seq, hash, entry);
    }
    return { seq, hash };
  }

  head(): ChainHead {
    const row = this.#head.get();
    return row ? { seq: row.seq, hash: row.hash.toString('hex') } : { seq: 0, hash: GENESIS };
  }

  /** Writes a page and nothing else: whether writing works. */
  probe(at: Date): void {
    const write = this.#db.prepare("insert or replace into meta (key, value) values ('probed', ?)");
    this.transaction(() => write.run(at.toISOString()));
  }

  #store(seq: number, hash: string, { head: text, body }: Entry): void {
    // Made by this program a moment ago: it need not be checked.
    const head: RecordHead = JSON.parse(text);
    const { id, kind, at, caller } = head;
    const screening = head.kind === 'screening' ? head : null;
    this.#insert.run(
      seq,
      id,
      kind,
      at,
      caller,
      screening?.reference ?? null,
      screening?.outcome ?? null,
      screening?.catalogue.version ?? null,
      head.kind === 'checkpoint' ? head.through : null,
      Buffer.from(hash, 'hex'),
      text,
      pack(body),
    );
    for (const party of screening?.parties ?? []) this.#insertParty.run(party, seq);
    if (head.kind === 'disposition') {
      const { screening: subject, party, decision, queryKey, fingerprint } = head;
      this.#insertDisposition.run(seq, subject, party, decision, queryKey, fingerprint);
    }
  }

  close(): void {
    this.#db.close();
  }
}
