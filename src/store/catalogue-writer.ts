import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { CatalogueContent } from '../domain/catalogue.ts';
import { citationsIn } from '../domain/citation.ts';
import type { Devices } from '../domain/device.ts';
import { sha256 } from '../domain/hash.ts';
import type { List } from '../domain/list.ts';
import type { Party } from '../domain/party.ts';
import { catalogueMigrations } from './catalogue-schema.ts';
import { migrate } from './migrate.ts';

/** Digits of the content hash that make a version: 48 bits tell more versions apart than will ever be built. */
const VERSION_DIGITS = 12;

export interface CatalogueInputs {
  /** Hash of the inputs: the catalogue is built anew when it changes. */
  readonly inputs: string;
  readonly builtAt: Date;
}

/** A catalogue that is written and checked, and not yet in its place. */
export interface PreparedCatalogue {
  /** Moves it into place in one step. */
  commit(): void;
  discard(): void;
}

/**
 * Writes a catalogue beside `path` and moves it into place in one step: a reader
 * sees the old version or the new one, never a part.
 *
 *     content -> path.next -> (foreign keys checked, synced) -> rename to path
 *
 * @throws what SQLite says when content breaks a foreign key; `path` is then untouched
 */
export function writeCatalogue(
  path: string,
  content: CatalogueContent,
  inputs: CatalogueInputs,
): void {
  prepareCatalogue(path, content, inputs).commit();
}

/** The first half of `writeCatalogue`: everything but the move. */
export function prepareCatalogue(
  path: string,
  content: CatalogueContent,
  { inputs, builtAt }: CatalogueInputs,
): PreparedCatalogue {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.next`;
  removeDatabase(next);
  const db = new Database(next);
  try {
    // The file is thrown away unless it is whole, so a journal would guard nothing.
    db.pragma('journal_mode = off');
    db.pragma('synchronous = off');
    db.pragma('foreign_keys = on');
    migrate(db, catalogueMigrations);
    db.transaction(() => {
      insertContent(db, content);
      const hash = hashContent(db);
      const insertMeta = db.prepare('insert into meta (key, value) values (?, ?)');
      insertMeta.run('version', hash.slice(0, VERSION_DIGITS));
      insertMeta.run('sha256', hash);
      insertMeta.run('builtAt', builtAt.toISOString());
      insertMeta.run('inputs', inputs);
    })();
    db.pragma('synchronous = full');
    db.exec('vacuum');
  } catch (error) {
    db.close();
    removeDatabase(next);
    throw error;
  }
  db.close();
  return { commit: () => renameSync(next, path), discard: () => removeDatabase(next) };
}

function removeDatabase(path: string): void {
  for (const file of [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(file)) rmSync(file);
  }
}

function insertContent(db: Database.Database, content: CatalogueContent): void {
  const insertSource = db.prepare('insert into source (id, body) values (?, ?)');
  for (const source of content.sources) insertSource.run(source.id, JSON.stringify(source));
  const insertCitation = db.prepare('insert into citation (source, party, list) values (?, ?, ?)');
  const cite = (value: List | Party | Devices, party: number | null, list: string | null) => {
    const cited = new Set<string>();
    for (const { citation } of citationsIn(value)) cited.add(citation.source);
    for (const source of cited) insertCitation.run(source, party, list);
  };
  const insertList = db.prepare('insert into list (id, body) values (?, ?)');
  for (const list of content.lists) {
    insertList.run(list.id, JSON.stringify(list));
    cite(list, null, list.id);
  }
  const insertParty = db.prepare('insert into party (ordinal, id, kind, body) values (?, ?, ?, ?)');
  const insertName = db.prepare('insert into name (party, type, text) values (?, ?, ?)');
  const insertIdentifier = db.prepare(
    'insert or ignore into identifier (scheme, value, party) values (?, ?, ?)',
  );
  const insertRelation = db.prepare('insert into relation (party, other, type) values (?, ?, ?)');
  const insertDesignation = db.prepare(
    'insert into designation (list, party, entry) values (?, ?, ?)',
  );
  const insertOriginal = db.prepare(
    'insert into original (party, list, record, source, body) values (?, ?, ?, ?, ?)',
  );
  const ordinals = new Map<string, number>();
  let ordinal = 0;
  for (const party of content.parties) {
    insertParty.run(ordinal, party.id, party.kind, JSON.stringify(party));
    for (const { type, name } of party.names) insertName.run(ordinal, type, name);
    for (const { scheme, value } of party.identifiers) insertIdentifier.run(scheme, value, ordinal);
    for (const { type, party: other } of party.relations) insertRelation.run(ordinal, other, type);
    for (const { list, entry } of party.designations) {
      insertDesignation.run(list, ordinal, entry.name);
    }
    cite(party, ordinal, null);
    for (const { list, record, source, fields } of content.originals?.(party) ?? []) {
      insertOriginal.run(ordinal, list, record, source, JSON.stringify(fields));
    }
    ordinals.set(party.id, ordinal++);
  }
  const insertDevices = db.prepare('insert into devices (id, body) values (?, ?)');
  for (const devices of content.devices) {
    insertDevices.run(devices.id, JSON.stringify(devices));
    cite(devices, ordinals.get(devices.id) ?? null, null);
  }
  const insertBlock = db.prepare('insert into mac_block (prefix, source, body) values (?, ?, ?)');
  for (const { prefix, source, ...rest } of content.macBlocks ?? []) {
    insertBlock.run(prefix, source, JSON.stringify(rest));
  }
}

/** Hash of what is stated, not of when it was stored: the same content has the same version. */
function hashContent(db: Database.Database): string {
  function* bodies(): Generator<string> {
    for (const table of ['source', 'list', 'party', 'devices']) {
      const rows = db.prepare<[], { body: string }>(`select body from ${table} order by id`);
      for (const { body } of rows.iterate()) yield body;
    }
  }
  return sha256(bodies());
}
