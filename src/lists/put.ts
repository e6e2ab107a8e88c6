import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Undecided } from '../catalogue/join/index.ts';
import type { RedflagError } from '../domain/error.ts';
import { keepVersion } from '../store/index.ts';
import { CATALOGUE_FILE, prepareBuild } from './build.ts';
import type { ImportSettings } from './import-request.ts';
import {
  feedFolder,
  type Manifest,
  readManifests,
  versionFolder,
  writeManifest,
} from './manifest.ts';
import { asListError } from './stage.ts';

/**
 * Builds the catalogue with the new versions and puts both in place; or neither.
 *
 *     prepare beside | manifest, manifest, ... | catalogue | tidy up
 *     ---- old ------+------ either is whole --+------ new ----------
 *
 * Killed in the middle part, the next start finds manifests that the catalogue was
 * not built from, and builds it.
 */
export function put(
  imported: readonly Manifest[],
  settings: ImportSettings,
): { undecided: readonly Undecided[]; error: RedflagError | null } {
  const { data, onStep = () => {} } = settings;
  const records = imported.reduce((sum, one) => sum + one.records + one.blocks, 0);
  const feed = imported.map((one) => one.feed).join(', ');
  onStep({ feed, phase: 'building', done: records, share: null, seconds: 0 });
  const renewed = new Map(imported.map((one) => [one.feed, one]));
  const others = readManifests(data).filter((one) => !renewed.has(one.feed));
  const manifests = [...others, ...imported].sort((a, b) => (a.feed < b.feed ? -1 : 1));
  const path = join(data, CATALOGUE_FILE);
  try {
    const prepared = prepareBuild(settings, manifests);
    if (existsSync(path)) keepVersionOf(path, settings);
    for (const manifest of imported) writeManifest(data, manifest);
    prepared.commit();
    // From here on the new version is the one in use, whatever becomes of the rest.
    keepVersionOf(path, settings);
    for (const manifest of imported) forgetOthers(data, manifest);
    return { undecided: prepared.undecided, error: null };
  } catch (cause) {
    return { undecided: [], error: asListError(feed, cause) };
  }
}

/** Keeps the catalogue in use for comparisons and replays; one that is damaged, or has no room, is not worth a failure. */
export function keepVersionOf(path: string, { data, ...keeping }: ImportSettings): void {
  try {
    keepVersion(data, path, keeping);
  } catch {
    // The catalogue itself is answered from all the same.
  }
}

/** Removes what no manifest points to any more: the version before, and leftovers of a run that was killed. */
function forgetOthers(data: string, manifest: Manifest): void {
  const folder = feedFolder(data, manifest.feed);
  const current = versionFolder(data, manifest);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || path === current) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // It takes up room until the next import clears it away.
    }
  }
}
