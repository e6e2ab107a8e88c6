import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Undecided } from '../catalogue/join/index.ts';
import { RedflagError } from '../domain/error.ts';
import { CATALOGUE_FILE, prepareBuild } from './build.ts';
import type { ImportOutcome, ImportRequest, ImportSettings } from './import-request.ts';
import { exclusively } from './lock.ts';
import {
  feedFolder,
  feedsIn,
  type Manifest,
  readManifests,
  removeFeed,
  writeAttempt,
} from './manifest.ts';
import { keepVersionOf, put } from './put.ts';
import { stage } from './stage.ts';

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
    const imported = importedOf(outcomes);
    const { undecided, error } =
      imported.length > 0 ? put(imported, settings) : { undecided: [], error: null };
    const settled = outcomes.map((one) => failedWith(error, one));
    for (const one of settled) record(one, settings);
    return { outcomes: settled, undecided };
  });
}

/**
 * Builds the catalogue again from the curated list and from the files of every list as
 * they were imported, read anew: for after an update of the program, and for a data
 * folder that came to harm. Since when an entry was seen, and what has gone, stays known.
 *
 * @throws RedflagError `unavailable` while another import runs, and what the build itself throws
 */
export function rebuildLists(settings: ImportSettings): Promise<ImportResult> {
  return exclusively(settings.data, async () => {
    const outcomes: ImportOutcome[] = [];
    for (const { feed, format, complete } of readManifests(settings.data)) {
      // Its losses and its age were accepted when it was imported.
      const accept = ['losses', 'older'] as const;
      const partial = complete.length === 0;
      outcomes.push(
        await stage({ feed, format, from: [], partial, accept, again: true }, settings),
      );
    }
    // Nobody looked for a newer version: only a fault is worth noting.
    for (const one of outcomes) if (one.outcome === 'failed') record(one, settings);
    const { undecided, error } = put(importedOf(outcomes), settings);
    if (error !== null) throw error;
    return { outcomes, undecided };
  });
}

function importedOf(outcomes: readonly ImportOutcome[]): Manifest[] {
  return outcomes.flatMap((one) => (one.outcome === 'imported' ? [one.manifest] : []));
}

function failedWith(error: RedflagError | null, one: ImportOutcome): ImportOutcome {
  if (error === null || one.outcome !== 'imported') return one;
  return { feed: one.feed, outcome: 'failed', error };
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
    const manifests = readManifests(settings.data);
    const others = manifests.filter((one) => one.feed !== feed);
    if (others.length === manifests.length) {
      // It was tried, and never came in: the catalogue has nothing of it.
      rmSync(feedFolder(settings.data, feed), { recursive: true, force: true });
      return;
    }
    const prepared = prepareBuild(settings, others);
    removeFeed(settings.data, feed);
    prepared.commit();
    keepVersionOf(join(settings.data, CATALOGUE_FILE), settings);
  });
}

function record(one: ImportOutcome, { data, now }: ImportSettings): void {
  const { feed, outcome } = one;
  mkdirSync(feedFolder(data, feed), { recursive: true });
  const reason = one.outcome === 'failed' ? one.error.message : null;
  writeAttempt(data, { feed, at: now().toISOString(), outcome, reason });
}
