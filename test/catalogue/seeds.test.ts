import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { formatProblem } from '../../src/catalogue/problem.ts';
import { checkSeeds, hashSeeds, loadSeeds, readSeeds } from '../../src/catalogue/seeds/index.ts';
import { seedSchemas } from '../../src/catalogue/seeds/schema.ts';
import { listSchema } from '../../src/domain/list.ts';
import { partySchema } from '../../src/domain/party.ts';

const SEEDS = 'seeds';

const LIST = `
id: invented-list
name: Invented list
shortName: Invented
agency: Nobody
jurisdiction: US
authority: none
summary: A list made up for tests.
binds: nobody
periods: [{ status: in-force, from: null, citations: &c [{ source: invented, locator: page 1 }] }]
effects:
  - { activity: procure, consequence: prohibited, from: 2019-01-01, summary: no, binds: nobody, citations: *c }
reach: [{ rule: none, summary: none, periods: [{ status: in-force, from: null, citations: *c }], citations: *c }]
coverage: { complete: true, asOf: 2026-01-01 }
citations: *c
`;

const PARTY = `
id: acme
kind: company
country: CN
names:
  - name: Acme Invented Co., Ltd.
    type: legal
    citations: [{ source: invented, locator: page 1 }]
designations:
  - list: invented-list
    entry: { name: Acme }
    periods:
      - { status: announced, from: 2018-08-13, to: 2019-08-12, citations: [{ source: invented, locator: page 1 }] }
      - { status: in-force, from: 2019-08-13, citations: [{ source: invented, locator: page 1 }] }
`;

/** A folder of seeds with one source, list and party; `files` replaces or adds some. */
function seedsWith(t: Test, files: Record<string, string> = {}): string {
  const folder = t.testdir({});
  const all = {
    'sources/invented.yaml':
      'id: invented\ntype: official\ntitle: Invented\npublisher: null\ndate: null\nurl: null\n',
    'lists/invented-list.yaml': LIST,
    'parties/acme.yaml': PARTY,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

t.test('sound seeds load', async (t) => {
  const folder = seedsWith(t);
  t.same(checkSeeds(readSeeds(folder)), []);
  t.equal([...loadSeeds(folder).parties].length, 1);
});

t.test('a broken seed is refused by file, line and reason', async (t) => {
  const broken = (from: string, to: string) => PARTY.replace(from, to);
  const cite = 'citations: [{ source: invented, locator: page 1 }]';
  const table: [string, string, RegExp][] = [
    ['no citation', PARTY.replace(`\n    ${cite}`, ''), /acme.yaml:6: names.0.citations: /],
    [
      'an empty citation',
      broken(cite, 'citations: []'),
      /acme.yaml:8: names.0.citations: .*at least one/,
    ],
    [
      'a dangling source',
      broken('source: invented', 'source: nowhere'),
      /acme.yaml:8: .*no source "nowhere"/,
    ],
    [
      'a dangling list',
      broken('list: invented-list', 'list: no-list'),
      /acme.yaml:10: .*no list "no-list"/,
    ],
    ['a bad date', broken('from: 2019-08-13', 'from: 2019-02-30'), /acme.yaml:14: .*calendar/],
    ['an overlap', broken('from: 2019-08-13', 'from: 2019-08-12'), /acme.yaml:14: .*overlaps/],
    [
      'a gap',
      broken('from: 2019-08-13', 'from: 2019-08-20'),
      /acme.yaml:14: .*gap after 2019-08-12/,
    ],
    [
      'dates in the wrong order',
      broken('to: 2019-08-12', 'to: 2018-01-01'),
      /acme.yaml:13: .*lies before/,
    ],
    [
      'an unknown field',
      broken('country: CN', 'county: CN'),
      /acme.yaml:4: county: is not a field here/,
    ],
    ['the wrong id', broken('id: acme', 'id: acne'), /acme.yaml:2: id: must be "acme"/],
    [
      'a duplicate name',
      broken('names:', `names:\n  - { name: "Acme Invented Co., Ltd.", type: alias, ${cite} }`),
      /acme.yaml:7: names.1.name: .*already name 0/,
    ],
    [
      'a dangling relation',
      `${PARTY}relations: [{ type: subsidiary-of, party: nobody, evidence: press, ${cite} }]\n`,
      /acme.yaml:15: relations.0.party: there is no party "nobody"/,
    ],
    [
      'a long quotation',
      broken('locator: page 1', `locator: page 1, quote: "${'word '.repeat(26)}"`),
      /acme.yaml:8: names.0.citations.0.quote: .*25 words/,
    ],
    [
      'a report without its source',
      broken('status: announced', 'status: reported'),
      /report: is needed/,
    ],
    [
      'a period without any date',
      broken('from: 2018-08-13, ', 'from: null, '),
      /seenOn: is needed/,
    ],
    ['broken YAML', `${PARTY}  bad: [`, /acme.yaml:\d+: /],
  ];
  for (const [name, text, expected] of table) {
    const problems = checkSeeds(readSeeds(seedsWith(t, { 'parties/acme.yaml': text })));
    t.match(problems.map(formatProblem).join('\n'), expected, name);
  }
  t.throws(() => loadSeeds(seedsWith(t, { 'parties/acme.yaml': 'id: acme\n' })), {
    code: 'invalid-seeds',
    message: /acme.yaml:1: kind: .*redflag seeds check/,
  });
});

t.test('the hash of the seeds changes with any file', async (t) => {
  const before = hashSeeds(seedsWith(t));
  t.equal(hashSeeds(seedsWith(t)), before);
  t.not(hashSeeds(seedsWith(t, { 'parties/acme.yaml': `${PARTY}# a comment\n` })), before);
});

t.test('the curated list', async (t) => {
  t.same(checkSeeds(readSeeds(SEEDS)).map(formatProblem), []);

  await t.test('loses no citation unseen: each one, taken away, is refused', async (t) => {
    const rooms = { parties: partySchema, lists: listSchema };
    let statements = 0;
    for (const [room, schema] of Object.entries(rooms)) {
      for (const file of readdirSync(join(SEEDS, room))) {
        const seed: unknown = parse(readFileSync(join(SEEDS, room, file), 'utf8'));
        const unseen = citationPlaces(seed).filter((place) => {
          statements++;
          const issues = schema.safeParse(without(seed, place)).error?.issues ?? [];
          return !issues.some(({ path }) => path.join('.') === place.join('.'));
        });
        if (unseen.length > 0) t.fail(`${file} may lose ${unseen.map((at) => at.join('.'))}`);
      }
    }
    t.ok(statements > 1000, `${statements} statements`);
  });

  await t.test('is completed in editors by the schemas beside it', async (t) => {
    for (const [name, text] of Object.entries(seedSchemas())) {
      const path = join(SEEDS, 'schema', name);
      t.equal(existsSync(path) && readFileSync(path, 'utf8'), text, `${path} is current`);
    }
  });
});

type Place = (string | number)[];

/** The places of every `citations` in a seed. */
function citationPlaces(value: unknown, path: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return key === 'citations' ? [at] : citationPlaces(inner, at);
  });
}

/** A copy of a seed in which one list of citations is empty. */
function without(value: unknown, [key, ...rest]: Place): unknown {
  if (key === undefined) return [];
  if (Array.isArray(value)) return value.with(Number(key), without(value[Number(key)], rest));
  return { ...Object(value), [key]: without(Object(value)[key], rest) };
}
