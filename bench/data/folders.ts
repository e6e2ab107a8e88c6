import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** Folder of the public list files: `REDFLAG_LISTS_DIR`, else a sibling of the project that may be absent. */
export const listsFolder = resolve(process.env.REDFLAG_LISTS_DIR ?? `${project}/../shared/lists`);

/** Folder of ordinary names: `REDFLAG_NAMES_DIR`, else a sibling of the project that may be absent. */
export const namesFolder = resolve(process.env.REDFLAG_NAMES_DIR ?? `${project}/../shared/names`);

export const seedsFolder = resolve(project, 'seeds');
export const resultsFolder = resolve(import.meta.dirname, '../results');

/** Path of a file in the lists folder, or undefined with a line that says what is skipped. */
export function listFile(path: string): string | undefined {
  return present(`${listsFolder}/${path}`, 'REDFLAG_LISTS_DIR');
}

/** Path of a file in the names folder, or undefined with a line that says what is skipped. */
export function namesFile(path: string): string | undefined {
  return present(`${namesFolder}/${path}`, 'REDFLAG_NAMES_DIR');
}

const said = new Set<string>();

function present(path: string, variable: string): string | undefined {
  if (existsSync(path)) return path;
  const file = path.split('/').slice(-2).join('/');
  if (!said.has(file)) console.error(`skipped: ${file} is not there (set ${variable})`);
  said.add(file);
  return undefined;
}
