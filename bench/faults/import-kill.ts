/**
 * Kills imports at random moments and looks whether the catalogue is whole each time.
 *
 *     node bench/faults/import-kill.ts [moments = 100] [seed]
 *
 * Two versions of a list are imported in turn, each by a process of its own that is
 * killed with SIGKILL after a random part of the time that a whole import takes.
 * The run goes on until as many were killed as it was told. After each kill the catalogue must be one of the two versions, sound to the last
 * page, and the next start must make of it one of the two again.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readManifests } from '../../src/lists/index.ts';
import { buildCatalogue } from '../../src/screening/catalogue-build.ts';

const ROWS = 3_000;
const SEEDS = 'test/fixtures/seeds-small';
const COMMAND = ['bin/redflag.js', 'lists', 'import', 'watchlist-csv'];
const MAPPING = 'title: Invented\ncolumns: { name: name, record: id }\n';

interface Outcome {
  readonly moment: number;
  readonly killed: boolean;
  readonly found: string;
  readonly after: string;
}

const moments = Number(process.argv[2] ?? 100);
const random = generator(Number(process.argv[3] ?? Date.now() % 100_000));
const root = mkdtempSync(join(tmpdir(), 'redflag-kill-'));
const data = join(root, 'data');
try {
  process.exitCode = await main();
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function main(): Promise<number> {
  const files = [0, 1].map((version) => versionFile(version));
  writeFileSync(join(root, 'mapping.yaml'), MAPPING);
  const began = performance.now();
  await importFile(files[0] ?? '', '2026-01-01', null);
  const versions = new Map([[versionOf(), 'first']]);
  await importFile(files[1] ?? '', '2026-01-02', null);
  versions.set(versionOf(), 'second');
  let whole = (performance.now() - began) / 2;
  console.log(`a whole import takes ${Math.round(whole)} ms; ${moments} kills`);
  const outcomes: Outcome[] = [];
  let kills = 0;
  for (let turn = 0; kills < moments; turn++) {
    const day = dayOf(turn + 3);
    const moment = random() * whole * 1.1;
    const start = performance.now();
    const killed = await importFile(files[turn % 2] ?? '', day, moment);
    // One that ended before its moment tells how long an import takes by now.
    if (killed) kills++;
    else whole = (whole + performance.now() - start) / 2;
    const found = soundVersion();
    const { outcome, reason } = buildCatalogue({ data, seeds: SEEDS, now: () => new Date() });
    if (outcome === 'kept') throw new Error(`turn ${turn}: the start could not build: ${reason}`);
    const after = soundVersion();
    const [manifest] = readManifests(data);
    if (manifest?.records !== ROWS + (manifest?.files[0]?.name === 'list-1.csv' ? 1 : 0)) {
      throw new Error(`turn ${turn}: the manifest counts ${manifest?.records} records`);
    }
    outcomes.push({ moment, killed, found, after });
  }
  const renewed = outcomes.filter((one) => one.found !== one.after).length;
  console.log(
    `${kills} of ${outcomes.length} imports were killed before their end; after ${renewed} of them the next start finished the work; every catalogue was whole`,
  );
  await importFile(files[0] ?? '', dayOf(outcomes.length + 4), null);
  console.log(`and the next import goes through: ${soundVersion()}`);
  return 0;
}

/** The version of the catalogue; throws unless it is sound, and complete in itself. */
function soundVersion(): string {
  const db = new Database(join(data, 'catalogue.db'), { readonly: true });
  try {
    const check = db.pragma('integrity_check', { simple: true });
    if (check !== 'ok') throw new Error(`integrity check: ${check}`);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`${broken.length} dangling references`);
    const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
    const parties = count('select count(*) from party');
    const originals = count('select count(distinct record) from original');
    if (originals < ROWS || parties < ROWS) throw new Error(`${originals} of ${ROWS} records`);
    return versionOf();
  } finally {
    db.close();
  }
}

function versionOf(): string {
  const db = new Database(join(data, 'catalogue.db'), { readonly: true });
  try {
    return (
      db.prepare<[], string>("select value from meta where key = 'version'").pluck().get() ?? ''
    );
  } finally {
    db.close();
  }
}

/** Runs one import; kills it after some milliseconds, if it has not ended by then. */
function importFile(file: string, day: string, killAfter: number | null): Promise<boolean> {
  const words = [...COMMAND, file, '--date', day, '--feed', 'invented'];
  const child = spawn(process.execPath, [...words, '--mapping', join(root, 'mapping.yaml')], {
    env: { ...process.env, REDFLAG_DATA: data, REDFLAG_SEEDS: SEEDS },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('exit', (status, signal) => {
      if (timer) clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(true);
      else if (status === 0) resolve(false);
      else reject(new Error(`the import ended with ${status}: ${said}`));
    });
  });
}

function versionFile(version: number): string {
  const path = join(root, `list-${version}.csv`);
  const rows = Array.from({ length: ROWS + version }, (_, at) => `${at},Invented Party ${at}`);
  writeFileSync(path, `id,name\n${rows.join('\n')}\n`);
  return path;
}

function dayOf(turn: number): string {
  return new Date(Date.UTC(2026, 0, turn)).toISOString().slice(0, 10);
}

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
