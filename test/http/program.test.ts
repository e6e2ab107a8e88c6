import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { run } from '../../src/cli/program.ts';
import { openScreener } from '../../src/screening/index.ts';
import { RecordReader, verifyChain } from '../../src/store/records/index.ts';
import { MemoryOutput } from '../cli/session.ts';
import { screen, startProgram } from '../support/program.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');

/** A data folder with its own copy of the invented seeds. */
function places(t: Test) {
  const data = t.testdir({});
  const seeds = join(data, 'seeds');
  cpSync('test/fixtures/seeds-small', seeds, { recursive: true });
  return { data, seeds, environment: { REDFLAG_DATA: data, REDFLAG_SEEDS: seeds } };
}

t.test('killed at any moment, no answered screening is lost', async (t) => {
  const { data, environment } = places(t);
  const answered: string[] = [];
  for (const wanted of [1, 40]) {
    const before = answered.length;
    const program = await startProgram({ ...environment, REDFLAG_SHED_DELAY: '0' });
    const clients = Array.from({ length: 10 }, async () => {
      for (;;) {
        try {
          const { status, id } = await screen(program.address, 'Zorvanta');
          if (status === 200) answered.push(id);
        } catch {
          return;
        }
      }
    });
    while (answered.length < before + wanted) await wait(1);
    t.equal(await program.end('SIGKILL'), 'SIGKILL');
    await Promise.all(clients);
  }
  t.ok(answered.length > 0, `${answered.length} answered`);
  const reader = new RecordReader(join(data, 'records.db'));
  t.same(
    answered.filter((id) => !reader.screening(id)),
    [],
  );
  t.match(verifyChain(reader.database), { breaks: [] });
  reader.close();
});

t.test('the program', async (t) => {
  const { data, seeds, environment } = places(t);
  // Nothing is shed: how late it is here is a matter of the machine.
  const more = { REDFLAG_RELOAD: '1', REDFLAG_SHED_DELAY: '0' };
  const program = await startProgram({ ...environment, ...more });
  t.teardown(() => program.process.kill('SIGKILL'));
  const version = async () => {
    const ready = (await (await fetch(`${program.address}/health/ready`)).json()) as {
      catalogue: { version: string };
    };
    return ready.catalogue.version;
  };
  // However long it takes: the limit is that of the whole file, since a machine may be busy.
  const until = async (condition: () => boolean | Promise<boolean>) => {
    while (!(await condition())) await wait(100);
  };
  const becomes = async (before: string) => {
    await until(async () => (await version()) !== before);
    return version();
  };
  const change = (from: string, to: string) => {
    const path = join(seeds, 'parties/zorvanta.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  };

  await t.test('takes a new catalogue without failing a request', async (t) => {
    const first = await version();
    const statuses = new Set<number>();
    let going = true;
    const clients = Array.from({ length: 5 }, async () => {
      while (going) {
        statuses.add((await screen(program.address, 'Zorvanta')).status);
        // The thread that reads the new catalogue needs its share of the machine.
        await wait(20);
      }
    });
    change('Zorvanta', 'Zorvanto');
    program.process.kill('SIGHUP');
    const second = await becomes(first);
    t.not(second, first, 'on SIGHUP');
    change('Zorvanto', 'Zorvantu');
    // Another process builds it, as an import does.
    openScreener({ data, seeds }).close();
    t.not(await becomes(second), second, 'when its file is replaced');
    going = false;
    await Promise.all(clients);
    t.same([...statuses], [200]);
  });

  await t.test('keeps the one it has where the seeds are wrong', async (t) => {
    const before = await version();
    change('kind: company', 'kind: nonsense');
    program.process.kill('SIGHUP');
    const kept = /last good catalogue/;
    await until(() => kept.test(program.errors()));
    t.match(program.errors(), kept);
    t.equal(await version(), before);
    t.equal((await screen(program.address, 'Zorvantu')).status, 200);
  });

  await t.test('can be backed up, verified and given keys while it runs', async (t) => {
    const redflag = async (...argv: string[]) => {
      const [out, err] = [new MemoryOutput(), new MemoryOutput()];
      const input = new Blob([]).stream();
      const status = await run(argv, { out, err, input, environment, now: () => NOW });
      return { status, out: out.text, err: err.text };
    };
    const { id } = await screen(program.address, 'Zorvantu');
    const verified = await redflag('records', 'verify');
    t.equal(verified.status, 0);
    const end = /end (\d+:[0-9a-f]{64})/.exec(verified.out)?.[1] ?? '';
    const file = join(data, 'copy.db');
    t.equal((await redflag('records', 'backup', file)).status, 0);
    const copy = await redflag('records', 'verify', '--file', file, '--expect', end);
    t.equal(copy.status, 0, copy.out);
    t.match((await redflag('records', 'export')).out, id);
    const made = await redflag('keys', 'create', 'first');
    t.match(made.out, /^rf_[0-9a-f]{8}_[\w-]{43}\n$/);
    const listed = await redflag('keys', 'list');
    t.match(listed.out, /screen,read .*valid {2}first/);
    t.notMatch(listed.out, made.out.trim());
    t.equal((await redflag('keys', 'revoke', made.out.slice(3, 11))).status, 0);
    t.match((await redflag('keys', 'list', '--json')).out, /"revokedAt": "2026/);
    t.equal((await redflag('keys', 'revoke', 'nope')).status, 2);
    t.equal((await redflag('keys', 'create', 'x', '--scope', 'everything')).status, 2);
    t.match(await redflag('records', 'verify', '--expect', `999999:${'0'.repeat(64)}`), {
      status: 1,
      out: /record 999999 was expected/,
    });
  });

  await t.test('answers what it has begun when it is told to stop', async (t) => {
    const asked = Array.from({ length: 20 }, () => screen(program.address, 'Zorvantu'));
    // The others have been sent as well, and are answered or were never taken.
    await Promise.any(asked);
    t.equal(await program.end('SIGTERM'), 0);
    const ended = await Promise.allSettled(asked);
    const ids = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    t.ok(ids.length > 0);
    const reader = new RecordReader(join(data, 'records.db'));
    t.ok(ids.every(({ status, id }) => status === 200 && reader.screening(id)));
    reader.close();
  });
});

t.test('told to stop while it starts, it ends of its own accord', async (t) => {
  const { data, environment } = places(t);
  const before = readdirSync(data).length;
  const child = spawn(process.execPath, ['bin/redflag.js', 'serve'], {
    ...{ env: { ...process.env, PORT: '0', ...environment }, stdio: 'ignore' },
  });
  const ended = once(child, 'exit');
  // It has begun to build: the first process of a container is not ended by a signal that nobody listens for.
  while (readdirSync(data).length === before) await wait(1);
  child.kill('SIGTERM');
  t.same(await ended, [0, null]);
});

t.test('where it cannot record it does not start, and says why', async (t) => {
  const table: [string, (data: string) => void, RegExp][] = [
    [
      'damaged records',
      (data) => writeFileSync(join(data, 'records.db'), 'x'.repeat(9999)),
      /records\.db cannot be used: .*damaged.*restore a back-up/,
    ],
    [
      'a folder in place of the file',
      (data) => mkdirSync(join(data, 'records.db')),
      /records\.db.*REDFLAG_RECORDS=none/,
    ],
  ];
  for (const [what, spoil, message] of table) {
    const { data, environment } = places(t);
    spoil(data);
    await t.rejects(startProgram(environment), { message }, what);
    const program = await startProgram({ ...environment, REDFLAG_RECORDS: 'none' });
    t.equal((await screen(program.address, 'Zorvanta')).status, 200, 'without records it does');
    await program.end('SIGTERM');
    rmSync(data, { recursive: true });
  }
});
