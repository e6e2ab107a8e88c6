import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { localCaller } from '../../src/cli/recording.ts';
import { RECORDS_FILE, RecordReader, verifyChain } from '../../src/store/records/index.ts';
import { screen, startProgram } from '../support/program.ts';
import { runner, SMALL_SEEDS } from './session.ts';

/** A data folder, and command lines over it in a mode of recording. */
function place(t: Test, mode?: string) {
  const data = t.testdir({
    'vendors.csv': 'reference,name\nV-1,Zorvanta\nV-2,Quiet Bakery\nV-3,\nV-4,Drusk\n',
    'parts.csv': 'manufacturer,mpn\nZorvanta,1\nZorvanta,2\nQuiet Bakery,3\n',
  });
  const environment = {
    ...{ REDFLAG_DATA: data, REDFLAG_SEEDS: SMALL_SEEDS },
    ...(mode !== undefined && { REDFLAG_RECORDS: mode }),
  };
  const redflag = (...argv: string[]) => runner(data)(argv, { environment });
  return { data, environment, redflag, file: join(data, RECORDS_FILE) };
}

t.test('what the command line answers is recorded', async (t) => {
  const { data, redflag, file } = place(t);
  const single = await redflag('screen', 'Zorvanta', 'Nobody', '--json', '--as-of', '2021-05-01');
  const batch = await redflag('batch', join(data, 'vendors.csv'), '--format', 'ndjson');
  const bom = await redflag('bom', join(data, 'parts.csv'), '--json');
  const reader = new RecordReader(file);
  t.teardown(() => reader.close());

  const answers: { id: string }[] = JSON.parse(single.out);
  for (const answer of answers) {
    const stored = reader.screening(answer.id);
    t.match(stored?.head, { through: 'single', caller: localCaller(), asOf: '2021-05-01' });
    const { answer: own = '{}', statement = '{}' } = stored ?? {};
    t.same({ ...JSON.parse(own), ...JSON.parse(statement) }, answer);
  }
  const of = (through: string) =>
    reader.page({}, 1e9, 100).filter(({ head }) => head.through === through);
  t.equal(of('single').length, 2);
  t.same(
    of('batch').map(({ head }) => head.reference),
    ['V-4', 'V-2', 'V-1'],
    'the row without a name was not screened',
  );
  for (const { head } of of('batch')) t.match(batch.out, head.id);
  t.equal(of('bom').length, 2, 'of a bill of materials each distinct question');
  const [named] = reader.page({ party: 'zorvanta' }, 1e9, 1);
  t.match(bom.out, named?.head.id ?? 'none', 'the report names the record');
  t.match(localCaller(), /^cli:./);
  t.match(verifyChain(reader.database), { records: 7, breaks: [] });
});

t.test('as much as REDFLAG_RECORDS says', async (t) => {
  const hashed = place(t, 'hashed');
  await hashed.redflag('screen', 'Zorvanta Optik');
  const reader = new RecordReader(hashed.file);
  const [summary] = reader.page({}, 1e9, 1);
  const stored = reader.screening(summary?.head.id ?? '');
  t.match(JSON.parse(stored?.query ?? ''), { hash: /^[0-9a-f]{64}$/ });
  t.notMatch(stored?.answer, /Optik/i);
  reader.close();

  const none = place(t, 'none');
  t.equal((await none.redflag('screen', 'Zorvanta')).status, 1);
  t.notOk(existsSync(none.file));
});

t.test('what cannot be recorded is not answered', async (t) => {
  const { data, redflag, file } = place(t);
  writeFileSync(file, 'x'.repeat(9999));
  for (const argv of [
    ['screen', 'Zorvanta'],
    ['batch', join(data, 'vendors.csv')],
    ['bom', join(data, 'parts.csv')],
  ]) {
    const { status, out, err } = await redflag(...argv);
    t.match({ status, out }, { status: 2, out: '' }, argv.join(' '));
    t.match(err, /records\.db cannot be used: .*damaged/);
  }
  t.equal(readFileSync(file, 'utf8'), 'x'.repeat(9999), 'the file is left as it is');
});

t.test('a query that is refused leaves no record, and none of those beside it', async (t) => {
  const { redflag, file } = place(t);
  t.equal((await redflag('screen', 'Zorvanta', 'x'.repeat(600))).status, 2);
  t.equal((await redflag('screen', 'Zorvanta', '--list', 'nope')).status, 2);
  const reader = new RecordReader(file);
  t.same(reader.page({}, 1e9, 10), []);
  reader.close();
});

t.test('a service and two commands write one chain at the same time', async (t) => {
  const { data, environment, redflag, file } = place(t);
  const rows = Array.from(
    { length: 3000 },
    (_, at) => `R-${at},${at % 9 ? 'Bakery' : 'Drusk'} ${at}`,
  );
  writeFileSync(join(data, 'many.csv'), `reference,name\n${rows.join('\n')}\n`);
  const program = await startProgram(environment);
  t.teardown(() => program.process.kill('SIGKILL'));
  const answered: string[] = [];
  const statuses = new Set<number>();
  let going = true;
  const clients = Array.from({ length: 5 }, async () => {
    while (going) {
      const { status, id } = await screen(program.address, 'Zorvanta');
      statuses.add(status);
      answered.push(id);
    }
  });
  const batch = () => command(environment, 'batch', join(data, 'many.csv'), '--format', 'ndjson');
  const batches = await Promise.all([batch(), batch()]);
  going = false;
  await Promise.all(clients);
  t.equal(await program.end('SIGTERM'), 0);
  t.same([...statuses], [200]);
  const ids = batches.flatMap((text) =>
    [...text.matchAll(/"id":"(scr_[0-9a-f]+)"/g)].map(([, id]) => id ?? ''),
  );
  t.equal(ids.length, 6000);
  const reader = new RecordReader(file);
  const missing = [...ids, ...answered].filter((id) => reader.screening(id) === undefined);
  t.same(missing, [], 'nothing that was answered is missing');
  reader.close();
  t.match(await redflag('records', 'verify'), {
    status: 0,
    out: `${(6000 + answered.length).toLocaleString('en')} records, 0 breaks`,
  });
});

/** A command in a process of its own: what it printed. */
async function command(environment: Record<string, string>, ...argv: string[]): Promise<string> {
  const child = spawn(process.execPath, ['bin/redflag.js', ...argv], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  await ended;
  return text;
}
