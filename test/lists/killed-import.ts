/**
 * Imports a list and kills itself just before one of the moves of a file, so that a
 * test can see what each of them leaves behind.
 *
 *     node killed-import.ts <data> <seeds> <file> <day> <number of the move, 0 for none>
 *
 * Prints the moves, one a line, when it was not killed.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';

const [data = '', seeds = '', file = '', day = '', number = '0'] = process.argv.slice(2);
const move = fs.renameSync;
const moves: string[] = [];
fs.renameSync = (from, to) => {
  moves.push(relative(data, String(to)));
  if (moves.length === Number(number)) process.kill(process.pid, 'SIGKILL');
  move(from, to);
};
// Whoever imports { renameSync } from here on gets this one.
syncBuiltinESMExports();

const { importLists } = await import('../../src/lists/index.ts');
const { outcomes } = await importLists(
  [{ format: 'csl-csv', feed: 'csl', from: [file], date: day }],
  { data, seeds, now: () => new Date('2026-11-22T09:00:00Z') },
);
if (outcomes.some(({ outcome }) => outcome === 'failed')) throw new Error('the import failed');
process.stdout.write(moves.join('\n'));
