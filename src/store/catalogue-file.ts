import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Catalogue, CataloguedName, ListCoverage } from '../domain/catalogue.ts';
import { type Devices, devicesSchema } from '../domain/device.ts';
import { RedflagError } from '../domain/error.ts';
import { type List, listSchema } from '../domain/list.ts';
import {
  type MacRegistration,
  macRegistrationSchema,
  type OriginalRecord,
  originalRecordSchema,
} from '../domain/original-record.ts';
import { nameTypeSchema, type Party, partyKindSchema, partySchema } from '../domain/party.ts';
import { type Source, sourceSchema } from '../domain/source.ts';
import { catalogueMigrations } from './catalogue-schema.ts';

const metaSchema = z.object({
  version: z.string(),
  sha256: z.string(),
  builtAt: z.iso.datetime(),
  inputs: z.string(),
});

/** Parsed parties kept in memory: an answer needs a handful, and the same ones come again. */
const PARTIES_KEPT = 4096;

/**
 * The inputs that the catalogue at `path` was built from, or null where there is
 * none, or one of another schema: then it is to be built anew.
 */
export function inputsOf(path: string): string | null {
  if (!existsSync(path)) return null;
  try {
    const db = new Database(path, { readonly: true });
    try {
      if (db.pragma('user_version', { simple: true }) !== catalogueMigrations.length) return null;
      return readMeta(db).inputs;
    } finally {
      db.close();
    }
  } catch {
    // Damaged: it can be rebuilt from its inputs, so that is what happens.
    return null;
  }
}

function readMeta(db: Database.Database): z.infer<typeof metaSchema> {
  const rows = db.prepare<[], { key: string; value: string }>('select key, value from meta').all();
  return metaSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/**
 * Opens a catalogue for reading. It stays readable after a newer one has been
 * moved over its path, until it is closed.
 *
 * @throws RedflagError `invalid-catalogue` when the file is missing or damaged
 */
export function openCatalogue(path: string): Catalogue {
  let db: Database.Database;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    db.pragma('mmap_size = 268435456');
    return new StoredCatalogue(db);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RedflagError(
      'invalid-catalogue',
      `${path} cannot be read (${reason}): delete it, it is built anew from its inputs`,
      [],
      error,
    );
  }
}

type NameRow = [party: number, text: string, type: string, kind: string];

/** Names in the order in which they were written: the rowid, from 1, is the ordinal and one. */
const SELECT_NAME =
  'select party, text, name.type, kind from name join party on party.ordinal = name.party';

function toName([party, text, type, kind]: NameRow): CataloguedName {
  return { party, text, type: nameTypeSchema.parse(type), kind: partyKindSchema.parse(kind) };
}

class StoredCatalogue implements Catalogue {
  readonly version: Catalogue['version'];
  readonly lists: ReadonlyMap<string, List>;
  readonly coverage: readonly ListCoverage[];
  readonly size: number;
  readonly #db: Database.Database;
  readonly #bodyAt: Database.Statement<[number], { body: string }>;
  readonly #nameAt: Database.Statement<[number], NameRow>;
  readonly #ordinalOf: Database.Statement<[string], { ordinal: number }>;
  readonly #sourceBody: Database.Statement<[string], { body: string }>;
  readonly #byIdentifier: Database.Statement<[string, string], { party: number }>;
  readonly #parties = new Map<number, Party>();
  readonly #sources = new Map<string, Source>();

  constructor(db: Database.Database) {
    this.#db = db;
    const { version, sha256, builtAt } = readMeta(db);
    this.version = { version, sha256, builtAt };
    this.#bodyAt = db.prepare('select body from party where ordinal = ?');
    this.#nameAt = db.prepare<[number], NameRow>(`${SELECT_NAME} where name.rowid = ?`).raw();
    this.#ordinalOf = db.prepare('select ordinal from party where id = ?');
    this.#sourceBody = db.prepare('select body from source where id = ?');
    this.#byIdentifier = db.prepare(
      'select party from identifier where scheme = ? and value = ? order by party',
    );
    const bodies = db.prepare<[], { body: string }>('select body from list order by id').all();
    const lists = bodies.map(({ body }) => listSchema.parse(JSON.parse(body)));
    this.lists = new Map(lists.map((list) => [list.id, list]));
    const counts = new Map(
      db
        .prepare<[], { list: string; parties: number }>(
          'select list, count(distinct party) as parties from designation group by list',
        )
        .all()
        .map(({ list, parties }) => [list, parties]),
    );
    this.coverage = lists.map(({ id, coverage }) => ({
      id,
      parties: counts.get(id) ?? 0,
      asOf: coverage.asOf,
      complete: coverage.complete,
    }));
    this.size = db.prepare<[], number>('select count(*) from party').pluck().get() ?? 0;
  }

  names(): CataloguedName[] {
    const rows = this.#db.prepare<[], NameRow>(`${SELECT_NAME} order by name.rowid`).raw();
    return Array.from(rows.iterate(), toName);
  }

  nameAt(ordinal: number): CataloguedName {
    const row = this.#nameAt.get(ordinal + 1);
    if (!row) throw new RangeError(`no name has the ordinal ${ordinal}`);
    return toName(row);
  }

  partyAt(ordinal: number): Party {
    const known = this.#parties.get(ordinal);
    if (known) return known;
    const row = this.#bodyAt.get(ordinal);
    if (!row) throw new RangeError(`no party has the ordinal ${ordinal}`);
    const party = partySchema.parse(JSON.parse(row.body));
    if (this.#parties.size >= PARTIES_KEPT) this.#parties.clear();
    this.#parties.set(ordinal, party);
    return party;
  }

  party(id: string): Party | undefined {
    const row = this.#ordinalOf.get(id);
    return row && this.partyAt(row.ordinal);
  }

  source(id: string): Source | undefined {
    const known = this.#sources.get(id);
    if (known) return known;
    const row = this.#sourceBody.get(id);
    if (!row) return undefined;
    const source = sourceSchema.parse(JSON.parse(row.body));
    this.#sources.set(id, source);
    return source;
  }

  identified(scheme: string, value: string): number[] {
    return this.#byIdentifier.all(scheme, value).map(({ party }) => party);
  }

  relatedTo(id: string): Party[] {
    return this.#db
      .prepare<[string], number>(
        'select ordinal from party where ordinal in (select party from relation where other = ?) order by id',
      )
      .pluck()
      .all(id)
      .map((ordinal) => this.partyAt(ordinal));
  }

  sourceIds(): string[] {
    return this.#db.prepare<[], string>('select id from source order by id').pluck().all();
  }

  devices(): Devices[] {
    return this.#db
      .prepare<[], string>('select body from devices order by id')
      .pluck()
      .all()
      .map((body) => devicesSchema.parse(JSON.parse(body)));
  }

  members(list: string): string[] {
    return this.#db
      .prepare<[string], string>(
        'select distinct id from designation join party on ordinal = party where list = ? order by id',
      )
      .pluck()
      .all(list);
  }

  citedBy(source: string): { parties: string[]; lists: string[] } {
    const parties = this.#db.prepare<[string], string>(
      'select distinct id from citation join party on ordinal = party where source = ? order by id',
    );
    const lists = this.#db.prepare<[string], string>(
      'select list from citation where source = ? and list is not null order by list',
    );
    return { parties: parties.pluck().all(source), lists: lists.pluck().all(source) };
  }

  originals(id: string): OriginalRecord[] {
    const rows = this.#db.prepare<[string], Row<'list' | 'record' | 'source' | 'body'>>(
      'select list, record, source, original.body from original join party on ordinal = party where id = ? order by original.rowid',
    );
    return rows
      .all(id)
      .map(({ body, ...rest }) =>
        originalRecordSchema.parse({ ...rest, fields: JSON.parse(body) }),
      );
  }

  registrants(digits: string): MacRegistration[] {
    const rows = this.#db.prepare<[string], Row<'prefix' | 'source' | 'body'>>(
      'select prefix, source, body from mac_block where prefix = ? order by rowid',
    );
    // Longest first: a block of 28 or 36 bits lies inside one that is registered to IEEE itself.
    return [9, 7, 6]
      .filter((length) => length <= digits.length)
      .flatMap((length) => rows.all(digits.slice(0, length)))
      .map(({ body, ...rest }) => macRegistrationSchema.parse({ ...rest, ...JSON.parse(body) }));
  }

  close(): void {
    this.#db.close();
  }
}

/** A row of the columns that a query names, all of them text. */
type Row<Column extends string> = Record<Column, string>;
