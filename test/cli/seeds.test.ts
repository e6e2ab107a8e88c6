import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { copySeeds, replaceIn } from './seeds.ts';
import { runner } from './session.ts';

const zorvanta = 'parties/zorvanta.yaml';
const rowOne = '[{ source: test-gazette, locator: row 1 }]';

const broken: [what: string, file: string, from: string, to: string, reason: RegExp][] = [
  [
    'a missing citation',
    zorvanta,
    `    type: legal\n    citations: ${rowOne}`,
    '    type: legal',
    /zorvanta\.yaml:6: names\.0\.citations: /,
  ],
  [
    'an empty list of citations',
    zorvanta,
    rowOne,
    '[]',
    /zorvanta\.yaml:8: names\.0\.citations: a statement needs at least one citation/,
  ],
  [
    'a source that is not there',
    zorvanta,
    'test-gazette',
    'test-gazete',
    /zorvanta\.yaml:8: names\.0\.citations\.0\.source: there is no source "test-gazete"/,
  ],
  [
    'a party that is not there',
    'parties/zorvanta-lens.yaml',
    'party: zorvanta',
    'party: zorbanta',
    /zorvanta-lens\.yaml:10: relations\.0\.party: there is no party "zorbanta"/,
  ],
  [
    'a list that is not there',
    zorvanta,
    'list: test-procurement',
    'list: test-procure',
    /zorvanta\.yaml:23: designations\.0\.list: there is no list "test-procure"/,
  ],
  [
    'periods that overlap',
    zorvanta,
    'from: 2020-01-15',
    'from: 2020-01-10',
    /zorvanta\.yaml:35: designations\.0\.periods\.1\.from: overlaps the period before, to 2020-01-14/,
  ],
  [
    'periods with a gap',
    zorvanta,
    'from: 2020-01-15',
    'from: 2020-01-16',
    /zorvanta\.yaml:35: .*leaves a gap/,
  ],
  [
    'a day that the calendar has not',
    zorvanta,
    'from: 2020-01-15',
    'from: 2020-02-30',
    /zorvanta\.yaml:35: designations\.0\.periods\.1\.from: is not a day of the calendar/,
  ],
  [
    'a date in other words',
    zorvanta,
    'from: 2020-01-15',
    'from: 15 Jan 2020',
    /zorvanta\.yaml:35: .*must be a date written YYYY-MM-DD/,
  ],
  [
    'an end before its start',
    zorvanta,
    'to: 2020-01-14',
    'to: 2019-01-14',
    /zorvanta\.yaml:\d+: designations\.0\.periods\.0\.to: "2019-01-14" lies before from "2019-11-05"/,
  ],
  [
    'a name that stands twice',
    zorvanta,
    'name: Zorvanta\n',
    'name: Zorvanta Optics Co., Ltd.\n',
    /zorvanta\.yaml:13: names\.2\.name: "Zorvanta Optics Co\., Ltd\." is already name 0/,
  ],
  [
    'an id other than the file name',
    zorvanta,
    'id: zorvanta',
    'id: zorvantus',
    /zorvanta\.yaml:1: id: must be "zorvanta", the name of the file/,
  ],
  [
    'an unknown field',
    zorvanta,
    'kind: company',
    'kind: company\ncolour: red',
    /zorvanta\.yaml:\d+: .*colour/,
  ],
  [
    'a status that is none',
    zorvanta,
    'status: in-force',
    'status: active',
    /zorvanta\.yaml:\d+: designations\.0\.periods\.1\.status: /,
  ],
  [
    'a quotation of 26 words',
    zorvanta,
    'locator: row 1 }]',
    `locator: row 1, quote: "${'word '.repeat(26).trim()}" }]`,
    /zorvanta\.yaml:\d+: names\.0\.citations\.0\.quote: must have at most 25 words/,
  ],
  [
    'an address that is none',
    'sources/test-act.yaml',
    'https://example.org/act',
    'example',
    /test-act\.yaml:6: url: /,
  ],
  ['YAML that is none', zorvanta, 'names:', 'names: [', /zorvanta\.yaml:\d+: /],
];

for (const [what, file, from, to, reason] of broken) {
  t.test(`seeds check refuses ${what}, with file, line and reason`, async (t) => {
    const { seeds, data } = copySeeds(t);
    replaceIn(join(seeds, file), from, to);
    const { status, out } = await runner(data, seeds)(['seeds', 'check']);
    t.equal(status, 1);
    t.match(out, reason);
    t.match(out, /, [1-9]\d* problems?\n$/);
  });
}

t.test('seeds check --json: each problem with file, line, path and message', async (t) => {
  const { seeds, data } = copySeeds(t);
  replaceIn(join(seeds, zorvanta), rowOne, '[]');
  const { status, out } = await runner(data, seeds)(['seeds', 'check', '--json']);
  t.equal(status, 1);
  t.match(JSON.parse(out).problems, [
    { file: zorvanta, line: 8, path: 'names.0.citations', message: /at least one citation/ },
  ]);
});

t.test('seeds check --write-schemas writes the schemas for editors', async (t) => {
  const { seeds, data } = copySeeds(t);
  t.equal((await runner(data, seeds)(['seeds', 'check', '--write-schemas'])).status, 0);
  t.ok(existsSync(join(seeds, 'schema', 'party.json')));
});

t.test('a folder without seeds is no work done', async (t) => {
  const { data } = copySeeds(t);
  const ran = await runner(data, join(data, 'nothing'))(['seeds', 'check']);
  t.equal(ran.status, 2);
  t.match(ran.err, /nothing\/sources there is no such file or folder/);
});
