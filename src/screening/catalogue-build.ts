import { join, resolve, sep } from 'node:path';
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
 * @throws RedflagError where there is no earlier catalogue: `invalid-seeds` when the seeds have errors,
 *   `invalid-catalogue` when the data folder cannot be written
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
    if (known === null) throw asBuildError(error, options);
    return { path, outcome: 'kept', reason: asBuildError(error, options).message };
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

function asBuildError(error: unknown, { data, seeds }: BuildOptions): Error {
  if (error instanceof RedflagError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const path = error instanceof Error && 'path' in error ? resolve(String(error.path)) : '';
  if (`${path}${sep}`.startsWith(`${resolve(data)}${sep}`)) {
    const detail = `the data folder ${data} cannot be used: ${reason}. Make it a folder that this user can write to`;
    return new RedflagError('invalid-catalogue', detail, [], error);
  }
  return new RedflagError(
    'invalid-seeds',
    `the seeds in ${seeds} cannot be loaded: ${reason}`,
    [],
    error,
  );
}
