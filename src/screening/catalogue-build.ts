import { join } from 'node:path';
import { RedflagError } from '../domain/error.ts';
import {
  CATALOGUE_FILE,
  exclusivelyInTurn,
  hashInputs,
  prepareBuild,
  readManifests,
} from '../lists/index.ts';
import { inputsOf, keepVersion } from '../store/index.ts';

export { CATALOGUE_FILE } from '../lists/index.ts';

export interface BuildOptions {
  readonly data: string;
  readonly seeds: string;
  readonly now: () => Date;
}

/** What became of an attempt to bring the catalogue up to its inputs. */
export interface BuildReport {
  readonly path: string;
  readonly outcome: 'unchanged' | 'built' | 'kept';
  /** Why the last good catalogue was kept instead of building a new one. */
  readonly reason: string | null;
}

/**
 * Makes sure that the data folder holds a catalogue of the seeds as they are and of
 * the list files in use: builds one when there is none or either has changed. Inputs
 * with errors leave the last good catalogue in place.
 *
 * @throws RedflagError `invalid-seeds` when the seeds have errors and there is no earlier catalogue
 */
export function buildCatalogue(options: BuildOptions): BuildReport {
  const { data, seeds } = options;
  const path = join(data, CATALOGUE_FILE);
  const known = inputsOf(path);
  try {
    const isCurrent = () => hashInputs(seeds, readManifests(data)) === inputsOf(path);
    const built =
      !isCurrent() &&
      exclusivelyInTurn(data, () => {
        // Another process may have built it while this one waited.
        if (isCurrent()) return false;
        prepareBuild(options, readManifests(data)).commit();
        return true;
      });
    keep(data, path);
    return { path, outcome: built ? 'built' : 'unchanged', reason: null };
  } catch (error) {
    if (known === null) throw asSeedError(error, seeds);
    return { path, outcome: 'kept', reason: asSeedError(error, seeds).message };
  }
}

/** Keeps the version for replays and comparisons, where the folder can be written to: nothing else needs it. */
function keep(data: string, path: string): void {
  try {
    keepVersion(data, path, { keepRecorded: true });
  } catch {
    // A catalogue can be answered from without its history.
  }
}

function asSeedError(error: unknown, seeds: string): Error {
  if (error instanceof RedflagError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new RedflagError(
    'invalid-seeds',
    `the seeds in ${seeds} cannot be loaded: ${reason}`,
    [],
    error,
  );
}
