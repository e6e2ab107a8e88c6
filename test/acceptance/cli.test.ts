import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import t, { type Test } from 'tap';
import { copySeeds, replaceIn } from '../cli/seeds.ts';
import { runner } from '../cli/session.ts';

// Every start of the program counts, and the machine may be busy.
t.setTimeout(180_000);

const BIN = resolve('bin/redflag.js');
const SMALL_SEEDS = resolve('test/fixtures/seeds-small');

interface Ran {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly data: string;
  readonly seeds?: string;
  readonly environment?: Record<string, string>;
  readonly cwd?: string;
  readonly input?: string;
}

/** The built program, as a user runs it. */
function start(argv: readonly string[], around: Surroundings): ChildProcess {
  const { data, seeds = SMALL_SEEDS, environment = {}, cwd = process.cwd() } = around;
  // tap watches processes through NODE_OPTIONS; a user's shell has none.
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  return spawn(process.execPath, [BIN, ...argv], {
    cwd,
    env: {
      ...inherited,
      REDFLAG_DATA: data,
      REDFLAG_SEEDS: seeds,
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
}

async function redflag(argv: readonly string[], around: Surroundings): Promise<Ran> {
  const child = start(argv, around);
  child.stdin?.end(around.input ?? '');
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')];
  const [status, signal] = await once(child, 'close');
  return { status, signal, out: out.text, err: err.text };
}

function gather(child: ChildProcess, name: 'stdout' | 'stderr'): { text: string } {
  const gathered = { text: '' };
  child[name]?.setEncoding('utf8').on('data', (text: string) => {
    gathered.text += text;
  });
  return gathered;
}

/** Waits until text has been written that matches. */
async function said(from: { text: string }, pattern: RegExp): Promise<RegExpExecArray> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const match = pattern.exec(from.text);
    if (match) return match;
    if (Date.now() > deadline) throw new Error(`${pattern} was not said in: ${from.text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const zorvanta = 'parties/zorvanta.yaml';

t.test('broken seeds keep the last good catalogue, and say so', async (t) => {
  const { data, seeds } = copySeeds(t);
  t.match(await redflag(['screen', 'Zorvanta'], { data, seeds }), { status: 1, err: '' });
  replaceIn(join(seeds, zorvanta), 'from: 2020-01-15', 'from: 2020-01-10');
  const kept = await redflag(['screen', 'Zorvanta'], { data, seeds });
  t.equal(kept.status, 1);
  t.match(kept.out, /^MATCH/m);
  t.match(kept.err, /the last good catalogue is used .*zorvanta\.yaml:35: .*overlaps/);
});

t.test('broken seeds without a good catalogue: no answer, and why', async (t) => {
  const { data, seeds } = copySeeds(t);
  replaceIn(join(seeds, zorvanta), 'from: 2020-01-15', 'from: 2020-01-10');
  const checked = await redflag(['seeds', 'check'], { data, seeds });
  t.match(checked, {
    status: 1,
    out: /zorvanta\.yaml:35: designations\.0\.periods\.1\.from: overlaps/,
  });
  const commands = [['screen', 'Zorvanta'], ['serve']];
  for (const ran of await Promise.all(commands.map((argv) => redflag(argv, { data, seeds })))) {
    t.equal(ran.status, 2);
    t.equal(ran.out, '');
    t.match(ran.err, /^redflag: .*zorvanta\.yaml:35: .*overlaps .*mend the files.*\n$/);
    t.notMatch(ran.err, /\n\s+at /);
  }
});

t.test('a data folder that cannot be written: no answer, and the folder is named', async (t) => {
  const data = join(t.testdir({ file: '' }), 'file');
  const ran = await redflag(['screen', 'Zorvanta'], { data, seeds: SMALL_SEEDS });
  t.match(ran, { status: 2, out: '', err: /^redflag: the data folder .*file cannot be used: ENO/ });
});

t.test('a closed pipe ends nothing with an error', async (t) => {
  const data = t.testdir();
  for (const argv of [
    ['screen', 'Zorvanta'],
    ['party', 'zorvanta'],
  ]) {
    const child = start(argv, { data });
    child.stdout?.destroy();
    const err = gather(child, 'stderr');
    const [status] = await once(child, 'close');
    t.equal(status, argv[0] === 'screen' ? 1 : 0, 'what was found still decides');
    t.equal(err.text, '');
  }
});

t.test('standard input to standard output, piped', async (t) => {
  const input = 'name\nZorvanta Optics\nBakery\n';
  const ran = await redflag(['batch', '-'], { data: t.testdir(), input });
  t.equal(ran.status, 1);
  t.match(ran.out, /^name,outcome,.*\nZorvanta Optics,match,zorvanta,.*\nBakery,no-match,/);
});

t.test('the service: starts, answers, takes new seeds, keeps to good ones, stops', async (t) => {
  const { data, seeds } = copySeeds(t);
  const child = start(['serve'], { data, seeds, environment: { PORT: '0' } });
  t.teardown(() => child.kill('SIGKILL'));
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')];
  const ended = once(child, 'exit');
  const [, address, process] = await said(out, /listens on (http:\/\/\S+) \(process (\d+)\)/);
  t.equal(Number(process), child.pid);
  const [, tried] = await said(out, /curl '(http:[^']+)'/);
  t.equal((await fetch(String(tried))).status, 200);
  const outcome = async (name: string) => {
    const answer = await fetch(`${address}/screen?name=${encodeURIComponent(name)}`);
    return ((await answer.json()) as { outcome: string }).outcome;
  };
  t.equal(await outcome('Plimworth Dynamics'), 'no-match');

  replaceIn(join(seeds, zorvanta), 'name: Zorvanta\n', 'name: Plimworth Dynamics\n');
  child.kill('SIGHUP');
  await said(err, /serving catalogue \w+ from now on/);
  t.equal(await outcome('Plimworth Dynamics'), 'match');

  replaceIn(join(seeds, zorvanta), 'from: 2020-01-15', 'from: 2020-01-10');
  child.kill('SIGHUP');
  await said(err, /last good catalogue is used .*overlaps/);
  t.equal(await outcome('Plimworth Dynamics'), 'match');

  const taken = await redflag(['serve'], {
    ...{ data, seeds: SMALL_SEEDS },
    environment: { PORT: new URL(String(address)).port },
  });
  t.match(taken, { status: 2, out: '', err: /^redflag: .*already in use.*\n$/ });

  child.kill('SIGTERM');
  const [status, signal] = await ended;
  t.same([status, signal], [0, null]);
});

t.test('without ./seeds the list of the package is used', async (t) => {
  const cwd = t.testdir();
  const environment = { REDFLAG_SEEDS: '', REDFLAG_DATA: '' };
  const ran = await redflag(['party', 'hikvision', '--json'], { data: '', cwd, environment });
  t.match(JSON.parse(ran.out), { id: 'hikvision', country: 'CN' });
});

/** The program file alone, with a stand-in for the Node that `npm ci` brings. */
function loneProgram(t: Test, ownNode: string | null): string {
  const folder = t.testdir({ bin: {} });
  const program = join(folder, 'bin', 'redflag.js');
  copyFileSync(BIN, program);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  if (ownNode !== null) {
    const path = join(folder, 'node_modules', 'node', 'bin');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'node'), ownNode);
    chmodSync(join(path, 'node'), 0o755);
  }
  return program;
}

async function runProgram(program: string, argv: string[], signal?: NodeJS.Signals): Promise<Ran> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, [program, ...argv], { env });
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')];
  if (signal) {
    await said(out, /ready/);
    child.kill(signal);
  }
  const [status, killedBy] = await once(child, 'close');
  return { status, signal: killedBy, out: out.text, err: err.text };
}

t.test('the program finds a Node that can run it', async (t) => {
  t.test('neither source nor build: one line, exit 2', async (t) => {
    const ran = await runProgram(loneProgram(t, null), ['screen', 'x']);
    t.match(ran, { status: 2, out: '', err: /^redflag: the program is not built: .*\n$/ });
  });
  t.test('the arguments go to the other Node, its exit status comes back', async (t) => {
    const program = loneProgram(t, '#!/bin/sh\nshift\necho "$@"\nexit 7\n');
    const ran = await runProgram(program, ['screen', 'two words']);
    t.match(ran, { status: 7, out: 'screen two words\n' });
  });
  t.test('signals are passed on', async (t) => {
    const script =
      '#!/bin/sh\ntrap "echo told; exit 3" TERM\necho ready\nwhile :; do sleep 0.05; done\n';
    const ran = await runProgram(loneProgram(t, script), [], 'SIGTERM');
    t.match(ran, { status: 3, out: 'ready\ntold\n' });
  });
  t.test('a death by signal is 128 and its number', async (t) => {
    const ran = await runProgram(loneProgram(t, '#!/bin/sh\nkill -SEGV $$\n'), []);
    t.equal(ran.status, 139);
  });
});

t.test('the curated list, as the shell shows it', async (t) => {
  // In this process: the program itself was started often enough above.
  const curated = runner(t.testdir(), 'seeds');
  const early = await curated(['screen', 'Hikvison Digital Technolgy', '--as-of', '2019-09-01']);
  t.equal(early.status, 1);
  const flowing = early.out.replace(/\s+/g, ' ');
  t.match(flowing, /MATCH: the strongest consequence on 2019-09-01 is "prohibited"/);
  t.match(flowing, /procure prohibited ndaa-889 hikvision 2019-08-13 /);
  t.notMatch(flowing, /use prohibited ndaa-889 hikvision/, 'part B is not in force yet');
  t.match(flowing, /in force from 2019-08-13 \[\d+\] sec\. 889\(f\)\(3\)/);
  const before = await curated(['screen', 'Hikvision', '--as-of', '2019-08-12']);
  t.equal(before.status, 0, 'nothing is in force before 13 August 2019');
  t.match(before.out.replace(/\s+/g, ' '), /sdn-proposed\),.* status (reported|lapsed)/);
  const ordinary = await curated(['screen', 'Acme Technology Co., Ltd.']);
  t.equal(ordinary.status, 0);
  t.match(ordinary.out, /^NO MATCH: in \d+ lists/m);
  for (const command of ['party hikvision', 'lists ndaa-889']) {
    const { status, out } = await curated(command.split(' '));
    t.equal(status, 0);
    const wide = out.split('\n').filter((line) => line.length > 80 && !/^ *https?:/.test(line));
    t.same(wide, [], `${command} fits 80 columns`);
  }
  t.match(await curated(['seeds', 'check']), { status: 0, out: /, 0 problems/ });
});
