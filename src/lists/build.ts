import { join } from 'node:path';
import { joinCatalogue, type Undecided } from '../catalogue/join/index.ts';
import { hashSeeds, loadSeeds } from '../catalogue/seeds/index.ts';
import { type PreparedCatalogue, prepareCatalogue } from '../store/index.ts';
import { hashFeeds, openFeeds } from './feeds.ts';
import type { Manifest } from './manifest.ts';

/** Name of the catalogue inside the data folder. */
export const CATALOGUE_FILE = 'catalogue.db';

/** The place of an installation, and its clock. */
export interface Installation {
  readonly data: string;
  readonly seeds: string;
  readonly now: () => Date;
}

/** Hash of all that a catalogue of these versions is made of. */
export function hashInputs(seeds: string, manifests: readonly Manifest[]): string {
  return hashFeeds(hashSeeds(seeds), manifests);
}

/**
 * Writes the catalogue of the seeds and of some versions of list files beside the one
 * in use; nothing changes until it is committed.
 *
 * @throws RedflagError `invalid-seeds`, `invalid-catalogue`
 */
export function prepareBuild(
  { data, seeds, now }: Installation,
  manifests: readonly Manifest[],
): PreparedCatalogue & { readonly undecided: readonly Undecided[] } {
  const inputs = hashInputs(seeds, manifests);
  const feeds = openFeeds(data, manifests);
  try {
    const { content, undecided } = joinCatalogue(loadSeeds(seeds), feeds.witnesses);
    const path = join(data, CATALOGUE_FILE);
    return { ...prepareCatalogue(path, content, { inputs, builtAt: now() }), undecided };
  } finally {
    feeds.close();
  }
}
