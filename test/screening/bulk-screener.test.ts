import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { RedflagError } from '../../src/domain/error.ts';
import { BulkScreener, openScreener, type Screening } from '../../src/screening/index.ts';

const now = () => new Date('2026-11-22T09:00:00.000Z');
const SEEDS = 'test/fixtures/seeds-small';
const affiliatesRule = 'by-terms';

function engineOf(t: Test, data = t.testdir({})) {
  const engine = openScreener({ data, seeds: SEEDS, now });
  t.teardown(() => engine.close());
  return engine;
}

/** A bulk screener whose threads have been started; `threads: 0` starts none. */
async function bulkOf(t: Test, engine: ReturnType<typeof engineOf>, threads: number) {
  const bulk = new BulkScreener(engine, { affiliatesRule, now, threads, startAfter: 0 });
  t.teardown(() => bulk.stop());
  await bulk.screen([engine.parse({ name: 'anything' })]);
  await bulk.ready();
  return bulk;
}

const shownOf = (answer: Screening | RedflagError) => {
  if (answer instanceof RedflagError) {
    const { code, message, complaints } = answer;
    return { code, message, complaints };
  }
  const { id: _, ...shown } = answer;
  return shown;
};

t.test('threads answer as one alone does, in the order of the queries', async (t) => {
  const engine = engineOf(t);
  const queries = [
    { name: 'Zorvanta' },
    { name: 'Zorvnata Optik', country: 'CN', reference: 'V-2' },
    { name: 'Quiet Bakery' },
    { name: 'Zorvanta', lists: ['no-such-list'] },
    { name: 'Drusk', asOf: '2019-01-01', limit: 1 },
    ...[...engine.catalogue.lists.keys()].map((list) => ({ name: 'Zorvanta', lists: [list] })),
  ].map((query) => engine.parse(query));
  const alone = await bulkOf(t, engine, 0);
  const together = await bulkOf(t, engine, 2);
  t.equal(alone.ahead, 0, 'alone nothing is under way');
  t.ok(together.ahead >= 2, 'threads take orders ahead');
  const expected = (await alone.screen(queries)).map(shownOf);
  t.match(expected[3], { code: 'invalid-request' }, 'a query that names no list is an error');
  const orders = Array.from({ length: 6 }, () => together.screen(queries));
  for (const answers of await Promise.all(orders)) t.same(answers.map(shownOf), expected);
  const [first] = await together.screen(queries);
  t.ok(first && 'coverage' in first && first.coverage === engine.screener.coverage, 'shared');
});

t.test('a catalogue that was replaced is answered by the engine that has it open', async (t) => {
  const data = t.testdir({});
  const engine = engineOf(t, data);
  const other = mkdtempSync(join(tmpdir(), 'redflag-bulk-'));
  t.teardown(() => rmSync(other, { recursive: true }));
  const seeds = join(other, 'seeds');
  cpSync(SEEDS, seeds, { recursive: true });
  const drusk = join(seeds, 'parties/drusk.yaml');
  writeFileSync(
    drusk,
    readFileSync(drusk, 'utf8').replace('Drusk Fennimore Trading', 'Drusk Trading'),
  );
  openScreener({ data: other, seeds, now }).close();
  const path = join(data, 'catalogue.db');
  copyFileSync(join(other, 'catalogue.db'), `${path}.next`);
  renameSync(`${path}.next`, path);
  const bulk = await bulkOf(t, engine, 2);
  t.equal(bulk.ahead, 0, 'no thread answers from another catalogue');
  const [answer] = await bulk.screen([engine.parse({ name: 'Zorvanta' })]);
  t.match(answer, { coverage: { catalogue: { sha256: engine.catalogue.version.sha256 } } });
});

t.test('what threads were asked when they are stopped is not left waiting', async (t) => {
  const engine = engineOf(t);
  const bulk = await bulkOf(t, engine, 1);
  const queries = Array.from({ length: 500 }, () => engine.parse({ name: 'Zorvanta Optik' }));
  const asked = bulk.screen(queries);
  await Promise.all([t.rejects(asked, { code: 'internal' }), bulk.stop()]);
});
