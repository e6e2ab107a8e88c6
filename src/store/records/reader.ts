import type Database from 'better-sqlite3';
import { unpack } from './chain.ts';
import { type DispositionHead, readBody, readHead, type ScreeningHead } from './entry.ts';
import { openForReading } from './file.ts';

/** Which screenings are asked for; all that are given must hold. */
export interface ScreeningFilter {
  readonly reference?: string | undefined;
  readonly outcome?: string | undefined;
  /** Id of a party that the answer names. */
  readonly party?: string | undefined;
  readonly caller?: string | undefined;
  /** Version of the catalogue that answered. */
  readonly catalogue?: string | undefined;
  /** Answered at this time or later, ISO 8601 in UTC. */
  readonly from?: string | undefined;
  /** Answered before this time. */
  readonly to?: string | undefined;
}

/** Where a record stands in the chain. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
}

export interface ScreeningSummary {
  readonly head: ScreeningHead;
  readonly link: Link;
}

export interface StoredScreening extends ScreeningSummary {
  /** JSON. Of a hashed record, its hash. */
  readonly query: string;
  /** JSON, without coverage and disclaimer. Of a hashed record, what of it names no query. */
  readonly answer: string;
  /** JSON of coverage and disclaimer, in one object. */
  readonly statement: string;
}

interface Row {
  seq: number;
  hash: Buffer;
  head: string;
}

const COLUMNS = 'record.seq as seq, hash, head';

/** Reads records.db, beside whoever writes it. */
export class RecordReader {
  readonly #db: Database.Database;
  readonly #byId: Database.Statement<[string], Row & { body: string | Buffer | null }>;
  readonly #statement: Database.Statement<[string], string>;

  /** @throws what SQLite says where there is no such file, or it is no database */
  constructor(path: string) {
    this.#db = openForReading(path);
    this.#byId = this.#db.prepare(
      `select ${COLUMNS}, body from record where id = ? and kind = 'screening'`,
    );
    this.#statement = this.#db
      .prepare<[string], string>('select body from statement where hash = ?')
      .pluck();
  }

  get database(): Database.Database {
    return this.#db;
  }

  screening(id: string): StoredScreening | undefined {
    const row = this.#byId.get(id);
    return row && this.#whole(row);
  }

  /**
   * Screenings, the newest first.
   *
   * @param before number of a record: only those before it
   */
  page(filter: ScreeningFilter, before: number, limit: number): ScreeningSummary[] {
    const { sql, values } = where(filter);
    return this.#db
      .prepare<unknown[], Row>(
        `select ${COLUMNS} from ${sql} and record.seq < ? order by record.seq desc limit ?`,
      )
      .all(...values, before, limit)
      .map(summaryOf);
  }

  /**
   * Records in the order of the chain as lines of JSON, a chunk at a time so that others get
   * their turn. Head, query and answer stand there byte for byte as they are hashed.
   *
   * @param filter null: records of every kind, so that the lines prove the chain
   */
  *lines(filter: ScreeningFilter | null, size: number): Generator<string> {
    const { sql, values } = filter === null ? EVERYTHING : where(filter);
    const select = this.#db.prepare<unknown[], Row & { body: string | Buffer | null }>(
      `select ${COLUMNS}, body from ${sql} and record.seq > ? order by record.seq limit ?`,
    );
    let after = 0;
    for (;;) {
      const rows = select.all(...values, after, size);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.seq;
      yield rows.map(lineOf).join('');
    }
  }

  /** The decisions on a screening, in their order. */
  dispositionsOn(screening: string): DispositionHead[] {
    return this.#dispositions('where screening = ?', screening);
  }

  /** The newest decision for each query and party. */
  remembered(): DispositionHead[] {
    return this.#dispositions(
      `where not exists (
        select 1 from disposition as later where later.query_key = disposition.query_key
        and later.party = disposition.party and later.seq > disposition.seq)`,
    );
  }

  /** The end of the chain; undefined while there is no record. */
  head(): Link | undefined {
    const row = this.#db
      .prepare<[], { seq: number; hash: Buffer }>(
        'select seq, hash from record order by seq desc limit 1',
      )
      .get();
    return row && { seq: row.seq, hash: row.hash.toString('hex') };
  }

  close(): void {
    this.#db.close();
  }

  #whole(row: Row & { body: string | Buffer | null }): StoredScreening {
    const summary = summaryOf(row);
    const statement = this.#statement.get(summary.head.statement) ?? 'null';
    return { ...summary, ...readBody(unpack(row.body) ?? ''), statement };
  }

  #dispositions(where: string, ...values: string[]): DispositionHead[] {
    return this.#db
      .prepare<string[], string>(
        `select head from disposition join record using (seq) ${where} order by seq`,
      )
      .pluck()
      .all(...values)
      .flatMap((text) => {
        const head = readHead(text);
        return head.kind === 'disposition' ? [head] : [];
      });
  }
}

function summaryOf({ seq, hash, head }: Row): ScreeningSummary {
  const read = readHead(head);
  if (read.kind !== 'screening') throw new TypeError(`record ${seq} is no screening`);
  return { head: read, link: { seq, hash: hash.toString('hex') } };
}

const EVERYTHING = { sql: 'record where true', values: [] as string[] };

/** `{"sequence":1,"hash":"…","head":{…},"query":{…},"answer":{…}}` and a line break. */
function lineOf({ seq, hash, head, body }: Row & { body: string | Buffer | null }): string {
  const text = unpack(body);
  const { query, answer } = text === null ? { query: 'null', answer: 'null' } : readBody(text);
  return `{"sequence":${seq},"hash":"${hash.toString('hex')}","head":${head},"query":${query},"answer":${answer}}\n`;
}

function where(filter: ScreeningFilter): { sql: string; values: string[] } {
  const { reference, outcome, party, caller, catalogue, from, to } = filter;
  const conditions: readonly (readonly [string, string | undefined])[] = [
    ['reference = ?', reference],
    ['outcome = ?', outcome],
    ['record_party.party = ?', party],
    ['caller = ?', caller],
    ['catalogue = ?', catalogue],
    ['at >= ?', from],
    ['at < ?', to],
  ];
  const given = conditions.filter(([, value]) => value !== undefined);
  const table = party === undefined ? 'record' : 'record_party join record using (seq)';
  const sql = [`${table} where kind = 'screening'`, ...given.map(([condition]) => condition)];
  return { sql: sql.join(' and '), values: given.flatMap(([, value]) => value ?? []) };
}
