import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/http/app.ts';
import { changeSource, importLists, listsStatus } from '../../src/lists/index.ts';
import { openScreener } from '../../src/screening/index.ts';
import { keptVersions } from '../../src/store/index.ts';

const SEEDS = 'test/fixtures/seeds-small';
const now = () => new Date('2026-11-22T09:00:00Z');

t.test('what changed since a version, by pages, and since one that is not kept', async (t) => {
  const data = join(t.testdir({}), 'data');
  const settings = { data, seeds: SEEDS, now };
  openScreener(settings).close();
  const [first] = keptVersions(data);
  const later = { ...settings, now: () => new Date('2026-11-23T09:00:00Z') };
  await importLists(
    [{ format: 'un-xml', feed: 'un', from: ['test/fixtures/official/un.xml'] }],
    later,
  );
  const engine = openScreener(later);
  const app = await buildApp({ engine: () => engine, changes: changeSource(data), now });
  t.teardown(async () => {
    await app.close();
    engine.close();
  });
  const get = async (query: string) => {
    const answer = await app.inject(`/changes?${query}`);
    return { status: answer.statusCode, body: answer.json() };
  };
  const whole = await get(`since=${first?.version}`);
  t.equal(whole.status, 200);
  t.match(whole.body, {
    before: { version: first?.version },
    after: { version: engine.catalogue.version.version },
    changes: [
      {
        party: { id: 'un-ive-001' },
        change: 'added',
        designations: { added: [{ list: 'un-sc' }] },
      },
      { party: { id: 'un-ivi-001', name: 'FENN DRUSK' }, change: 'added' },
    ],
    next: null,
  });
  const page = await get(`since=2026-11-22&limit=1`);
  t.equal(page.body.changes.length, 1);
  const rest = await get(`since=2026-11-22&limit=1&cursor=${page.body.next}`);
  t.same([...page.body.changes, ...rest.body.changes], whole.body.changes);
  t.equal(rest.body.next, null);
  t.match(await get('since=ffffffff'), { status: 404, body: { code: 'not-found' } });
  t.match(await get('since=x'), { status: 400 });
  t.match(await get('limit=1'), { status: 400 });
});

t.test('an administrator sees the list files and refreshes them', async (t) => {
  const data = join(t.testdir({}), 'data');
  const settings = { data, seeds: SEEDS, now };
  await importLists(
    [
      { format: 'un-xml', feed: 'un', from: ['test/fixtures/official/un.xml'] },
      { format: 'un-xml', feed: 'broken', from: ['test/fixtures/official/sema.xml'] },
    ],
    settings,
  );
  const engine = openScreener(settings);
  const asked: string[][] = [];
  const app = await buildApp({
    engine: () => engine,
    now,
    lists: {
      status: () => listsStatus(data, now()),
      refresh: async (feeds) => {
        asked.push([...feeds]);
        const [un] = listsStatus(data, now()).flatMap(({ version }) => version ?? []);
        return {
          outcomes: un ? [{ feed: 'un', outcome: 'unchanged', manifest: un }] : [],
          undecided: [],
        };
      },
    },
  });
  t.teardown(async () => {
    await app.close();
    engine.close();
  });
  const files = await app.inject('/administration/lists');
  t.match(files.json(), {
    files: [
      { feed: 'broken', version: null, error: /begins with <data-set>/, stale: true },
      { feed: 'un', version: { records: 2, date: '2026-02-27' }, error: null, stale: false },
    ],
    next: null,
  });
  const url = '/administration/lists/refresh';
  const refreshed = await app.inject({ method: 'POST', url, payload: { feeds: ['un'] } });
  t.match(refreshed.json(), { files: [{ feed: 'un', outcome: 'unchanged', error: null }] });
  t.same(asked, [['un']]);
  const wrong = await app.inject({ method: 'POST', url, payload: { feeds: [''] } });
  t.equal(wrong.statusCode, 400);
});
