import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import t from 'tap';
import { parse } from 'yaml';
import { z } from 'zod';
import { junitProblems } from '../bom/junit-schema.ts';
import { runner } from '../cli/session.ts';

// Every start of the program counts, and the machine may be busy.
t.setTimeout(300_000);

const ROOT = resolve('.');
const BIN = join(ROOT, 'bin/redflag.js');
const work = t.testdir({});
const data = join(work, 'data');

// tap watches processes through NODE_OPTIONS; a user's shell has none.
const { NODE_OPTIONS: _, ...inherited } = process.env;
const environment = { ...inherited, REDFLAG_DATA: data, REDFLAG_SEEDS: join(ROOT, 'seeds') };

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  more: Record<string, string> = {},
  input = '',
): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ cwd, input, encoding: 'utf8', maxBuffer: 1 << 28 },
    env: { ...environment, ...more },
  });
  return { status, out: stdout, err: stderr };
}

const bom = (args: readonly string[], input = '') =>
  run(process.execPath, [BIN, 'bom', ...args], ROOT, {}, input);

/** The same in this process: a start of the program costs a second. */
const inProcess = runner(data, 'seeds');

t.test('the exit status is what a pipeline goes by', async (t) => {
  const cameras = 'examples/boms/bom-cameras.csv';
  const found = bom([cameras, '--activity', 'procure']);
  t.equal(found.status, 1, 'prohibited is above red-flag');
  t.match(
    found.out,
    /hikvision\): prohibited\n\s+examples\/boms\/bom-cameras\.csv:2\s+DS-2CD2042WD-I/,
  );
  t.match(found.out, /lorex -> dahua \(relabels, official\)\): lead/);
  t.notMatch(found.out, /P3245|XNV-8080R/, 'Axis and Hanwha are silent');
  t.match(found.err, /8 components, [\d,]+\/s, \d+ distinct questions/);
  const statusOf = async (...args: string[]) => (await inProcess(['bom', ...args])).status;
  t.equal(await statusOf(cameras, '--fail-on', 'blocked', '--activity', 'procure'), 0);
  const software = 'examples/boms/sbom.cdx.json';
  t.equal(await statusOf(software), 0, 'provenance is not covered equipment');
  t.equal(
    await statusOf(software, '--fail-on', 'possible-match'),
    1,
    'unless any match is asked for',
  );
  const waived = await inProcess(['bom', 'examples/waivers/bom-gate.csv']);
  t.equal(waived.status, 0, 'what is waived does not fail');
  t.match(waived.out, /waived: Already installed at the old gate/, 'and is shown');
  t.equal(await statusOf('examples/waivers/bom-gate.csv', '--no-policy'), 1);
  const refused: [string[], RegExp][] = [
    [['nothing.csv'], /nothing\.csv there is no such file/],
    [['examples'], /examples is a folder/],
    [[cameras, '--as-of', '2026-02-30'], /--as-of/],
    [[cameras, '--list', 'nope'], /--list: there is no list "nope"/],
    [[cameras, '--activity', 'fly'], /must be one of procure/],
    [[cameras, '--input', 'doc'], /--input doc: must be one of/],
    [[cameras, '--columns', 'model'], /--columns model: must be field=header/],
    [[cameras, '--policy', 'none.yaml'], /none\.yaml there is no such file/],
    [[cameras, '--format', 'pdf'], /Allowed choices/],
    [[], /missing required argument/],
  ];
  for (const [args, expected] of refused) {
    const { status, err, out } = await inProcess(['bom', ...args]);
    t.equal(status, 2, args.join(' '));
    t.match(err, expected);
    t.equal(out, '', 'nothing half written');
  }
  t.match(
    bom(['-', '--columns', 'manufacturer=1'], 'Hikvision,x\n'),
    { status: 1 },
    'standard input',
  );
  t.match((await inProcess(['bom', '--help'])).out, /Example:/);
});

t.test('reports and records are written whole', async (t) => {
  const [sarif, records] = [join(work, 'out.sarif'), join(work, 'records')];
  const ran = bom([
    'examples/boms/bom-cameras.csv',
    'examples/boms/sbom.cdx.json',
    '--format',
    'sarif',
    '--output',
    sarif,
    '--evidence',
    records,
  ]);
  t.match(ran, { status: 1, out: '' });
  t.equal(JSON.parse(readFileSync(sarif, 'utf8')).runs[0].artifacts.length, 2);
  const [record] = readdirSync(records);
  t.match(record, /^redflag-inquiry-.*\.html$/);
  t.match(ran.err, new RegExp(`the record of the inquiry is .*${record}`));
  t.same(JSON.parse(bom(['examples/boms/sbom.cdx.json', '--json']).out).findings.length, 1);
});

const stepSchema = z.object({
  run: z.string(),
  shell: z.string(),
  env: z.record(z.string(), z.string()).optional(),
});
const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  runs: z.object({ steps: z.array(stepSchema) }),
});

/** Runs the steps of action.yml as a runner does, in a project. */
function runAction(project: string, inputs: Record<string, string>) {
  const action = actionSchema.parse(parse(readFileSync('action.yml', 'utf8')));
  const files = {
    GITHUB_OUTPUT: join(project, '.output'),
    GITHUB_STEP_SUMMARY: join(project, '.summary'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  let last: Ran = { status: 0, out: '', err: '' };
  for (const { run: script, env = {} } of action.runs.steps) {
    const given = Object.fromEntries(
      Object.entries(env).map(([name, value]) => {
        const input = /\$\{\{ inputs\.([\w-]+) \}\}/.exec(value)?.[1] ?? '';
        return [name, inputs[input] ?? action.inputs[input]?.default ?? ''];
      }),
    );
    // A runner starts bash with these options for `shell: bash`.
    const options = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
    last = run('bash', options, project, {
      ...files,
      ...given,
      GITHUB_ACTION_PATH: ROOT,
      RUNNER_TEMP: work,
    });
    if (last.status !== 0) break;
  }
  return {
    ...last,
    output: readFileSync(files.GITHUB_OUTPUT, 'utf8'),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** A project with the examples' bills of materials at its root. */
function project(name: string): string {
  const path = join(work, name);
  mkdirSync(path);
  cpSync('examples/boms', path, { recursive: true });
  return path;
}

t.test('the GitHub Action fails the job, and writes SARIF, a summary and a record', async (t) => {
  const workflow = parse(readFileSync('examples/github-action/redflag.yml', 'utf8'));
  const step = workflow.jobs.bom.steps.find(({ id }: { id?: string }) => id === 'redflag');
  t.equal(step.uses, './.redflag', 'it runs from a checkout');
  const path = project('github');
  const ran = runAction(path, step.with);
  t.equal(ran.status, 1);
  t.match(ran.output, /sarif=redflag\.sarif\nstatus=1/);
  t.match(ran.summary, /## Redflag.*DS\\-2CD2042WD\\-I/s);
  t.equal(JSON.parse(readFileSync(join(path, 'redflag.sarif'), 'utf8')).runs[0].results.length, 7);
  t.equal(readdirSync(join(path, 'redflag-evidence')).length, 1);
  t.equal(runAction(path, { files: 'sbom.cdx.json' }).status, 0, 'a clean file passes');
  t.equal(runAction(path, { files: 'missing.csv' }).status, 2, 'a missing one fails the job');
  const evil = runAction(path, { files: 'sbom.cdx.json', 'as-of': '$(touch pwned); "' });
  t.equal(evil.status, 2);
  t.notOk(existsSync(join(path, 'pwned')), 'an input is never run');
});

t.test('the GitLab template fails the job, with a JUnit report', async (t) => {
  const template = parse(readFileSync('examples/gitlab-ci/redflag.yml', 'utf8')).redflag;
  const own = parse(readFileSync('examples/gitlab-ci/.gitlab-ci.yml', 'utf8')).redflag;
  const script = template.script.join('\n');
  const path = project('gitlab');
  const gitlab = (variables: Record<string, string>) =>
    run('bash', ['-eo', 'pipefail', '-c', script], path, {
      ...template.variables,
      ...own.variables,
      ...variables,
      REDFLAG_HOME: ROOT,
    });
  const found = gitlab({});
  t.equal(found.status, 1);
  t.same(junitProblems(readFileSync(join(path, 'redflag.junit.xml'), 'utf8')), []);
  t.ok(readdirSync(join(path, 'redflag-evidence')).length > 0);
  t.equal(gitlab({ REDFLAG_FILES: 'sbom*.json' }).status, 0);
  t.equal(
    gitlab({ REDFLAG_FILES: 'nothing*.csv' }).status,
    2,
    'a pattern that fits nothing is not a pass',
  );
});

t.test('the pre-commit hook refuses the commit', async (t) => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  const config = parse(readFileSync('examples/pre-commit/.pre-commit-config.yaml', 'utf8'));
  const [{ id, args }] = config.repos[0].hooks;
  t.equal(id, hook.id);
  const path = project('hook');
  const files = new RegExp(hook.files.replace('(?i)', ''), 'i');
  const changed = [...readdirSync(path), 'src/index.ts', 'package.json', 'docs/bom.md'].filter(
    (file) => files.test(file),
  );
  t.same(changed, ['bom-cameras.csv', 'sbom.cdx.json'], 'it is given bills of materials only');
  t.equal(run(join(ROOT, hook.entry), [...args, ...changed], path).status, 1);
  t.equal(run(join(ROOT, hook.entry), [...args, 'sbom.cdx.json'], path).status, 0);
});

t.test('an SBOM of this project has no finding', async (t) => {
  for (const format of ['cyclonedx', 'spdx']) {
    const text = execFileSync('npm', ['sbom', `--sbom-format=${format}`, '--omit=dev'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
    t.match(
      bom(['-', '--fail-on', 'possible-match'], text),
      { status: 0, out: /NO MATCH in \d+ components/ },
      format,
    );
  }
});

t.test('100,000 lines are screened in seconds', async (t) => {
  const makers = Array.from(
    { length: 300 },
    (_, at) => `Maker ${String.fromCharCode(65 + (at % 26))}${at} Electronics`,
  );
  const rows = Array.from({ length: 100_000 }, (_, at) =>
    at % 1000 === 7
      ? `Hikvision,DS-2CD2042WD-I,camera ${at},Shop ${at % 20}`
      : `${makers[at % 300]},PN-${at}-X,part ${at},Shop ${at % 20}`,
  );
  const path = join(work, 'large.csv');
  writeFileSync(path, ['Manufacturer,MPN,Description,Supplier', ...rows].join('\r\n'));
  const started = performance.now();
  const { status, out, err } = bom([path, '--json']);
  const seconds = (performance.now() - started) / 1000;
  const { summary, findings } = JSON.parse(out);
  t.comment(`${seconds.toFixed(1)} s with start: ${err.trim().split('\n').at(-2)}`);
  t.equal(status, 1);
  t.equal(findings.length, 100);
  t.equal(findings[1].location.line, 1009);
  t.equal(summary.questions, 321, 'makers and suppliers, each once');
  t.ok(seconds < 60, `${seconds} s`);
});
