import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isoDateSchema } from '../domain/date.ts';
import { RedflagError } from '../domain/error.ts';
import { idSchema } from '../domain/id.ts';
import { sourceSchema } from '../domain/source.ts';

/** How the day of a version is known. */
export const datings = ['given', 'stated', 'last-modified', 'file-name'] as const;

const count = z.int().nonnegative();

/** A file as it came. */
const keptFileSchema = z.strictObject({
  name: z.string().min(1),
  url: z.url().nullable(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

export type KeptFile = z.infer<typeof keptFileSchema>;

/** The version of a feed that is in use. */
export const manifestSchema = z.strictObject({
  feed: idSchema,
  format: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1).nullable(),
  date: isoDateSchema,
  dated: z.enum(datings),
  /** Name of the folder of the files, and hash of all that the version was made of. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  importedAt: z.iso.datetime(),
  files: z.array(keptFileSchema).min(1),
  /** Text of the mapping file of a company's own list. */
  mapping: z.string().nullable(),
  /** Lists of which the files hold every entry. */
  complete: z.array(idSchema),
  /** Earlier versions that were in use here: entries cite the first and last that had them. */
  earlier: z.array(sourceSchema),
  rows: count,
  records: count,
  blocks: count,
  names: count,
  lost: count,
  problems: count,
  passedOver: z.record(z.string(), count),
  lists: z.record(z.string(), count),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** How the last attempt to bring a feed up to date ended. */
export const attemptSchema = z.strictObject({
  feed: idSchema,
  at: z.iso.datetime(),
  outcome: z.enum(['imported', 'unchanged', 'failed']),
  /** Why the version before was kept. */
  reason: z.string().nullable(),
});

export type Attempt = z.infer<typeof attemptSchema>;

const ROOM = 'lists';
const MANIFEST = 'manifest.json';
const ATTEMPT = 'attempt.json';

/** Folder of all feeds, of one feed, of one version. */
export function feedsFolder(data: string): string {
  return join(data, ROOM);
}

export function feedFolder(data: string, feed: string): string {
  return join(data, ROOM, idSchema.parse(feed));
}

export function versionFolder(data: string, { feed, sha256 }: Manifest): string {
  return join(feedFolder(data, feed), sha256.slice(0, 16));
}

/** What was read from the files of a version. */
export function recordsPath(data: string, manifest: Manifest): string {
  return join(versionFolder(data, manifest), 'records.db');
}

/**
 * The feeds in use, in the order of their names.
 *
 * @throws RedflagError `invalid-catalogue` when a manifest is damaged
 */
export function readManifests(data: string): Manifest[] {
  return feedsIn(data).flatMap((feed) => readManifest(data, feed) ?? []);
}

/** Every feed that was ever tried, in order. */
export function feedsIn(data: string): string[] {
  const folder = feedsFolder(data);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && idSchema.safeParse(entry.name).success)
    .map(({ name }) => name)
    .sort();
}

export function readManifest(data: string, feed: string): Manifest | null {
  return readJson(join(feedFolder(data, feed), MANIFEST), manifestSchema);
}

export function writeManifest(data: string, manifest: Manifest): void {
  writeJson(feedFolder(data, manifest.feed), MANIFEST, manifest);
}

/** Takes a list file out. Its manifest goes first: what has none is in use nowhere, whoever reads beside this. */
export function removeFeed(data: string, feed: string): void {
  const folder = feedFolder(data, feed);
  rmSync(join(folder, MANIFEST), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

export function readAttempt(data: string, feed: string): Attempt | null {
  return readJson(join(feedFolder(data, feed), ATTEMPT), attemptSchema);
}

export function writeAttempt(data: string, attempt: Attempt): void {
  writeJson(feedFolder(data, attempt.feed), ATTEMPT, attempt);
}

function readJson<T>(path: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    throw new RedflagError(
      'invalid-catalogue',
      `${path} is damaged (${reason}): delete its folder and import the list again`,
      [],
      error,
    );
  }
}

/** Beside, synced, then moved into place: a reader sees the old text or the new one. */
function writeJson(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = openSync(`${path}.next`, 'w');
  try {
    writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.next`, path);
}
