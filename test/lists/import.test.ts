import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { differences } from '../../src/catalogue/difference.ts';
import { dayAfter } from '../../src/domain/date.ts';
import { RedflagError } from '../../src/domain/error.ts';
import {
  forgetList,
  type ImportRequest,
  type ImportSettings,
  importApart,
  importLists,
  listsStatus,
  type OfficialAddress,
  readManifests,
  refreshLists,
} from '../../src/lists/index.ts';
import { exclusively } from '../../src/lists/lock.ts';
import { stepText } from '../../src/lists/progress.ts';
import { buildCatalogue } from '../../src/screening/catalogue-build.ts';
import { openScreener, Recorder } from '../../src/screening/index.ts';
import { keptVersions, openCatalogue, openVersion } from '../../src/store/index.ts';
import { openRecords } from '../../src/store/records/index.ts';
import { listServer } from './list-server.ts';

const FIXTURES = 'test/fixtures/official';
const SEEDS = 'test/fixtures/seeds-small';

/** A folder of its own for each call; `testdir` has one a test. */
function scratch(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'redflag-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder, with a clock that a test can move. */
function installation(t: Test, more: Partial<ImportSettings> = {}): ImportSettings {
  const data = join(scratch(t), 'data');
  return { data, seeds: SEEDS, now: () => new Date('2026-11-22T09:00:00Z'), ...more };
}

const fixture = (name: string) => join(FIXTURES, name);

async function bring(settings: ImportSettings, request: ImportRequest) {
  const [outcome] = (await importLists([request], settings)).outcomes;
  if (!outcome) throw new Error('nothing came of it');
  return outcome;
}

const reasonOf = (outcome: Awaited<ReturnType<typeof bring>>) =>
  outcome.outcome === 'failed' ? outcome.error.message : outcome.outcome;

const CSL = { format: 'csl-csv', from: [fixture('consolidated.csv')], date: '2022-05-31' };

function versionOf({ data }: ImportSettings) {
  const catalogue = openCatalogue(join(data, 'catalogue.db'));
  const { version, size } = catalogue;
  catalogue.close();
  return { version: version.version, size };
}

t.test(
  'an import puts the records under their parties, cited and with their originals',
  async (t) => {
    const settings = installation(t);
    const outcome = await bring(settings, { ...CSL, feed: 'csl' });
    t.match(outcome, {
      outcome: 'imported',
      manifest: { records: 8, lost: 0, problems: 2, date: '2022-05-31', dated: 'given' },
    });
    const engine = openScreener(settings);
    t.equal(engine.build.outcome, 'unchanged', 'the catalogue is ready');
    const party = engine.catalogue.party('ofac-9000001');
    t.same(
      party?.designations.map(({ list }) => list),
      ['ns-cmic', 'sdn'],
      'two lists, one party',
    );
    t.match(engine.catalogue.source('csl-2022-05-31'), {
      type: 'official-list',
      publisher: /International Trade Administration/,
      date: '2022-05-31',
      note: /consolidated.csv \(SHA-256 [0-9a-f]{64}\)/,
    });
    t.match(engine.catalogue.originals('ofac-9000001'), [
      { list: 'sdn', fields: { alt_names: 'ZORVANTA; ZOPTICS' } },
      { list: 'ns-cmic', record: '9000001', fields: { type: 'Entity' } },
    ]);
    const answer = engine.screen({ name: 'Zorvanta Optics Co Ltd', asOf: '2022-06-01' });
    t.ok(answer.matches.some((match) => match.party.id === 'ofac-9000001'));
    const entity = engine.catalogue.party('entity-list-quellmar-institute-of-measurement');
    t.match(entity?.designations[0]?.periods, [{ from: '2021-07-09', status: 'in-force' }]);
    t.match(
      engine.catalogue.coverage.find(({ id }) => id === 'entity-list'),
      { asOf: '2022-05-31', complete: true, parties: 1 },
    );
    engine.close();
  },
);

t.test('MAC blocks are found by the narrowest that holds an address', async (t) => {
  const settings = installation(t);
  const from = [fixture('oui.csv')];
  const losing = await bring(settings, { format: 'ieee', from, date: '2026-06-30' });
  t.match(reasonOf(losing), /loses 1 of 5 rows/);
  await bring(settings, { format: 'ieee', from, date: '2026-06-30', accept: ['losses'] });
  const catalogue = openCatalogue(join(settings.data, 'catalogue.db'));
  const holders = (digits: string) => catalogue.registrants(digits).map((one) => one.organisation);
  t.same(holders('44A0A1000001'), ['Zorvanta Optics Co., Ltd.', 'Second Holder']);
  t.same(holders('44A0B2300001'), ['Lantern Radios', 'IEEE Registration Authority']);
  t.same(holders('FFFFFF'), []);
  catalogue.close();
});

t.test('what is wrong changes nothing and is told', async (t) => {
  const settings = installation(t);
  await bring(settings, { ...CSL, feed: 'csl' });
  const before = versionOf(settings);
  const folder = scratch(t);
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return [join(folder, name)];
  };
  const whole = readFileSync(fixture('consolidated.csv'), 'utf8');
  const lines = whole.split('\n');
  const html = '<html><head><title>Service unavailable</title></head></html>';
  const broken = lines.with(2, '/,1').join('\n');
  const cases: readonly (readonly [string, ImportRequest, RegExp])[] = [
    ['an empty file', { ...CSL, from: put('e.csv', '') }, /e.csv: is empty/],
    ['an HTML page', { ...CSL, from: put('h.csv', html) }, /HTML page \("Service unavailable"\)/],
    ['a cut gzip', { ...CSL, from: put('g.gz', gzipSync(whole).subarray(0, -20)) }, /truncated/],
    [
      '30 % of the rows',
      { ...CSL, from: put('few.csv', lines.slice(0, 3).join('\n')) },
      /holds 2 records, 25 % of the last version's 8.*--accept fewer/,
    ],
    [
      'broken rows',
      { ...CSL, from: put('b.csv', broken) },
      /loses 1 of 9 rows: b.csv:3: has 2 of 29/,
    ],
    ['missing columns', { ...CSL, from: put('c.csv', 'a,b\n1,2\n') }, /c.csv:1: lacks the columns/],
    ['an older version', { ...CSL, date: '2021-01-01' }, /is newer, of 2022-05-31.*--accept older/],
    ['a date ahead', { ...CSL, date: '2027-01-01' }, /lies ahead/],
    ['a date that is none', { ...CSL, date: '2022-02-30' }, /is no day/],
    ['no date', { format: 'csl-csv', from: CSL.from }, /does not say of which day it is/],
    [
      'another layout',
      { format: 'un-xml', from: [fixture('un.xml')] },
      /kept in the layout csl-csv/,
    ],
    ['no file', { ...CSL, from: ['/nowhere/list.csv'] }, /cannot be read/],
    ['no such layout', { format: 'pdf', from: CSL.from }, /there is no layout "pdf"/],
  ];
  for (const [what, request, expected] of cases) {
    const outcome = await bring(settings, { ...request, feed: 'csl' });
    t.match(reasonOf(outcome), expected, what);
    const [status] = listsStatus(settings.data, settings.now());
    t.match(status, { feed: 'csl', version: { records: 8 }, error: expected }, `${what}: status`);
  }
  t.same(versionOf(settings), before, 'the catalogue is as it was');
  t.same(readdirSync(join(settings.data, 'lists', 'csl')).length, 3, 'nothing is left lying about');
  const again = await bring(settings, { ...CSL, feed: 'csl' });
  t.equal(again.outcome, 'unchanged');
  t.equal(listsStatus(settings.data, settings.now())[0]?.error, null, 'and the fault is over');
});

t.test('what a person has looked at may be waived', async (t) => {
  const settings = installation(t);
  await bring(settings, { ...CSL, feed: 'csl' });
  const few = join(scratch(t), 'few.csv');
  const lines = readFileSync(fixture('consolidated.csv'), 'utf8').split('\n');
  writeFileSync(few, [...lines.slice(0, 3), '/,1', ''].join('\n'));
  const outcome = await bring(settings, {
    ...{ ...CSL, feed: 'csl', from: [few], date: '2022-05-01' },
    accept: ['fewer', 'losses', 'older'],
  });
  t.match(outcome, { outcome: 'imported', manifest: { records: 2, lost: 1, date: '2022-05-01' } });
});

t.test(
  'one list that falls short is refused though the file as a whole is long enough',
  async (t) => {
    const settings = installation(t);
    const folder = scratch(t);
    const lines = readFileSync(fixture('consolidated.csv'), 'utf8').split('\n');
    const row = (index: number, from: string, to: string) =>
      Array.from({ length: 30 }, (_, at) => (lines[index] ?? '').replaceAll(from, `${to}${at}`));
    const sdn = row(3, '9000002', '91');
    const denied = row(5, 'aaaa000000000000000000000000000000000002', 'd');
    const more = Array.from({ length: 40 }, (_, at) =>
      (lines[3] ?? '').replaceAll('9000002', `92${at}`),
    );
    const put = (rows: string[]) => {
      writeFileSync(join(folder, 'list.csv'), [lines[0], ...rows].join('\n'));
      return [join(folder, 'list.csv')];
    };
    await bring(settings, { ...CSL, from: put([...sdn, ...denied]) });
    const outcome = await bring(settings, {
      ...CSL,
      date: '2022-06-30',
      from: put([...sdn, ...more]),
    });
    t.match(reasonOf(outcome), /holds 0 records of denied-persons, 0 % of the last version's 30/);
  },
);

t.test('the next version: what is new, what is gone, since when it was seen', async (t) => {
  const settings = installation(t);
  const folder = scratch(t);
  for (const name of ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv']) {
    copyFileSync(fixture(`ofac-sdn/${name}`), join(folder, name));
  }
  const main = join(folder, 'sdn.csv');
  const bringOn = (date: string) =>
    bring(settings, { format: 'ofac-sdn', from: [main], date, accept: ['fewer'] });
  await bringOn('2024-05-02');
  const first = versionOf(settings).version;
  const [airline = '', person = '', vessel = ''] = readFileSync(main, 'utf8').split('\r\n');
  const added = person.replace('36000002', '36000009').replace('DRUSK, Fenn', 'MARRIN, Oleg');
  writeFileSync(main, [airline.replace('AIRLINES', 'AIRWAYS'), vessel, added, ''].join('\r\n'));
  await bringOn('2024-05-03');
  const before = openVersion(settings.data, first);
  const after = openVersion(settings.data, versionOf(settings).version.slice(0, 6));
  const found = [...differences(before, after)];
  t.same(
    found.map(({ party, change, names }) => [
      ...[party.id, change],
      ...names.added.map(({ name }) => `+${name}`),
      ...names.removed.map(({ name }) => `-${name}`),
    ]),
    [
      ['ofac-36000001', 'changed', '+ZORVANTA AIRWAYS', '-ZORVANTA AIRLINES'],
      ['ofac-36000002', 'removed'],
      ['ofac-36000009', 'added', '+MARRIN, Oleg', '+THE FENN'].filter((one) => one !== '+THE FENN'),
    ],
  );
  t.match(after.party('ofac-36000002')?.designations[0]?.periods, [
    {
      ...{ status: 'in-force', to: '2024-05-02', seenOn: '2024-05-02' },
      citations: [{ source: 'ofac-sdn-2024-05-02', locator: 'record 36000002' }],
    },
    { status: 'removed', from: '2024-05-03', citations: [{ source: 'ofac-sdn-2024-05-03' }, {}] },
  ]);
  t.equal(after.party('ofac-36000003')?.designations[0]?.periods[0]?.seenOn, '2024-05-02');
  t.match(
    after.source('ofac-sdn-2024-05-02'),
    { date: '2024-05-02' },
    'the version before stays a source',
  );
  before.close();
  after.close();
  await bringOn('2024-05-06');
  const third = openVersion(settings.data, versionOf(settings).version);
  t.match(
    third.party('ofac-36000002')?.designations[0]?.periods,
    [{ to: '2024-05-02' }, { from: '2024-05-03' }],
    'what has gone stays known by the day it went',
  );
  third.close();
});

t.test('FollowTheMoney deltas follow the version in use', async (t) => {
  const settings = installation(t);
  const base = { format: 'ftm-ndjson', feed: 'invented', accept: ['fewer'] as const };
  const delta = { ...base, from: [fixture('entities.delta.json')], delta: true };
  t.match(reasonOf(await bring(settings, delta)), /no version yet/);
  await bring(settings, { ...base, from: [fixture('entities.ftm.json')] });
  const empty = join(scratch(t), 'empty.delta.json');
  writeFileSync(empty, '');
  const outcome = await bring(settings, { ...delta, from: [...delta.from, empty] });
  t.match(outcome, { outcome: 'imported', manifest: { records: 2, lists: { invented: 2 } } });
  const catalogue = openCatalogue(join(settings.data, 'catalogue.db'));
  t.same(catalogue.members('invented').sort(), ['invented-fenn-drusk', 'invented-lantern-trading']);
  t.same(
    catalogue.party('invented-fenn-drusk')?.names.map(({ name }) => name),
    ['Fenn Drusk', 'The Fenn'],
  );
  catalogue.close();
});

t.test('a list of one’s own determines what its mapping says', async (t) => {
  const settings = installation(t);
  await bring(settings, {
    ...{ format: 'watchlist-csv', feed: 'own-suppliers', from: [fixture('watchlist.csv')] },
    mapping: readFileSync(fixture('watchlist.yaml'), 'utf8'),
  });
  const engine = openScreener(settings);
  const answer = engine.screen({ name: 'Lantern Trading', asOf: '2026-11-22' });
  t.match(answer.determinations, [
    { activity: 'procure', consequence: 'red-flag', list: 'own-suppliers' },
  ]);
  t.equal(engine.catalogue.lists.get('own-suppliers')?.name, 'Suppliers that we do not buy from');
  engine.close();
});

/** The fixtures of the CSL and the SDN list as a publisher's server has them. */
function publisher(origin: string): OfficialAddress[] {
  const common = { page: origin, byDefault: true, atLeast: 1 };
  const file = (name: string, optional?: true) => ({
    url: `${origin}/${name}`,
    ...(optional && { optional }),
  });
  return [
    { ...common, feed: 'csl', format: 'csl-csv', files: [file('consolidated.csv')] },
    {
      ...{ ...common, feed: 'ofac-sdn', format: 'ofac-sdn' },
      files: [
        ...['sdn.csv', 'alt.csv', 'add.csv'].map((name) => file(`ofac-sdn/${name}`)),
        file('ofac-sdn/missing_comments.csv', true),
      ],
    },
    { ...common, feed: 'un', format: 'un-xml', files: [file('un.xml')], byDefault: false },
  ];
}

t.test('refresh fetches what has changed, and one that fails holds no other up', async (t) => {
  const settings = installation(t, { download: { allowPrivate: true, sleep: async () => {} } });
  let fail = false;
  const server = await listServer(t, ({ url = '/', headers }, response) => {
    const path = fixture(url);
    if (fail && url.includes('consolidated')) response.end('<html><title>Sorry</title></html>');
    else if (!existsSync(path)) response.writeHead(404).end();
    else if (headers['if-none-match'] === '"1"' && !fail) response.writeHead(304).end();
    else {
      response.setHeader('etag', '"1"');
      response.setHeader('last-modified', 'Fri, 20 Nov 2026 10:00:00 GMT');
      response.end(readFileSync(path));
    }
  });
  const addresses = publisher(server.origin);
  const refresh = (...feeds: string[]) => refreshLists(feeds, { ...settings, addresses });
  const outcomes = async (...feeds: string[]) =>
    (await refresh(...feeds)).outcomes.map(({ feed, outcome }) => `${feed} ${outcome}`);
  t.same(await outcomes(), ['csl imported', 'ofac-sdn imported']);
  const version = versionOf(settings).version;
  t.match(readManifests(settings.data), [
    { feed: 'csl', date: '2026-11-20', dated: 'last-modified' },
    { feed: 'ofac-sdn', files: [{ url: `${server.origin}/ofac-sdn/sdn.csv` }, {}, {}] },
  ]);
  server.asked.length = 0;
  t.same(await outcomes(), ['csl unchanged', 'ofac-sdn unchanged']);
  t.ok(
    server.asked.every((one) => one.includes('"1"') || one.includes('missing')),
    'every request was conditional',
  );
  t.equal(versionOf(settings).version, version);
  t.same(await outcomes('un'), ['un imported']);
  fail = true;
  const { outcomes: mixed } = await refresh('csl', 'un');
  t.match(mixed, [
    { feed: 'csl', outcome: 'failed', error: { message: /HTML page \("Sorry"\)/ } },
    { feed: 'un', outcome: 'unchanged' },
  ]);
  await t.rejects(refresh('nonsense'), {
    code: 'not-found',
    message: /known are csl, ofac-sdn, un/,
  });
  const status = listsStatus(settings.data, new Date('2026-12-05T00:00:00Z'));
  t.match(status, [
    { feed: 'csl', stale: true, ageDays: 15, error: /HTML/ },
    { feed: 'ofac-sdn', stale: true, error: null },
    { feed: 'un', stale: true, ageDays: 281 },
  ]);
  t.match(listsStatus(settings.data, settings.now()), [
    { feed: 'csl', stale: false },
    { stale: false },
    { stale: false },
  ]);
});

t.test('only one import at a time', async (t) => {
  const settings = installation(t);
  await exclusively(settings.data, async () => {
    await t.rejects(bring(settings, CSL), { code: 'unavailable', message: /another import/ });
  });
  t.equal((await bring(settings, CSL)).outcome, 'imported', 'and the lock is gone with its holder');
});

t.test(
  'the catalogue is built anew from what is kept, and kept where that is broken',
  async (t) => {
    const settings = installation(t);
    await bring(settings, { ...CSL, feed: 'csl' });
    const before = versionOf(settings);
    rmSync(join(settings.data, 'catalogue.db'));
    t.equal(buildCatalogue(settings).outcome, 'built');
    t.same(versionOf(settings), before, 'the same content has the same version');
    const [manifest] = readManifests(settings.data);
    const records = join(
      settings.data,
      'lists',
      'csl',
      manifest?.sha256.slice(0, 16) ?? '',
      'records.db',
    );
    rmSync(records);
    appendFileSync(join(settings.data, 'lists', 'csl', 'manifest.json'), ' ');
    t.equal(buildCatalogue(settings).outcome, 'unchanged', 'a built one needs nothing');
    const seeds = join(scratch(t), 'seeds');
    for (const room of ['sources', 'lists', 'parties']) {
      mkdirSync(join(seeds, room), { recursive: true });
      for (const name of readdirSync(join(SEEDS, room))) {
        copyFileSync(join(SEEDS, room, name), join(seeds, room, name));
      }
    }
    appendFileSync(join(seeds, 'sources', 'test-act.yaml'), '\n# changed\n');
    t.match(buildCatalogue({ ...settings, seeds }), {
      outcome: 'kept',
      reason: /redflag lists rebuild/,
    });
    t.same(versionOf(settings), before);
  },
);

t.test('versions are kept, the oldest forgotten; a list can be taken out', async (t) => {
  let day = '2026-11-01';
  const settings = installation(t, {
    ...{ keep: 3, now: () => new Date(`${day}T09:00:00Z`) },
  });
  for (let turn = 0; turn < 5; turn++) {
    day = dayAfter(day);
    await bring(settings, { ...CSL, feed: 'csl', date: day });
  }
  const kept = keptVersions(settings.data);
  t.equal(kept.length, 3);
  t.equal(kept[0]?.version, versionOf(settings).version);
  const byDay = openVersion(settings.data, '2026-11-05');
  t.equal(byDay.version.builtAt, '2026-11-05T09:00:00.000Z');
  byDay.close();
  t.throws(() => openVersion(settings.data, '2020-01-01'), { code: 'not-found' });
  t.throws(() => openVersion(settings.data, ''), { code: 'not-found' });
  await forgetList('csl', settings);
  t.same(listsStatus(settings.data, settings.now()), []);
  const catalogue = openCatalogue(join(settings.data, 'catalogue.db'));
  t.equal(catalogue.party('ofac-9000001'), undefined);
  catalogue.close();
  await t.rejects(forgetList('csl', settings), { code: 'not-found' });
});

t.test('versions that a record refers to are kept where that is wanted', async (t) => {
  let day = '2026-11-01';
  const settings = installation(t, {
    ...{ keep: 2, keepRecorded: true, now: () => new Date(`${day}T09:00:00Z`) },
  });
  const bringOn = async () => {
    day = dayAfter(day);
    await bring(settings, { ...CSL, feed: 'csl', date: day });
    return versionOf(settings).version;
  };
  const referred = await bringOn();
  const unreferred = await bringOn();
  const engine = openScreener(settings);
  engine.close();
  const records = openRecords({ data: settings.data, mode: 'full' });
  const recorder = new Recorder({ records, affiliatesRule: 'by-terms', now: settings.now });
  const old = openScreener(settings);
  const asking = { caller: 'test', through: 'single' } as const;
  await recorder.answer(old, old.parse({ name: 'Zorvanta' }), asking).durable;
  old.close();
  await records.close();
  const asked = unreferred;
  for (let turn = 0; turn < 4; turn++) await bringOn();
  const kept = keptVersions(settings.data).map(({ version }) => version);
  t.equal(kept.length, 3, 'the last two, and one more');
  t.ok(kept.includes(asked), 'that which answered');
  t.notOk(kept.includes(referred), 'and none that nobody asked');
  await importLists([{ ...CSL, feed: 'csl', date: '2026-11-20' }], {
    ...settings,
    ...{ keepRecorded: false, now: () => new Date('2026-11-22T09:00:00Z') },
  });
  t.equal(keptVersions(settings.data).length, 2, 'unless it is not wanted');
});

t.test('progress says how fast and how long yet', async (t) => {
  const step = { feed: 'csl', phase: 'reading' as const, done: 8000, share: 0.5, seconds: 2 };
  t.equal(stepText(step), 'csl: reading, 8,000 records, 4,000/s, 50 %, 2 s left');
  t.equal(
    stepText({ ...step, phase: 'fetching', done: 2048, share: null }),
    'csl: fetching, 2 kB, 1 kB/s',
  );
});

t.test('a thread of its own does the same, and its faults come back as they are', async (t) => {
  const settings = installation(t);
  const request = { ...CSL, feed: 'csl' };
  const { outcomes } = await importApart({ task: 'import', request }, settings);
  t.match(outcomes, [{ feed: 'csl', outcome: 'imported', manifest: { records: 8 } }]);
  const again = await importApart({ task: 'import', request: { ...request, date: 'x' } }, settings);
  const [failed] = again.outcomes;
  t.ok(failed?.outcome === 'failed' && failed.error instanceof RedflagError);
  t.match(failed, { error: { code: 'invalid-list', message: /is no day/ } });
  await t.rejects(importApart({ task: 'refresh', feeds: ['x'] }, settings), { code: 'not-found' });
});
