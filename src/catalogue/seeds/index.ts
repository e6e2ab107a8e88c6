import type { CatalogueContent } from '../../domain/catalogue.ts';
import { RedflagError } from '../../domain/error.ts';
import { formatProblem, type Problem } from '../problem.ts';
import { readSeeds } from './files.ts';
import { checkSeeds } from './rules.ts';

export { hashSeeds, readSeeds, type SeedRecord, type Seeds } from './files.ts';
export { checkSeeds, withoutPrimarySource } from './rules.ts';
export { writeSeedSchemas } from './schema.ts';

/** How many problems a message names before it counts the rest. */
const SHOWN = 5;

/**
 * The curated list, sound or not at all.
 *
 * @throws RedflagError `invalid-seeds` with file, line, field and reason of each problem
 */
export function loadSeeds(folder: string): CatalogueContent {
  const seeds = readSeeds(folder);
  const problems = checkSeeds(seeds);
  if (problems.length > 0) throw seedError(problems);
  return {
    sources: seeds.sources.map(({ value }) => value),
    lists: seeds.lists.map(({ value }) => value),
    // By id and not by file: `a-b.yaml` stands before `a.yaml`, the id `a` before `a-b`.
    parties: seeds.parties.map(({ value }) => value).sort((a, b) => (a.id < b.id ? -1 : 1)),
    devices: seeds.devices.map(({ value }) => value),
  };
}

function seedError(problems: readonly Problem[]): RedflagError {
  const shown = problems.slice(0, SHOWN).map(formatProblem).join('; ');
  const rest = problems.length > SHOWN ? `; and ${problems.length - SHOWN} more` : '';
  return new RedflagError(
    'invalid-seeds',
    `${shown}${rest}: mend the files, then run "redflag seeds check"`,
    problems.map((problem) => ({
      path: `${problem.file}#${problem.path}`,
      message: problem.message,
    })),
  );
}
