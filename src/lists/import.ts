import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Undecided } from '../catalogue/join/index.ts';
import { RedflagError } from '../domain/error.ts';
import { sha256 } from '../domain/hash.ts';
import { hasListRecords, keepVersion, VERSIONS_KEPT } from '../store/index.ts';
import { CATALOGUE_FILE, type Installation, prepareBuild } from './build.ts';
import { collect, type Origin, originsOf } from './collect.ts';
import { dateOf } from './dating.ts';
import type { DownloadOptions } from './download.ts';
import { layoutOf, sourceOf } from './feeds.ts';
import { exclusively } from './lock.ts';
import {
  feedFolder,
  feedsIn,
  type Manifest,
  readManifest,
  readManifests,
  recordsPath,
  versionFolder,
  writeAttempt,
  writeManifest,
} from './manifest.ts';
import { type OnStep, phase } from './progress.ts';
import { readVersion } from './read-version.ts';
import { checkVersion, ruleLimits, type Waiver } from './rules.ts';

/** One version that is wanted. */
export interface ImportRequest {
  readonly format: string;
  /** Paths or addresses: the files of the layout, or one of them with the others beside it. */
  readonly from: readonly string[];
  /** Files among them that need not exist. */
  readonly optional?: ReadonlySet<string>;
  /** Name under which the list is kept; default the layout's. */
  readonly feed?: string;
  /** The day of the version, where the file does not state it. */
  readonly date?: string;
  /** Text of the mapping file of a company's own list. */
  readonly mapping?: string;
  /** The file holds a part of its lists: an entry that it lacks may still be on them. */
  readonly partial?: boolean;
  /** The files are changes to the version in use (FollowTheMoney deltas). */
  readonly delta?: boolean;
  readonly accept?: readonly Waiver[];
  /** Records below which a first version is not believed. */
  readonly atLeast?: number;
}

export interface ImportSettings extends Installation {
  readonly download?: DownloadOptions;
  readonly onStep?: OnStep;
  /** How many catalogue versions are kept. */
  readonly keep?: number;
}

export type ImportOutcome =
  | { readonly feed: string; readonly outcome: 'imported'; readonly manifest: Manifest }
  | { readonly feed: string; readonly outcome: 'unchanged'; readonly manifest: Manifest }
  | { readonly feed: string; readonly outcome: 'failed'; readonly error: RedflagError };

export interface ImportResult {
  readonly outcomes: readonly ImportOutcome[];
  readonly undecided: readonly Undecided[];
}

/**
 * Brings list files into the catalogue, all that are sound in one new version.
 *
 *     fetch, copy -> read and check -> build beside -> manifests -> catalogue
 *     staging/       records.db        catalogue.db.next   rename      rename
 *
 * Until the manifests are moved, everything is as before; after that the next start
 * builds the catalogue anew if this run did not live to move it. A file at fault
 * leaves its last version in use, and its reason where `lists status` shows it.
 *
 * @throws RedflagError `unavailable` while another import runs, `invalid-seeds` when the curated list has errors
 */
export function importLists(
  requests: readonly ImportRequest[],
  settings: ImportSettings,
): Promise<ImportResult> {
  return exclusively(settings.data, async () => {
    const outcomes: ImportOutcome[] = [];
    for (const request of requests) outcomes.push(await stage(request, settings));
    const imported = outcomes.flatMap((one) => (one.outcome === 'imported' ? [one.manifest] : []));
    const { undecided, error } = put(imported, settings);
    const settled = outcomes.map(
      (one): ImportOutcome =>
        one.outcome === 'imported' && error ? { feed: one.feed, outcome: 'failed', error } : one,
    );
    for (const one of settled) record(one, settings);
    return { outcomes: settled, undecided };
  });
}

/**
 * Takes a list file out of the catalogue, with all that is kept of it.
 *
 * @throws RedflagError `not-found` where there is no such list, `unavailable` while an import runs
 */
export function forgetList(feed: string, settings: ImportSettings): Promise<void> {
  return exclusively(settings.data, async () => {
    if (!feedsIn(settings.data).includes(feed)) {
      const known = feedsIn(settings.data).join(', ') || 'none';
      throw new RedflagError('not-found', `there is no list file "${feed}": there are ${known}`);
    }
    const others = readManifests(settings.data).filter((one) => one.feed !== feed);
    const prepared = prepareBuild(settings, others);
    rmSync(feedFolder(settings.data, feed), { recursive: true, force: true });
    prepared.commit();
    keepVersion(settings.data, join(settings.data, CATALOGUE_FILE), {
      keep: settings.keep ?? VERSIONS_KEPT,
    });
  });
}

async function stage(request: ImportRequest, settings: ImportSettings): Promise<ImportOutcome> {
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
  { data, now, onStep = () => {}, download = {} }: ImportSettings,
): Promise<ImportOutcome> {
  const layout = layoutOf(request.format);
  const last = readManifest(data, feed);
  if (last !== null && last.format !== request.format) {
    throw new RedflagError(
      'invalid-list',
      `${feed} is kept in the layout ${last.format}: import under another name (--feed)`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
  const lastFolder = last === null ? null : versionFolder(data, last);
  const fetching = phase(feed, 'fetching', onStep);
  const files = await collect(origins(request, last, lastFolder), {
    folder,
    known: last?.files ?? [],
    knownFolder: lastFolder,
    download: {
      ...download,
      onBytes: (bytes, expected) => fetching(bytes, expected === null ? null : bytes / expected),
    },
  });
  const same = last !== null && hasListRecords(recordsPath(data, last));
  if (files === null && same) {
    rmSync(folder, { recursive: true, force: true });
    return { feed, outcome: 'unchanged', manifest: last };
  }
  const kept = files ?? last?.files ?? [];
  const mapping = request.mapping ?? last?.mapping ?? null;
  const reading = phase(feed, 'reading', onStep);
  const { format } = request;
  const dateFrom = (stated: string | undefined) => dateOf(kept, { given: request.date, stated });
  const read = await readVersion({
    format,
    feed,
    folder,
    files: kept,
    mapping,
    onRecords: reading,
    before: same ? { path: recordsPath(data, last), date: last.date } : null,
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
    importedAt: now().toISOString(),
    files: [...kept],
    mapping,
    complete: whole,
    earlier: earlierThan(dating.date, last),
    ...counts,
    lists: { ...counts.lists },
    passedOver: { ...counts.passedOver },
  };
  if (same && last.sha256 === manifest.sha256) {
    rmSync(folder, { recursive: true, force: true });
    return { feed, outcome: 'unchanged', manifest: last };
  }
  checkVersion(manifest, last, losses, {
    now: now(),
    waived: new Set(request.accept),
    limits: { ...ruleLimits, atLeast: request.atLeast ?? ruleLimits.atLeast },
  });
  const place = versionFolder(data, manifest);
  rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
  return { feed, outcome: 'imported', manifest };
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

/** Builds the catalogue with the new versions and puts both in place; or neither. */
function put(
  imported: readonly Manifest[],
  settings: ImportSettings,
): { undecided: readonly Undecided[]; error: RedflagError | null } {
  const { data, onStep = () => {}, keep = VERSIONS_KEPT } = settings;
  if (imported.length === 0) return { undecided: [], error: null };
  const records = imported.reduce((sum, one) => sum + one.records + one.blocks, 0);
  const feed = imported.map((one) => one.feed).join(', ');
  onStep({ feed, phase: 'building', done: records, share: null, seconds: 0 });
  const renewed = new Map(imported.map((one) => [one.feed, one]));
  const others = readManifests(data).filter((one) => !renewed.has(one.feed));
  const manifests = [...others, ...imported].sort((a, b) => (a.feed < b.feed ? -1 : 1));
  const path = join(data, CATALOGUE_FILE);
  try {
    const prepared = prepareBuild(settings, manifests);
    if (existsSync(path)) keepVersionOf(data, path, keep);
    for (const manifest of imported) writeManifest(data, manifest);
    prepared.commit();
    keepVersion(data, path, { keep });
    for (const manifest of imported) forgetOthers(data, manifest);
    return { undecided: prepared.undecided, error: null };
  } catch (cause) {
    return { undecided: [], error: asListError(feed, cause) };
  }
}

/** The catalogue in use, also one that was built before versions were kept; a damaged one is not worth it. */
function keepVersionOf(data: string, path: string, keep: number): void {
  try {
    keepVersion(data, path, { keep });
  } catch {
    // It is about to be replaced by a sound one.
  }
}

/** Removes what no manifest points to any more: the version before, and leftovers of a run that was killed. */
function forgetOthers(data: string, manifest: Manifest): void {
  const folder = feedFolder(data, manifest.feed);
  const current = versionFolder(data, manifest);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && path !== current) rmSync(path, { recursive: true, force: true });
  }
}

function record(one: ImportOutcome, { data, now }: ImportSettings): void {
  const { feed, outcome } = one;
  mkdirSync(feedFolder(data, feed), { recursive: true });
  const reason = one.outcome === 'failed' ? one.error.message : null;
  writeAttempt(data, { feed, at: now().toISOString(), outcome, reason });
}

function asListError(feed: string, cause: unknown): RedflagError {
  if (cause instanceof RedflagError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new RedflagError('invalid-list', `${feed} cannot be imported: ${reason}`, [], cause);
}
