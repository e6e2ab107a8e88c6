import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import t from 'tap';
import {
  bufferInput,
  type Examination,
  evidenceName,
  evidenceRecord,
  examine,
  fails,
  parsePolicy,
  type ReportFormat,
  reportFormats,
  reportWriters,
} from '../../src/bom/index.ts';
import { uriOf } from '../../src/bom/report/sarif.ts';
import { openScreener } from '../../src/screening/index.ts';
import { cameras, HEADER } from './cameras.ts';
import { junitProblems } from './junit-schema.ts';

t.setTimeout(120_000);

const NOW = new Date('2026-11-22T09:00:00.000Z');
const engine = openScreener({ data: t.testdir(), seeds: 'seeds', now: () => NOW });
t.teardown(() => engine.close());

/** Text that would be a formula, markup, a mention, a link, a control, half a character. */
const NASTY = [
  '=HYPERLINK("http://x.example","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '＝1+1',
  ' =1',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '| a | b |\n| - | - |',
  '[x](javascript:alert(1)) @everyone #1 http://x.example www.x.example `c` *b* _i_',
  'a\u0007b\u001b[31mc\u0085d',
  '&amp; ]]> <!-- --> %',
];

const quoted = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const rows = [
  HEADER,
  ...cameras.map(({ cells }) => cells),
  ...NASTY.map((text) => ['Hikvision', text, `${text} DS-2CD2042WD-I`, '', '']),
];
const policy = parsePolicy(
  'redflag.yaml',
  'waivers:\n  - { party: dahua, component: "*HDW*", reason: "<b>old</b>", approver: "=A", expires: 2027-01-01 }\n  - { party: zte, component: x, reason: r, approver: a, expires: 2027-01-01 }\n',
  { isList: () => true, isParty: () => true },
);
const silent = { input: bufferInput('silent file.csv', Buffer.from('Manufacturer\nAxis')) };
const examination: Examination = await examine(
  engine,
  [
    { input: bufferInput('cameras, "main".csv', Buffer.from(rows.map(quoted).join('\n'))), policy },
    silent,
  ],
  { inquiry: { activities: ['procure'] }, now: () => NOW },
);
const none = await examine(engine, [silent], { now: () => NOW });
const written = (format: ReportFormat, of = examination) => [...reportWriters[format](of)].join('');

t.test('every format writes every finding, and a report of nothing', async (t) => {
  t.ok(examination.findings.length > cameras.length, `${examination.findings.length} findings`);
  for (const format of reportFormats) {
    t.ok(written(format, none).length > 0, `${format} of nothing`);
    t.ok(written(format).isWellFormed(), format);
  }
});

t.test('JSON is what the service answers', async (t) => {
  const { findings, summary, coverage, disclaimer } = JSON.parse(written('json'));
  t.equal(findings.length, examination.findings.length);
  t.match(findings[0], {
    location: { file: 'cameras, "main".csv', line: 2 },
    component: { manufacturer: 'Hikvision', model: 'DS-2CD2042WD-I' },
    ...{ consequence: 'prohibited', waived: false },
    screening: { outcome: 'match', matches: [{ party: { id: 'hikvision' } }] },
  });
  t.equal(findings.filter(({ waived }: { waived: boolean }) => waived).length, summary.waived);
  t.match(summary, {
    components: rows.length,
    waived: 2,
    waivers: [{ state: 'unused', waiver: { party: 'zte' } }],
  });
  t.ok(
    coverage.notChecked.length > 0 && disclaimer.length > 0,
    'what was not checked stands there',
  );
});

t.test('an answer that thousands of lines share is written whole a few times', async (t) => {
  const text = `Manufacturer\n${'Hikvision\n'.repeat(3000)}`;
  const many = await examine(engine, [{ input: bufferInput('a.csv', Buffer.from(text)) }], {
    now: () => NOW,
  });
  const { findings } = JSON.parse(written('json', many));
  const whole = findings.filter(({ screening }: { screening: object }) => 'matches' in screening);
  t.equal(whole.length, 20);
  t.match(findings[2999].screening, { id: findings[0].screening.id, wholeIn: '/findings/0' });
});

t.test('SARIF keeps to the published schema of 2.1.0', async (t) => {
  const require = createRequire(import.meta.url);
  const path = require
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  // The schema is of an older draft; its rules are the same in the one that is read here.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    schemaId: '$id',
    validateSchema: false,
    unicodeRegExp: false,
  });
  addFormats.default(ajv);
  const { $schema: _, id: __, ...rules } = schema;
  const validate = ajv.compile(rules);
  for (const of of [examination, none]) {
    const log = JSON.parse(written('sarif', of));
    validate(log);
    t.same(validate.errors ?? [], []);
  }
  t.equal(
    validate({ version: '2.1.0', runs: [{ results: [] }] }),
    false,
    'and the schema refuses what is none',
  );
  const [run] = JSON.parse(written('sarif')).runs;
  t.equal(run.results.length, examination.findings.length);
  const [result] = run.results;
  t.match(result, {
    ...{ ruleId: 'prohibited', level: 'error' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'cameras%2C%20%22main%22.csv' },
          region: { startLine: 2 },
        },
      },
    ],
  });
  t.equal(run.tool.driver.rules[result.ruleIndex].id, 'prohibited');
  const suppressed = run.results.filter(
    ({ suppressions }: { suppressions?: object[] }) => suppressions,
  );
  t.equal(suppressed.length, 2, 'what is waived is there, suppressed');
  const prints = run.results.map((one: { partialFingerprints: object }) =>
    JSON.stringify(one.partialFingerprints),
  );
  t.ok(new Set(prints).size > 10, 'fingerprints tell findings apart');
  t.match(uriOf('/a b/c.csv'), /^file:\/\/.*\/a%20b\/c\.csv$/);
  t.equal(uriOf('a/ü:x.csv'), 'a/%C3%BC%3Ax.csv');
});

t.test('JUnit keeps to the schema of the Ant report', async (t) => {
  for (const of of [examination, none]) t.same(junitProblems(written('junit', of)), []);
  t.not(
    junitProblems('<testsuites><testsuite/></testsuites>').length,
    0,
    'and the check refuses what does not',
  );
  const xml = written('junit');
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  t.equal(count(/<failure /g), examination.findings.filter(fails).length);
  t.equal(count(/<skipped\/>/g), 2, 'what is waived is skipped');
  t.match(xml, /name="no match in .*ndaa-889/, 'a silent file passes, and says in which lists');
});

t.test('no formula is written out live', async (t) => {
  const text = written('csv');
  const cells: string[][] = parse(text, { relax_column_count: false });
  t.equal(cells.length, examination.findings.length + 1);
  for (const cell of cells.flat()) {
    if (/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell)) t.fail(`live: ${cell}`);
  }
  const models = cells.map((row) => row[cells[0]?.indexOf('model') ?? 0]);
  t.ok(models.includes('\'=HYPERLINK("http://x.example","y")'), 'it is kept behind an apostrophe');
});

t.test('Markdown shows text, and nothing becomes markup', async (t) => {
  const text = written('markdown');
  t.notMatch(text, /<(script|img|b)\b/i);
  t.notMatch(text, /(^|[^\\])\[x\]\(/);
  t.notMatch(text, /@everyone|https?:\/\/x\.example|www\.x/);
  const tables = text.split('\n').filter((line) => line.startsWith('| '));
  for (const line of tables) {
    const bars = line.match(/(?<!\\)\|/g)?.length ?? 0;
    t.equal(bars, 5, 'every row has its four cells');
  }
  t.match(text, /unused: zte/);
});

/** The tags of the record: headings, tables, lists, references to its own documents. */
const KNOWN_TAG =
  /^<(html lang="en"|head|meta [^<>]*|title|style|body|h[1-4]|p( class="(waived|disclaimer)")?|table|thead|tbody|tr|th|td|[ou]l( class="sources")?|li( id="s\d+")?|section|a href="#s\d+"|b|br|code)>$/;

t.test('the record of an inquiry stands by itself and escapes everything', async (t) => {
  const page = [...evidenceRecord(examination)].join('');
  t.match(evidenceName(examination), /^redflag-inquiry-2026-11-22T09-00-00Z-[0-9a-f]{8}\.html$/);
  const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
  const strange = tags.filter((tag) => !KNOWN_TAG.test(tag));
  t.same(strange, [], 'nothing is loaded or run, and no text became a tag');
  t.notMatch(page, /<b>old<\/b>/);
  for (const { sha256, name } of examination.files) {
    t.ok(page.includes(sha256), `the hash of ${name}`);
  }
  const { version, sha256 } = examination.coverage.catalogue;
  for (const text of [
    version,
    sha256,
    'Law of',
    '2026-11-22',
    'What was not checked',
    'What was not found',
    '@media print',
  ]) {
    t.ok(page.includes(text), text);
  }
  for (const { id } of examination.coverage.lists) t.ok(page.includes(`<td>${id}</td>`), id);
  const references = [...page.matchAll(/href="#s(\d+)"/g)].map(([, number]) => number);
  for (const number of new Set(references))
    t.ok(page.includes(`id="s${number}"`), `document ${number}`);
  t.equal(page.match(/<section>/g)?.length, page.match(/<\/section>/g)?.length);
  t.match([...evidenceRecord(none)].join(''), /not a statement that the components are clear/);
});
