import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { importLists, listsStatus, readManifests, rebuildLists } from '../../src/lists/index.ts';
import { exclusivelyInTurn } from '../../src/lists/lock.ts';
import { buildCatalogue } from '../../src/screening/catalogue-build.ts';
import { keptVersions, openCatalogue } from '../../src/store/index.ts';

const SEEDS = 'test/fixtures/seeds-small';
const CSL = 'test/fixtures/official/consolidated.csv';
const now = () => new Date('2026-11-22T09:00:00Z');

function scratch(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'redflag-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A process of its own, as an operator's would be. */
function node(words: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...environment } });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, out, err }));
  });
}

/** The version of a catalogue that is sound to its last page. */
function soundVersion(data: string): string {
  const path = join(data, 'catalogue.db');
  const db = new Database(path, { readonly: true });
  const check = db.pragma('integrity_check', { simple: true });
  const dangling = db.pragma('foreign_key_check');
  db.close();
  if (check !== 'ok' || !Array.isArray(dangling) || dangling.length > 0) {
    throw new Error(`the catalogue is damaged: ${check}`);
  }
  const catalogue = openCatalogue(path);
  const { version } = catalogue.version;
  catalogue.close();
  return version;
}

t.test('processes that start at once on a new data folder build one catalogue', async (t) => {
  const data = join(scratch(t), 'data');
  const starts = await Promise.all(
    Array.from({ length: 4 }, () =>
      node(['bin/redflag.js', 'screen', 'Hikvision', '--json'], {
        REDFLAG_DATA: data,
        REDFLAG_SEEDS: 'seeds',
        REDFLAG_RECORDS: 'none',
      }),
    ),
  );
  t.same(
    starts.map(({ status, err }) => [status, err]),
    starts.map(() => [1, '']),
    'each of them starts',
  );
  const versions = starts.map(({ out }) => JSON.parse(out).coverage.catalogue);
  t.equal(new Set(versions.map(({ builtAt }) => builtAt)).size, 1, 'it was built once');
  t.equal(soundVersion(data), versions[0]?.version);
  const left = readdirSync(data).filter((name) => !/^names-\w+\.index$/.test(name));
  t.same(left.sort(), ['catalogue.db', 'lists', 'versions'], 'nothing is left over');
  t.same(readdirSync(join(data, 'versions')), [`${versions[0]?.version}.db`]);
});

t.test('a start waits its turn, and gives up in the end', async (t) => {
  const data = join(scratch(t), 'data');
  const told = exclusivelyInTurn(data, () => {
    t.throws(() => exclusivelyInTurn(data, () => 'two at once', 50), { code: 'unavailable' });
    return 'one';
  });
  t.equal(told, 'one');
  t.equal(
    exclusivelyInTurn(data, () => 'two', 0),
    'two',
  );
});

t.test(
  'an import killed at any of its moves leaves a whole version, and the next start',
  async (t) => {
    const folder = scratch(t);
    const before = join(folder, 'before');
    const later = join(folder, 'later.csv');
    const text = readFileSync(CSL, 'utf8');
    writeFileSync(later, text.replaceAll('ZORVANTA', 'QORVANTA'));
    const run = (data: string, file: string, day: string, move: number) =>
      node(['test/lists/killed-import.ts', data, SEEDS, file, day, String(move)]);

    await run(before, CSL, '2022-05-30', 0);
    const old = soundVersion(before);
    const whole = join(folder, 'whole');
    cpSync(before, whole, { recursive: true });
    const { out, status } = await run(whole, later, '2022-05-31', 0);
    t.equal(status, 0);
    const moves = out.split('\n');
    const renewed = soundVersion(whole);
    t.not(renewed, old);

    const seen: string[] = [];
    for (const [index, move] of moves.entries()) {
      const data = join(folder, `killed-${index}`);
      cpSync(before, data, { recursive: true });
      const { signal } = await run(data, later, '2022-05-31', index + 1);
      t.equal(signal, 'SIGKILL', `killed before ${move}`);
      const found = soundVersion(data);
      const [manifest] = readManifests(data);
      const pointsTo = manifest?.date === '2022-05-31' ? renewed : old;
      seen.push(
        `${found === old ? 'old' : 'new'} catalogue, ${pointsTo === old ? 'old' : 'new'} manifest`,
      );
      t.ok([old, renewed].includes(found), 'the catalogue is one of the two');
      const { outcome, reason } = buildCatalogue({ data, seeds: SEEDS, now });
      t.equal(reason, null);
      t.equal(
        outcome,
        found === pointsTo ? 'unchanged' : 'built',
        'the next start does what is left',
      );
      t.equal(soundVersion(data), pointsTo, 'and has the version that the manifest points to');
      const again = await run(data, later, '2022-05-31', 0);
      t.equal(again.status, 0, 'the next import goes through');
      t.equal(soundVersion(data), renewed);
      t.same(
        readdirSync(join(data, 'lists', 'csl')).filter((name) => name === 'staging'),
        [],
        'and clears up',
      );
    }
    t.same(
      [...new Set(seen)],
      ['old catalogue, old manifest', 'old catalogue, new manifest', 'new catalogue, new manifest'],
      'also between manifest and catalogue',
    );
  },
);

/** Days of the SDN list as an installation read them: an airline throughout, a person until the second. */
async function threeDays(t: Test) {
  const folder = scratch(t);
  for (const name of ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv']) {
    copyFileSync(join('test/fixtures/official/ofac-sdn', name), join(folder, name));
  }
  const main = join(folder, 'sdn.csv');
  const settings = { data: join(folder, 'data'), seeds: SEEDS, now };
  const bring = (date: string) =>
    importLists(
      [{ format: 'ofac-sdn', from: [main], date, accept: ['fewer', 'losses'] }],
      settings,
    );
  await bring('2024-05-02');
  const [airline = '', person = '', vessel = ''] = readFileSync(main, 'utf8').split('\r\n');
  const added = person.replace('36000002', '36000009').replace('DRUSK, Fenn', 'MARRIN, Oleg');
  writeFileSync(main, [airline, vessel, added, ''].join('\r\n'));
  await bring('2024-05-03');
  await bring('2024-05-06');
  const [manifest] = readManifests(settings.data);
  const place = join(settings.data, 'lists/ofac-sdn', manifest?.sha256.slice(0, 16) ?? '');
  return { ...settings, place, main };
}

const knownOf = (data: string) => {
  const catalogue = openCatalogue(join(data, 'catalogue.db'));
  const periods = (id: string) => catalogue.party(id)?.designations.map((one) => one.periods);
  const known = {
    version: catalogue.version.version,
    airline: periods('ofac-36000001'),
    gone: periods('ofac-36000002'),
    added: periods('ofac-36000009'),
    sources: catalogue.sourceIds(),
  };
  catalogue.close();
  return known;
};

t.test('a rebuild reads everything anew and forgets nothing', async (t) => {
  const settings = await threeDays(t);
  const { data, place } = settings;
  const known = knownOf(data);
  t.match(known.airline, [[{ seenOn: '2024-05-02' }]], 'seen since the first version');
  t.match(known.added, [[{ seenOn: '2024-05-03' }]]);
  t.match(known.gone, [[{ to: '2024-05-02' }, { status: 'removed', from: '2024-05-03' }]]);
  const kept = keptVersions(data).length;

  const again = await rebuildLists(settings);
  t.match(again.outcomes, [
    { feed: 'ofac-sdn', outcome: 'imported', manifest: { date: '2024-05-06', dated: 'given' } },
  ]);
  t.same(knownOf(data), known, 'the same version, word for word');
  t.equal(keptVersions(data).length, kept);

  rmSync(join(data, 'catalogue.db'));
  await rebuildLists(settings);
  t.same(knownOf(data), known, 'also without a catalogue');

  // What a program of another schema left: it is read anew, and its history kept.
  const records = join(place, 'records.db');
  const db = new Database(records);
  db.pragma('user_version = 1');
  db.prepare("update record set body = json_remove(body, '$.scope', '$.effects')").run();
  db.close();
  rmSync(join(data, 'catalogue.db'));
  t.throws(() => buildCatalogue(settings), { message: /redflag lists rebuild/ });
  await rebuildLists(settings);
  t.same(knownOf(data), known, 'also over the schema of an earlier program');
  t.match(listsStatus(data, now()), [{ feed: 'ofac-sdn', error: null, stale: false }]);
});

t.test('a rebuild refuses what would forget, and says what to do', async (t) => {
  const settings = await threeDays(t);
  const { data, place } = settings;
  const known = knownOf(data);
  const records = join(place, 'records.db');
  const copy = join(data, 'copy.db');
  copyFileSync(records, copy);

  writeFileSync(records, 'no database');
  await t.rejects(rebuildLists(settings), { code: 'invalid-catalogue' });
  t.match(listsStatus(data, now()), [{ error: /since when each entry is seen: put back a copy/ }]);
  t.same(knownOf(data), known, 'the catalogue is as it was');

  copyFileSync(copy, records);
  writeFileSync(join(place, 'sdn.csv'), 'changed');
  const { outcomes } = await rebuildLists(settings);
  t.match(outcomes, [
    { outcome: 'failed', error: { message: /sdn.csv is not what was imported/ } },
  ]);
  t.same(knownOf(data), known);
});

t.test('the same day read twice, and a part of a list, keep what has gone', async (t) => {
  const settings = await threeDays(t);
  const { data, main } = settings;
  const bring = (date: string, partial: boolean) =>
    importLists(
      [{ format: 'ofac-sdn', from: [main], date, partial, accept: ['fewer', 'losses'] }],
      settings,
    );
  const { gone } = knownOf(data);
  writeFileSync(main, `${readFileSync(main, 'utf8').replace('MARRIN', 'MARREN')}`);
  t.match((await bring('2024-05-06', false)).outcomes, [{ outcome: 'imported' }]);
  t.same(knownOf(data).gone, gone);
  t.match((await bring('2024-05-07', true)).outcomes, [{ outcome: 'imported' }]);
  t.same(knownOf(data).gone, gone);
  t.notOk(existsSync(join(data, 'lists/ofac-sdn/staging')));
});
