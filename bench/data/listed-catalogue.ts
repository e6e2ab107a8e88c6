import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { openScreener } from '../../src/screening/index.ts';
import { listFile, seedsFolder } from './folders.ts';

const program = resolve(import.meta.dirname, '../../bin/redflag.js');

/** Layout, file and day of the lists that are imported, in this order. */
const feeds = [
  ['csl-csv', 'csl/consolidated-2022-05.csv.gz', '2022-05-15'],
  ['ofac-sdn', 'ofac/2024-05/sdn-2024-05-03.csv', '2024-05-03'],
  ['targets-simple-csv', 'ftm/ua_war_sanctions.targets.simple.csv', '2026-03-13'],
] as const;

/**
 * Fills a data folder as an operator does: the curated list, and the first
 * `count` list files by `redflag lists import`.
 *
 * @returns how many names the catalogue then has
 */
export async function importLists(data: string, count: number = feeds.length): Promise<number> {
  const env = { ...process.env, REDFLAG_DATA: data, REDFLAG_SEEDS: seedsFolder };
  for (const [layout, file, date] of feeds.slice(0, count)) {
    const path = listFile(file);
    if (path === undefined) continue;
    const args = [program, 'lists', 'import', layout, path, '--date', date];
    await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1e8 });
  }
  const open = openScreener({ data, seeds: seedsFolder });
  try {
    return open.catalogue.names().length;
  } finally {
    open.close();
  }
}
