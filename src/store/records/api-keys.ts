import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type Database from 'better-sqlite3';
import { entryOf, recordId } from './entry.ts';
import type { RecordWriter } from './writer.ts';

/**
 * What a key may do: `screen` asks screenings, `read` reads what was recorded,
 * `admin` decides on matches; each also reads the catalogue, and `admin` does all.
 */
export const scopes = ['screen', 'read', 'admin'] as const;
export type Scope = (typeof scopes)[number];

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

const ID_BYTES = 4;
const SECRET_BYTES = 32;
/** `rf_<id>_<secret>`: the prefix lets scanners of source code know a leaked one. */
const FORM = /^rf_([0-9a-f]{8})_([\w-]{43})$/;

interface Row {
  id: string;
  name: string;
  scopes: string;
  digest: Buffer;
  created_at: string;
  revoked_at: string | null;
}

/**
 * Makes a key. Its text is given here and never again: only a hash is stored.
 * The secret has 256 random bits, so that a plain SHA-256 cannot be guessed back.
 *
 * @param caller who makes it: a record of the chain says so
 */
export function createKey(
  writer: RecordWriter,
  {
    name,
    scopes,
    caller,
    now,
  }: { name: string; scopes: readonly Scope[]; caller: string; now: Date },
): { key: ApiKey; text: string } {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const createdAt = now.toISOString();
  writer.transaction(() => {
    writer.database
      .prepare('insert into api_key (id, name, scopes, digest, created_at) values (?, ?, ?, ?, ?)')
      .run(id, name, scopes.join(' '), hash('sha256', secret, 'buffer'), createdAt);
    writer.appendWithin([keyEntry('created', { id, name, scopes }, caller, now)]);
  });
  return { key: { id, name, scopes, createdAt, revokedAt: null }, text: `rf_${id}_${secret}` };
}

/** Revokes a key from the next request on. False where there is none, or it is revoked already. */
export function revokeKey(
  writer: RecordWriter,
  id: string,
  { caller, now }: { caller: string; now: Date },
): boolean {
  return writer.transaction(() => {
    const key = listKeys(writer.database).find((key) => key.id === id && key.revokedAt === null);
    if (key === undefined) return false;
    writer.database
      .prepare('update api_key set revoked_at = ? where id = ?')
      .run(now.toISOString(), id);
    writer.appendWithin([keyEntry('revoked', key, caller, now)]);
    return true;
  });
}

/** Every key there ever was, the oldest first. */
export function listKeys(db: Database.Database): ApiKey[] {
  return db.prepare<[], Row>('select * from api_key order by created_at, id').all().map(toKey);
}

/** Finds the key that a text is, read anew each time: a revoked one ends with the next request. */
export class KeyFinder {
  readonly #byId: Database.Statement<[string], Row>;

  constructor(db: Database.Database) {
    this.#byId = db.prepare('select * from api_key where id = ?');
  }

  find(text: string): ApiKey | undefined {
    const [, id = '', secret = ''] = FORM.exec(text) ?? [];
    const row = this.#byId.get(id);
    // Compared also where there is none, and in constant time: how long it takes tells nothing.
    const same = timingSafeEqual(hash('sha256', secret, 'buffer'), row?.digest ?? NO_DIGEST);
    return row !== undefined && same && row.revoked_at === null ? toKey(row) : undefined;
  }
}

const NO_DIGEST = Buffer.alloc(32);

function toKey({ id, name, scopes: granted, created_at, revoked_at }: Row): ApiKey {
  const words = granted.split(' ');
  return {
    ...{ id, name, createdAt: created_at, revokedAt: revoked_at },
    scopes: scopes.filter((scope) => words.includes(scope)),
  };
}

function keyEntry(
  event: 'created' | 'revoked',
  { id, name, scopes }: Pick<ApiKey, 'id' | 'name' | 'scopes'>,
  caller: string,
  now: Date,
) {
  const at = now.toISOString();
  return entryOf({
    ...{ kind: 'key', id: recordId('key', now), at, caller },
    ...{ event, key: id, name, scopes: [...scopes] },
  });
}
