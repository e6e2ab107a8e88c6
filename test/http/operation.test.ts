import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import t, { type Test } from 'tap';
import { settings } from '../../src/cli/configuration.ts';
import { buildApp, Metrics } from '../../src/http/index.ts';
import * as limits from '../../src/http/limits.ts';
import { openScreener, Recorder } from '../../src/screening/index.ts';
import { openRecords, verifyChain } from '../../src/store/records/index.ts';
import { conformance } from './conformance.ts';

const conforms = await conformance();
const NOW = new Date('2026-11-22T09:00:00.000Z');

async function open(t: Test, shedDelay = 0) {
  const data = t.testdir({});
  const now = () => NOW;
  const engine = openScreener({ data, seeds: 'test/fixtures/seeds-small', now });
  const metrics = new Metrics();
  const records = openRecords({
    data,
    mode: 'full',
    patience: 500,
    onCommit: (commit) => metrics.committed(commit),
  });
  const recorder = new Recorder({
    ...{ records, affiliatesRule: 'by-terms', now },
    onAnswer: (answer) => metrics.answered(answer),
  });
  const feeds = () => [
    { feed: 'un', date: '2026-11-01', checkedDaysAgo: 20, stale: true, error: 'no answer' },
  ];
  const app = await buildApp({ engine: () => engine, recorder, metrics, feeds, shedDelay, now });
  t.teardown(async () => {
    await app.close();
    await records.close();
    engine.close();
  });
  return { app, records, data, ask: (url: string) => conforms.inject(app, url) };
}

t.test('what an operator sees', async (t) => {
  const { ask } = await open(t);
  await ask('/screen?name=Zorvanta');
  await ask('/screen?name=Nobody');
  await ask('/screen?nome=x');

  await t.test('measurements', async (t) => {
    const { body, headers } = await ask('/metrics');
    t.match(headers['content-type'], /^text\/plain/);
    for (const line of [
      /^redflag_request_duration_seconds_count\{method="GET",route="\/screen",status="200"\} 2$/m,
      /^redflag_request_duration_seconds_count\{method="GET",route="\/screen",status="400"\} 1$/m,
      /^redflag_screenings_total\{outcome="match"\} 1$/m,
      /^redflag_screenings_total\{outcome="no-match"\} 1$/m,
      /^redflag_record_commit_seconds_count 2$/m,
      /^redflag_catalogue_info\{version="[0-9a-f]{12}",sha256="[0-9a-f]{64}"\} 1$/m,
      /^redflag_catalogue_age_seconds 0$/m,
      /^redflag_list_checked_days\{feed="un"\} 20$/m,
      /^redflag_records_waiting 0$/m,
      /^redflag_records_failing 0$/m,
      /^process_resident_memory_bytes \d/m,
    ]) {
      t.match(body, line);
    }
    t.notMatch(body, /Zorvanta|nome/, 'no name becomes a label');
  });

  await t.test('readiness says which lists are stale', async (t) => {
    t.match((await ask('/health/ready')).json(), {
      ...{ status: 'ready', stale: true, records: { mode: 'full', waiting: 0 } },
      feeds: [{ feed: 'un', stale: true, error: 'no answer' }],
    });
  });
});

t.test(
  'while screenings cannot be recorded they are not answered, then it goes on by itself',
  async (t) => {
    const { app, ask, records } = await open(t);
    await ask('/screen?name=before');
    // Another process that holds the file longer than anyone waits for it.
    const blocker = new Database(records.path, { timeout: 0 });
    blocker.exec('begin immediate');
    const refused = await ask('/screen?name=during');
    t.equal(refused.statusCode, 503);
    t.match(refused.json(), { code: 'records-unavailable', detail: /another process/ });
    t.ok(refused.headers['retry-after']);
    const batch = await conforms.inject(app, {
      ...{ method: 'POST', url: '/screen/batch', headers: { 'content-type': 'application/json' } },
      payload: '[{"name":"during"},{"nome":1}]',
    });
    t.equal(batch.statusCode, 200);
    t.match(batch.json(), [
      { code: 'records-unavailable', index: 0 },
      { code: 'invalid-request', index: 1 },
    ]);
    const ready = await ask('/health/ready');
    t.equal(ready.statusCode, 503);
    t.equal(ready.json().code, 'records-unavailable');
    t.match((await ask('/metrics')).body, /^redflag_records_failing 1$/m);
    t.equal((await ask('/health/live')).statusCode, 200);

    blocker.exec('rollback');
    blocker.close();
    for (let tries = 0; tries < 100 && (await ask('/health/ready')).statusCode !== 200; tries++)
      await wait(100);
    t.equal((await ask('/health/ready')).statusCode, 200, 'without a screening in between');
    t.equal((await ask('/screen?name=after')).statusCode, 200);
    t.match(verifyChain(records.reader.database), { records: 2, breaks: [] });
  },
);

t.test('late requests are refused while the service is behind, probes are not', async (t) => {
  const { app, ask } = await open(t, 50);
  await app.ready();
  t.equal((await ask('/screen?name=x')).statusCode, 200);
  const end = performance.now() + 4500;
  const statuses: number[] = [];
  while (performance.now() < end) {
    const busy = performance.now() + 200;
    while (performance.now() < busy);
    await wait(1);
    statuses.push((await ask('/screen?name=x')).statusCode);
  }
  t.same(
    [...new Set(statuses)],
    [200, 503],
    'first those who ask are answered, in case it is over soon',
  );
  const refused = await ask('/screen?name=x');
  t.equal(refused.statusCode, 503);
  t.equal(refused.json().code, 'overloaded');
  t.ok(refused.headers['retry-after']);
  t.equal((await ask('/health/live')).statusCode, 200);
  t.equal((await ask('/metrics')).statusCode, 200);
  await wait(2500);
  t.equal((await ask('/screen?name=x')).statusCode, 200, 'and then no more');
});

t.test('so are those that come in waves, each of which takes seconds', async (t) => {
  const { app, ask } = await open(t, 50);
  await app.ready();
  const statuses: number[] = [];
  for (let wave = 0; wave < 4; wave++) {
    const busy = performance.now() + 2500;
    while (performance.now() < busy);
    await wait(5);
    statuses.push((await ask('/screen?name=x')).statusCode);
  }
  t.equal(statuses[0], 200, 'the first one may be a pause of the machine');
  t.equal(statuses.at(-1), 503, `${statuses}`);
});

t.test('docs/operations.md has every setting and every measurement', async (t) => {
  const page = readFileSync('docs/operations.md', 'utf8');
  for (const { name, default: value, meaning } of settings) {
    t.ok(page.includes(`| \`${name}\` | \`${value}\` | ${meaning} |`), name);
  }
  const { ask } = await open(t);
  const { body } = await ask('/metrics');
  for (const [, name] of body.matchAll(/^# TYPE (redflag_\w+)/gm)) {
    t.ok(page.includes(`\`${name}`), `${name}`);
  }
});

t.test('docs/operations.md has the limits as they are', async (t) => {
  const rows = readFileSync('docs/operations.md', 'utf8').matchAll(
    /^\| `([A-Z_]+)` \| (\d+)( KiB| MiB| s|) \|/gm,
  );
  const units: Readonly<Record<string, number>> = { ' KiB': 2 ** 10, ' MiB': 2 ** 20, ' s': 1000 };
  const told = [...rows].map(([, name = '', count, unit = '']) => {
    t.equal(Reflect.get(limits, name), Number(count) * (units[unit] ?? 1), name);
    return name;
  });
  // Those that nobody can run into are left out.
  t.ok(told.length >= 10, `${told}`);
});
