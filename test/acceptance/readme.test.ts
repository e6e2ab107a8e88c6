import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { settings } from '../../src/cli/configuration.ts';
import { buildApp } from '../../src/http/index.ts';
import { openScreener } from '../../src/index.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly gypfile?: boolean }>>;
}

interface Manifest {
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const readme = readFileSync('README.md', 'utf8');
const run = promisify(execFile);

/** The lines of the fenced blocks of a language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, text]) => text ?? '',
  );
}

t.test('the README', async (t) => {
  const data = t.testdir({});

  await t.test('shows an answer that the service gives', async (t) => {
    const engine = openScreener({ data });
    const app = await buildApp({ engine: () => engine });
    t.teardown(async () => {
      await app.close();
      engine.close();
    });
    const request = /curl 'http:\/\/127\.0\.0\.1:8080(\/screen[^']*)'/.exec(readme)?.[1] ?? '';
    const response = await app.inject(request);
    const [shown] = blocks('json');
    t.equal(response.statusCode, 200, request);
    t.match(response.json(), JSON.parse(shown ?? ''));
  });

  await t.test('gives commands that work', async (t) => {
    const commands = blocks('sh')
      .flatMap((block) => block.split('\n'))
      // Those left out read a file of the reader's or the network.
      .filter((line) => line.startsWith('npx redflag ') && !/ batch | refresh$/.test(line));
    t.ok(commands.length >= 5, `${commands.length} commands`);
    for (const command of commands) {
      const env = { ...process.env, REDFLAG_DATA: data };
      const { code } = await run('sh', ['-c', command.replace('npx redflag', 'bin/redflag.js')], {
        env,
      })
        .then(() => ({ code: 0 }))
        .catch((error: { code: number }) => error);
      t.ok(code === 0 || code === 1, `${command} ends with ${code}`);
    }
  });

  await t.test('needs nothing but Node: installing compiles no package', async (t) => {
    const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const { allowScripts }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const compiled = Object.keys(packages).filter(
      (path) => path !== '' && existsSync(join(path, 'binding.gyp')),
    );
    t.ok(compiled.length > 0);
    for (const path of compiled) {
      // From what it locked npm cannot tell that a package brings its binaries, and runs node-gyp: with
      // Python and make that does nothing, without them `npm ci` fails. npm before 11.19 does not know `allowScripts`.
      const mended = 'put "gypfile": false back there: npm drops it when it writes that file';
      t.equal(packages[path]?.gypfile, false, `${path} in package-lock.json: ${mended}`);
      t.equal(allowScripts[path.slice('node_modules/'.length)], false, `${path} in package.json`);
    }
  });

  await t.test('builds an image of files that are there', async (t) => {
    const ignored = new Set(readFileSync('.dockerignore', 'utf8').trimEnd().split('\n'));
    for (const secret of ['data', '.git']) t.ok(ignored.has(secret), `${secret} stays outside`);
    const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY ([^-].*) \S+$/gm)];
    const files = copied.flatMap(([, files = '']) => files.split(' '));
    t.ok(files.includes('src') && files.includes('seeds') && files.includes('bin'), `${files}`);
    for (const file of files) t.ok(existsSync(file) && !ignored.has(file), file);
  });

  await t.test('has every setting in its table', async (t) => {
    for (const { name, default: value, meaning } of settings) {
      t.ok(readme.includes(`| \`${name}\` | \`${value}\` | ${meaning} |`), name);
    }
  });
});
