import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RedflagError } from '../domain/error.ts';
import { type DownloadOptions, download, type Validators } from './download.ts';
import type { Layout } from './feeds.ts';
import type { KeptFile, Manifest } from './manifest.ts';

/** Where one file comes from. */
export interface Origin {
  /** A path, or an http or https address. */
  readonly from: string;
  /** Whether the version can do without it. */
  readonly optional: boolean;
}

export function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/**
 * The files that belong together: those given, and for one file alone the companions
 * of its layout that lie beside it (`sdn-2024-05-02.csv` brings `alt.csv` and `add.csv`).
 */
export function originsOf(given: readonly string[], { parts }: Layout): Origin[] {
  const [only] = given;
  if (given.length !== 1 || only === undefined || parts.length === 1) {
    return given.map((from) => ({ from, optional: false }));
  }
  const [, ...companions] = parts;
  const beside = isAddress(only)
    ? companions.map((name) => ({ from: sibling(only, name), optional: true }))
    : companions.flatMap((name) => lying(dirname(only), name));
  return [{ from: only, optional: false }, ...beside];
}

/** The address of a file beside another; publishers write all their names in one case. */
function sibling(address: string, name: string): string {
  const url = new URL(address);
  const own = basename(url.pathname);
  const cased = own === own.toUpperCase() ? name.toUpperCase() : name;
  url.pathname = join(dirname(url.pathname), cased);
  return url.href;
}

function lying(folder: string, name: string): Origin[] {
  const found = readdirSync(folder).find((file) => file.toLowerCase() === name);
  return found === undefined ? [] : [{ from: join(folder, found), optional: true }];
}

export interface CollectOptions {
  readonly folder: string;
  /** The files of the version in use, for conditional requests. */
  readonly known: readonly KeptFile[];
  /** Folder of those files: one that did not change is taken from there. */
  readonly knownFolder: string | null;
  readonly download: DownloadOptions;
}

/**
 * Brings the files into a folder, hashed as they come. Null when every address says
 * that nothing has changed.
 *
 * @throws RedflagError `invalid-list` for a file that is not there
 */
export async function collect(
  origins: readonly Origin[],
  { folder, known, knownFolder, download: options }: CollectOptions,
): Promise<KeptFile[] | null> {
  mkdirSync(folder, { recursive: true });
  const files: KeptFile[] = [];
  let changed = false;
  const names = new Set<string>();
  for (const { from, optional } of origins) {
    const name = freeName(nameOf(from), names);
    const path = join(folder, name);
    if (!isAddress(from)) {
      files.push(await copy(from, path, name));
      changed = true;
      continue;
    }
    const before = known.find((file) => file.url === from) ?? null;
    const held =
      before !== null && knownFolder !== null && existsSync(join(knownFolder, before.name));
    const fetched = await download(from, path, held ? validators(before) : null, options);
    if (fetched.status === 'missing') {
      if (optional) continue;
      throw new RedflagError('invalid-list', `${from}: is not there (404)`);
    }
    if (fetched.status === 'unchanged') {
      if (before === null || knownFolder === null) continue;
      files.push({ ...(await copy(join(knownFolder, before.name), path, name)), ...kept(before) });
      continue;
    }
    changed = true;
    const { status: _, ...rest } = fetched;
    files.push({ name, url: from, ...rest });
  }
  return changed ? files : null;
}

/**
 * Brings the files of the version in use into a folder once more, to be read anew.
 *
 * @throws RedflagError `invalid-list` for a file that is not what it was
 */
export async function collectAgain(
  { files }: Manifest,
  from: string,
  folder: string,
): Promise<KeptFile[]> {
  mkdirSync(folder, { recursive: true });
  const copies: KeptFile[] = [];
  for (const before of files) {
    const path = join(from, before.name);
    const copied = await copy(path, join(folder, before.name), before.name);
    if (copied.sha256 !== before.sha256) {
      throw new RedflagError(
        'invalid-list',
        `${path} is not what was imported: it was changed or damaged on the disk; import the list again`,
      );
    }
    copies.push({ ...copied, ...kept(before) });
  }
  return copies;
}

function validators({ etag, lastModified }: KeptFile): Validators {
  return { etag, lastModified };
}

function kept({ url, etag, lastModified }: KeptFile) {
  return { url, etag, lastModified };
}

/** A plain file name: what an address ends in may be anything. */
function nameOf(from: string): string {
  const last = isAddress(from)
    ? decodeURIComponent(basename(new URL(from).pathname))
    : basename(from);
  const plain = last.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '');
  return plain === '' ? 'list' : plain.slice(0, 120);
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free) || free === 'records.db'; number++)
    free = `${number}-${name}`;
  taken.add(free);
  return free;
}

async function copy(from: string, to: string, name: string): Promise<KeptFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), count, createWriteStream(to));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RedflagError('invalid-list', `${from} cannot be read: ${reason}`, [], cause);
  }
  return { name, url: null, bytes, sha256: hash.digest('hex'), etag: null, lastModified: null };
}
