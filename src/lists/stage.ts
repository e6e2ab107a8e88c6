import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RedflagError } from '../domain/error.ts';
import { sha256 } from '../domain/hash.ts';
import { hasHistory, hasListRecords } from '../store/index.ts';
import { collect, collectAgain, type Origin, originsOf } from './collect.ts';
import { dateOf } from './dating.ts';
import { layoutOf, sourceOf } from './feeds.ts';
import type { ImportOutcome, ImportRequest, ImportSettings } from './import-request.ts';
import {
  feedFolder,
  type KeptFile,
  type Manifest,
  readManifest,
  recordsPath,
  versionFolder,
} from './manifest.ts';
import { phase } from './progress.ts';
import { readVersion } from './read-version.ts';
import { checkVersion, ruleLimits } from './rules.ts';

/**
 * Makes a version beside the one in use: fetched, read, checked, and not yet pointed to.
 * A fault becomes the outcome, and leaves nothing behind.
 */
export async function stage(
  request: ImportRequest,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  const feed = request.feed ?? request.format;
  const folder = join(feedFolder(settings.data, feed), STAGING);
  try {
    return await stageSound(feed, folder, request, settings);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    return { feed, outcome: 'failed', error: asListError(feed, cause) };
  }
}

const STAGING = 'staging';

async function stageSound(
  feed: string,
  folder: string,
  request: ImportRequest,
  settings: ImportSettings,
): Promise<ImportOutcome> {
  const { data, now, onStep = () => {} } = settings;
  const { format } = request;
  const layout = layoutOf(format);
  const last = readManifest(data, feed);
  if (last !== null && last.format !== format) {
    throw new RedflagError(
      'invalid-list',
      `${feed} is kept in the layout ${last.format}: import under another name (--feed)`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  const again = request.again === true && last !== null;
  const files = again
    ? await collectAgain(last, versionFolder(data, last), folder)
    : await fetched(feed, folder, request, last, settings);
  const readable = last !== null && hasListRecords(recordsPath(data, last));
  if (files === null && readable) {
    rmSync(folder, { recursive: true, force: true });
    return { feed, outcome: 'unchanged', manifest: last };
  }
  const kept = files ?? last?.files ?? [];
  const mapping = request.mapping ?? last?.mapping ?? null;
  const dateFrom = (stated: string | undefined) =>
    again ? { date: last.date, dated: last.dated } : dateOf(kept, { given: request.date, stated });
  const read = await readVersion({
    format,
    feed,
    folder,
    files: kept,
    mapping,
    onRecords: phase(feed, 'reading', onStep),
    before: historyOf(data, last, again),
    dateOf: (stated) => dateFrom(stated).date,
    partial: request.partial ?? false,
  });
  const { losses, stated, complete, ...counts } = read;
  const dating = dateFrom(stated);
  const whole = [...complete];
  const identity = [format, dating.date, mapping ?? '', whole.join(), ...kept.map((f) => f.sha256)];
  const manifest: Manifest = {
    feed,
    format,
    title: layout.title,
    publisher: layout.publisher,
    ...dating,
    sha256: sha256(identity),
    importedAt: again ? last.importedAt : now().toISOString(),
    files: [...kept],
    mapping,
    complete: whole,
    earlier: earlierThan(dating.date, last),
    ...counts,
    lists: { ...counts.lists },
    passedOver: { ...counts.passedOver },
  };
  if (readable && !again && last.sha256 === manifest.sha256) {
    rmSync(folder, { recursive: true, force: true });
    return { feed, outcome: 'unchanged', manifest: last };
  }
  checkVersion(manifest, last, losses, {
    now: now(),
    waived: new Set(request.accept),
    limits: { ...ruleLimits, atLeast: request.atLeast ?? ruleLimits.atLeast },
  });
  const inUse = last?.sha256 === manifest.sha256;
  settle(folder, manifest, versionFolder(data, manifest), inUse);
  return { feed, outcome: 'imported', manifest };
}

function fetched(
  feed: string,
  folder: string,
  request: ImportRequest,
  last: Manifest | null,
  { data, download = {}, onStep = () => {} }: ImportSettings,
): Promise<KeptFile[] | null> {
  const lastFolder = last === null ? null : versionFolder(data, last);
  const fetching = phase(feed, 'fetching', onStep);
  return collect(origins(request, last, lastFolder), {
    folder,
    known: last?.files ?? [],
    knownFolder: lastFolder,
    download: {
      ...download,
      onBytes: (bytes, expected) => fetching(bytes, expected === null ? null : bytes / expected),
    },
  });
}

/**
 * What the version in use knows of its entries: since when they are seen, which have
 * gone. It is taken over from what an earlier program wrote, too.
 */
function historyOf(data: string, last: Manifest | null, again: boolean) {
  if (last === null) return null;
  const path = recordsPath(data, last);
  if (hasHistory(path)) return { path, date: last.date };
  if (again && last.earlier.length > 0) {
    throw new RedflagError(
      'invalid-list',
      `${path} is missing or damaged, and with it since when each entry is seen: put back a copy, or import the list again and begin anew`,
    );
  }
  return null;
}

/**
 * Puts a version in its place. Where the version in use is of the same files, they
 * are put over the old ones, each in one step: whoever reads sees one or the other.
 */
function settle(folder: string, { files }: Manifest, place: string, inUse: boolean): void {
  if (inUse && existsSync(place)) {
    for (const name of [...files.map((file) => file.name), 'records.db']) {
      renameSync(join(folder, name), join(place, name));
    }
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
}

/** The versions before this one: those that the last one knew, and itself. */
function earlierThan(date: string, last: Manifest | null): Manifest['earlier'] {
  if (last === null) return [];
  return [...last.earlier, sourceOf(last)].filter((source) => (source.date ?? '') < date);
}

/** The files given; for a delta, those of the version in use before them. */
function origins(
  { format, from, optional, delta }: ImportRequest,
  last: Manifest | null,
  lastFolder: string | null,
): Origin[] {
  if (!delta) {
    return originsOf(from, layoutOf(format)).map((one) => ({
      ...one,
      optional: one.optional || (optional?.has(one.from) ?? false),
    }));
  }
  if (last === null || lastFolder === null) {
    throw new RedflagError('invalid-list', 'there is no version yet that a delta could change');
  }
  const before = last.files.map(({ name }) => join(lastFolder, name));
  return [...before, ...from].map((one) => ({ from: one, optional: false }));
}

/** What went wrong with a list, as one of our own errors. */
export function asListError(feed: string, cause: unknown): RedflagError {
  if (cause instanceof RedflagError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RedflagError('invalid-list', `${feed} cannot be imported: ${reason}`, [], cause);
}
