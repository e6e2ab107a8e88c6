import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';

const run = promisify(execFile);
const seeds = resolve('test/fixtures/seeds-small');

t.test('the bundled command is whole, and answers as its source does', async (t) => {
  const folder = t.testdir({ 'package.json': '{ "version": "9.9.9" }' });
  const built = join(folder, 'dist', 'cli');
  await run(process.execPath, ['src/cli/write-command.ts', built]);
  const ask = async (program: string, argv: string[], data: string) => {
    const env = { ...process.env, REDFLAG_SEEDS: seeds, REDFLAG_DATA: join(folder, data) };
    const { stdout } = await run(process.execPath, [program, ...argv], { env });
    return stdout;
  };
  const main = join(built, 'main.js');
  t.equal(await ask(main, ['--version'], 'none'), '9.9.9\n', 'it finds the package it lies in');
  const party = ['party', 'zorvanta'];
  t.equal(await ask(main, party, 'a'), await ask('src/cli/main.ts', party, 'b'));
  t.ok(readdirSync(join(folder, 'a')).some((file) => /^names-.*\.index$/.test(file)));
  const text = readdirSync(built).map((file) => readFileSync(join(built, file), 'utf8'));
  const threads = new Set(text.flatMap((code) => code.match(/(?<=["']\.\/)[a-z-]+\.js(?=["'])/g)));
  t.ok(threads.has('journal-thread.js') && threads.has('reload-thread.js'));
  for (const file of threads) {
    if (file !== null) t.ok(existsSync(join(built, file)), `${file} is there to be started`);
  }
});
