import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue.ts';
import { RedflagError } from '../domain/error.ts';
import { openCatalogue } from './catalogue-file.ts';
import { referredVersions } from './records/referred.ts';

/** Where every version lies, and how many are kept at least. */
const FOLDER = 'versions';
export const VERSIONS_KEPT = 10;

/** Age from which an unfinished file belongs to nobody any more. */
const LEFT_OVER_MS = 3_600_000;

/** What becomes of old versions. */
export interface Keeping {
  /** How many are kept at least; default 10. */
  readonly keep?: number;
  /** Whether those that a record refers to are kept beyond that, to be replayed; default no. */
  readonly keepRecorded?: boolean;
}

/** A catalogue version that lies in the data folder. */
export interface KeptVersion {
  readonly version: string;
  readonly builtAt: string;
  readonly bytes: number;
}

const metaSchema = z.object({ version: z.string().regex(/^[0-9a-f]+$/), builtAt: z.string() });

/**
 * Keeps the catalogue at `path` under its version and forgets the oldest beyond
 * the limit. A second name for the same file: nothing is copied, and the catalogue
 * that takes its place later leaves it as it was.
 *
 */
export function keepVersion(
  data: string,
  path: string,
  { keep = VERSIONS_KEPT, keepRecorded = false }: Keeping = {},
): void {
  const folder = join(data, FOLDER);
  mkdirSync(folder, { recursive: true });
  // First a second name, then its version: a catalogue that is moved to `path`
  // meanwhile cannot come to lie under the version of another.
  const next = join(folder, `${randomUUID()}.next`);
  try {
    linkSync(path, next);
  } catch {
    // Some file systems know no second names.
    copyFileSync(path, next);
  }
  const { version } = readMeta(next);
  const kept = join(folder, `${version}.db`);
  if (existsSync(kept)) rmSync(next);
  else renameSync(next, kept);
  forgetLeftovers(folder);
  const beyond = keptVersions(data)
    .slice(keep)
    .flatMap((old) => (old.version === version ? [] : [old.version]));
  const needed = keepRecorded ? referredVersions(data, beyond) : new Set<string>();
  for (const old of beyond) {
    if (!needed.has(old)) rmSync(join(folder, `${old}.db`), { force: true });
  }
}

/** Removes what a run that was killed has left; one that is at work needs a moment for its own. */
function forgetLeftovers(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.next'));
  for (const path of names.map((name) => join(folder, name))) {
    const { ctimeMs = Number.POSITIVE_INFINITY } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - ctimeMs > LEFT_OVER_MS) rmSync(path, { force: true });
  }
}

/** The versions that lie in the data folder, the newest first. */
export function keptVersions(data: string): KeptVersion[] {
  const folder = join(data, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]+\.db$/.test(name))
    .flatMap((name) => {
      try {
        const path = join(folder, name);
        return [{ ...readMeta(path), bytes: statSync(path).size }];
      } catch {
        return [];
      }
    })
    .sort((a, b) => b.builtAt.localeCompare(a.builtAt) || b.version.localeCompare(a.version));
}

/**
 * Opens a version that was kept.
 *
 * @param wanted a version, the beginning of one, or a date or time: the newest built by then
 * @throws RedflagError `not-found` where none is meant, or more than one
 */
export function openVersion(data: string, wanted: string): Catalogue {
  const kept = keptVersions(data);
  const time = /^\d{4}-\d{2}-\d{2}/.test(wanted);
  // A day stands for its last moment: "by that day".
  const until = wanted.length === 10 ? `${wanted}T23:59:59.999Z` : wanted;
  const found = time
    ? kept.filter(({ builtAt }) => builtAt <= until).slice(0, 1)
    : kept.filter(({ version }) => version.startsWith(wanted));
  const [only] = found;
  if (only === undefined || found.length > 1 || wanted === '') {
    const known = kept.map(({ version }) => version).join(', ') || 'none';
    throw new RedflagError(
      'not-found',
      `no one version "${wanted}" is kept here: kept are ${known}`,
    );
  }
  return openCatalogue(join(data, FOLDER, `${only.version}.db`));
}

function readMeta(path: string): z.infer<typeof metaSchema> {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const rows = db
      .prepare<[], { key: string; value: string }>('select key, value from meta')
      .all();
    return metaSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  } finally {
    db.close();
  }
}
