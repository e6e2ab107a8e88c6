import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { openScreener } from '../../src/screening/index.ts';
import { bytesOf, MemoryOutput, NOW, runner, SMALL_SEEDS } from './session.ts';

const data = t.testdir();
const redflag = runner(data);

/** Arguments, the exit status, and what stands on standard output or, for a failure, on standard error. */
const cases: [argv: string[], status: number, said?: RegExp][] = [
  [['screen', 'Zorvanta Optics'], 1, /^MATCH: .* is "prohibited"/m],
  [['screen', 'Zorvanta Optics', '--json'], 1],
  [
    ['screen', 'Zorvanta Optics', '--brief'],
    1,
    /^1\. Zorvanta.* \(zorvanta\): .*\n? *prohibited (first )?from\s+\d{4}-\d\d-\d\d/m,
  ],
  [['screen', 'Zorvanta Optics', '--brief'], 1, /^Checked {2}2 lists, 1 of them in part/m],
  [['screen', 'Zorvanta Optics', '--brief', '--as-of', '2019-01-01'], 0, /nothing is determined/],
  [['screen', 'Zorvanta Optics', '--brief', '--full'], 2, /--full.*cannot be used with.*--brief/],
  [['screen', 'Unrelated Bakery'], 0, /^NO MATCH: in 2 lists as of 2022-03-01/m],
  [['screen', 'Unrelated Bakery', 'Zorvanta Optics'], 1, /Unrelated Bakery[\s\S]*Zorvanta/],
  [
    ['screen', 'Zorvanta Optics', '--as-of', '2019-12-01'],
    0,
    /reported from|2019-11-05 to 2020-01-14/,
  ],
  [['screen', 'Zorvanta Optics', '--as-of', '2019-12-01', '--fail-on', 'watch'], 1],
  [['screen', 'Zorvanta Optics', '--as-of', '2019-01-01'], 0, /No designation/],
  [['screen', 'Zorvanta Optics', '--fail-on', 'prohibited'], 1],
  [['screen', 'Zorvanta Optics', '--fail-on', 'blocked'], 0],
  [['screen', 'Drusk Fennimore Trading', '--fail-on', 'blocked'], 1],
  [['screen', 'Zorvanta Optics', '--activity', 'export', '--fail-on', 'restricted'], 0],
  [['screen', 'Zorvanta Optics', '--list', 'test-blocked'], 0],
  [['screen', 'Zorvanta Optics', '--list', 'test-blocked,test-procurement'], 1],
  [['screen', 'Zorvanta Optics', '--list', 'test-blocked', '--list', 'test-procurement'], 1],
  [['screen', 'Quellmar Institute of Measurement'], 0, /removed from 2021-07-01/],
  [['screen', 'Quellmar Institute of Measurement', '--fail-on', 'possible-match'], 1],
  [['screen', 'Belquist Linsen'], 1, /via\s+zorvanta-lens -- subsidiary of --> zorvanta \(60 %\)/],
  [['screen', 'x', '--as-of', '2020-02-30'], 2, /--as-of: is not a day/],
  [['screen', 'x', '--list', 'nope'], 2, /--list: there is no list "nope"/],
  [['screen', 'x', '--country', 'Atlantis'], 2, /--country: is not a country/],
  [['screen', 'x', '--threshold', 'high'], 2, /It must be a number/],
  [['screen', 'x', '--threshold', '2'], 2, /--threshold/],
  [['screen', 'x', '--limit', '0'], 2, /--limit/],
  [['screen', 'x', '--kind', 'ship'], 2, /--kind.*Allowed choices/],
  [['screen', 'x', '--fail-on', 'severe'], 2, /--fail-on.*Allowed choices/],
  [['screen', ''], 2, /NAME: must not be empty/],
  [['screen', 'x'.repeat(513)], 2, /NAME: must have at most 512/],
  [['screen', 'fine', ''], 2, /NAME/],
  [['screen'], 2, /missing required argument/],
  [['screen', 'x', '--frob'], 2, /unknown option '--frob'/],
  [['scren', 'x'], 2, /unknown command 'scren'.*Did you mean screen/],
  [[], 2, /Usage: redflag/],
  [['compare', 'Zorvanta', 'Zorvanta'], 0, /exact/],
  [['compare', 'Zorvanta', 'Bakery'], 0, /no match/],
  [['compare', 'Zorvanta', 'Zorvamta'], 0, /"zorvanta" for "zorvamta": letters differ/],
  [['compare', 'Zorvanta', ' '], 2, /B: must not be blank/],
  [['compare', 'Zorvanta'], 2, /missing required argument/],
  [['party', 'zorvanta'], 0, /^Timeline$/m],
  [['party', 'nobody'], 2, /there is no party "nobody"/],
  [['party', 'zorvanta', '--from', 'soon'], 2, /--from: must be a date/],
  [['party', 'zorvanta', '--from', '2020-01-02', '--to', '2020-01-01'], 2, /--to: .* lies before/],
  [['lists'], 0, /^test-procurement\s+2 \(part\)\s+2021-07-01/m],
  [['lists', 'test-procurement'], 0, /Except: spare parts until 2021\./],
  [['lists', 'nope'], 2, /the ids are test-blocked, test-procurement/],
  [['batch', 'nowhere.csv'], 2, /nowhere\.csv there is no such file/],
  [['batch', 'src'], 2, /src is a folder/],
  [['seeds', 'check'], 0, /3 sources, 2 lists, 4 parties, .*0 problems/],
  [['seeds', 'check', '--unsupported'], 0, /quellmar\.yaml:16: .*no primary source/],
  [['--help'], 0, /Usage: redflag/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
];

for (const [argv, status, said] of cases) {
  t.test(`redflag ${argv.map((word) => word.slice(0, 40)).join(' ')} -> ${status}`, async (t) => {
    const ran = await redflag(argv);
    t.equal(ran.status, status);
    if (said !== undefined) t.match(status === 2 ? ran.err : ran.out, said);
    if (status === 2 && argv.length > 0) {
      t.equal(ran.out, '', 'no half of an answer');
      t.match(ran.err, /^redflag: [^\n]*\n$/, 'one line, no stack');
    }
  });
}

for (const command of ['screen', 'batch', 'compare', 'party', 'lists', 'seeds check', 'serve']) {
  t.test(`redflag ${command} --help has an example`, async (t) => {
    const { status, out } = await redflag([...command.split(' '), '--help']);
    t.equal(status, 0);
    t.match(out, new RegExp(`Example:\\n  \\$ .*redflag ${command}`));
  });
}

t.test(
  'JSON is the answer of the library: an object for one name, an array for several',
  async (t) => {
    const engine = openScreener({ data: t.testdir(), seeds: SMALL_SEEDS, now: () => NOW });
    t.teardown(() => engine.close());
    const expected = { ...engine.screen({ name: 'Zorvanta' }), id: '' };
    const one = JSON.parse((await redflag(['screen', 'Zorvanta', '--json'])).out);
    const builtAt = one.coverage.catalogue.builtAt;
    expected.coverage = {
      ...expected.coverage,
      catalogue: { ...expected.coverage.catalogue, builtAt },
    };
    t.same({ ...one, id: '' }, JSON.parse(JSON.stringify(expected)));
    const several = JSON.parse((await redflag(['screen', 'Zorvanta', 'Bakery', '--json'])).out);
    t.match(several, [{ outcome: 'match' }, { outcome: 'no-match' }]);
  },
);

t.test(
  'the text of an answer: reasons, standing, effects, documents, what was not checked',
  async (t) => {
    const { out } = await redflag(['screen', 'Zorvanta Optics', '--fail-on', 'blocked']);
    const flowing = out.replace(/\s+/g, ' ');
    for (const part of [
      /1\. Zorvanta Optics Co\., Ltd\. \(zorvanta\): company, CN; score \d\.\d\d, (exact|strong)/,
      /why +"zorvanta": the same word/,
      /status +in force from 2020-01-15 \[\d\] row 1/,
      /procure +prohibited, from 2019-06-01: No agency may buy/,
      /but +from: 2020-01-10 \[\d\] paragraph 4; followed: 2020-01-15;/,
      /\[\d\] Invented Procurement Act \(for tests\)\. Invented Parliament, 2019-06-01 \(statute\)/,
      /https:\/\/example\.org\/act/,
      / Not checked .*parties beyond the curated ones/,
      /Lenses made abroad/,
      /it gives no legal advice/,
    ]) {
      t.match(flowing, part);
    }
    t.notMatch(out, /\bclear\b/i);
    t.notMatch(out.replaceAll('\n', ''), /\p{Cc}/u);
    const wide = out.split('\n').filter((line) => line.length > 80 && !line.includes('://'));
    t.same(wide, []);
  },
);

t.test('on a terminal an answer is brief, unless all of it is asked for', async (t) => {
  const onTerminal = async (...argv: string[]) => {
    const out = Object.assign(new MemoryOutput(), { terminal: true });
    await redflag(argv, { out });
    return out.text;
  };
  const name = ['screen', 'Zorvanta Optics'];
  t.equal((await onTerminal(...name)).split('\n').length, 11);
  t.match(await onTerminal(...name, '--full'), /^Documents$/m);
  t.match((await redflag(name)).out, /^Documents$/m, 'what goes to a file or a pipe is whole');
  t.match(JSON.parse(await onTerminal(...name, '--json')), { outcome: 'match' });
});

t.test('a name that would steer the terminal is printed as codes', async (t) => {
  const { out } = await redflag(['screen', 'Evil\u001b]0;owned\u0007 Ltd']);
  t.match(out, 'Evil\\u{001b}]0;owned\\u{0007} Ltd');
  t.notMatch(out.replaceAll('\n', ''), /\p{Cc}/u);
});

t.test('a party: timeline by date, and what the law changed between two days', async (t) => {
  const { out } = await redflag([
    'party',
    'zorvanta',
    '--from',
    '2019-12-31',
    '--to',
    '2020-12-31',
  ]);
  t.match(
    out,
    /^Timeline\n {2}2019-11-05 {2}2020-01-14 {2}reported +test-procurement\n {2}2020-01-15 +in force/m,
  );
  t.match(
    out,
    /^What the law changed after 2019-12-31 up to 2020-12-31\n {2}2020-01-15 {2}test-procurement {2}reported -> in-force/m,
  );
  t.match(
    out,
    /^Belonging to it\n {2}- Belquist Linsen GmbH: zorvanta-lens -- subsidiary of --> zorvanta/m,
  );
  t.match(JSON.parse((await redflag(['party', 'zorvanta', '--json'])).out), {
    id: 'zorvanta',
    changes: null,
  });
});

const VENDORS = [
  '\ufeffVendor No,Vendor Name,Country,Comment',
  'V-1,Zorvanta Optics,CN,=2+5',
  'V-2,Unrelated Bakery,US,"two, words"',
  'V-3,,US,no name',
  'V-4,Drusk Fennimore Trading,Atlantis,-1',
  'V-5,"Open,US,x',
  'V-6,Quellmar Institute of Measurement,,@x',
  'V-7,Acme, Inc.,US,y',
].join('\r\n');

t.test('batch: every row is answered in its place, with its own columns', async (t) => {
  const { status, out, err } = await redflag(['batch', '-'], { input: bytesOf(VENDORS) });
  t.equal(status, 1);
  const lines = out.trimEnd().split('\r\n');
  t.match(lines, [
    /^\ufeffVendor No,Vendor Name,Country,Comment,outcome,party_id,party_name,matched_name,score,/,
    /^V-1,Zorvanta Optics,CN,'=2\+5,match,zorvanta,"Zorvanta Optics Co\., Ltd\.",.*,(exact|strong),prohibited,procure,test-procurement,in force from 2020-01-15,/,
    /^V-2,Unrelated Bakery,US,"two, words",no-match,,/,
    /^V-3,,US,no name,error,.*line 4: name: /,
    /^V-4,Drusk Fennimore Trading,Atlantis,'-1,error,.*line 5: country: is not a country/,
    /^,,,,error,.*line 6: a quotation mark is opened and never closed; it reads: V-5,""Open,US,x/,
    /^V-6,.*,'@x,match,quellmar,.*removed from 2021-07-01/,
    /^V-7,Acme,Inc\.,US,error|^V-7,Acme, Inc\.,US,error/,
  ]);
  t.equal(lines.length, 8);
  t.match(
    err,
    /reading reference from "Vendor No", name from "Vendor Name", country from "Country"/,
  );
  t.match(err, /redflag: standard input: line 8: has 5 cells where the header has 4/);
  t.match(err, /7 rows, [\d,]+ rows\/s: 2 match, 0 possible match, 1 no match, 4 not screened/);
});

t.test('batch: JSON answers as over HTTP, problems in their place', async (t) => {
  const json = await redflag(['batch', '-', '--json'], { input: bytesOf(VENDORS) });
  const answers = JSON.parse(json.out);
  t.equal(answers.length, 7);
  t.match(answers, [
    { reference: 'V-1', outcome: 'match', coverage: { catalogue: { version: String } } },
    { reference: 'V-2', outcome: 'no-match' },
    { status: 400, index: 2, line: 4, reference: 'V-3', errors: [{ path: 'name' }] },
    { status: 400, index: 3, line: 5, reference: 'V-4', errors: [{ path: 'country' }] },
    { status: 400, index: 4, line: 6, errors: [{ path: '' }] },
    { reference: 'V-6', outcome: 'match' },
    { status: 400, index: 6, line: 8 },
  ]);
  t.notOk('disclaimer' in answers[0]);
  const lines = await redflag(['batch', '-', '--format', 'ndjson'], { input: bytesOf(VENDORS) });
  const withoutIds = (answer: object) => ({ ...answer, id: '', screenedAt: '' });
  t.same(
    lines.out
      .trimEnd()
      .split('\n')
      .map((line) => withoutIds(JSON.parse(line))),
    answers.map(withoutIds),
  );
});

const statuses: [what: string, csv: string, options: string[], status: number][] = [
  ['nothing found', 'name\nBakery\n', [], 0],
  ['something found', 'name\nBakery\nZorvanta\n', [], 1],
  ['below the level', 'name\nZorvanta\n', ['--fail-on', 'blocked'], 0],
  ['a row not screened', 'name,country\nBakery,Nowhere\n', [], 2],
  ['found, and a row not screened', 'name,country\nZorvanta,CN\nBakery,Nowhere\n', [], 1],
  ['only a header', 'name\n', [], 0],
];

for (const [what, csv, options, status] of statuses) {
  t.test(`batch, ${what} -> ${status}`, async (t) => {
    const ran = await redflag(['batch', '-', ...options], { input: bytesOf(csv) });
    t.equal(ran.status, status);
  });
}

t.test('batch: options hold for every row, a column goes before them', async (t) => {
  const csv = 'name,asOf\nZorvanta,\nZorvanta,2019-12-01\n';
  const ran = await redflag(['batch', '-', '--as-of', '2019-01-01', '--json'], {
    input: bytesOf(csv),
  });
  t.match(JSON.parse(ran.out), [{ asOf: '2019-01-01' }, { asOf: '2019-12-01' }]);
});

t.test('batch: bytes that are not UTF-8 are told, not screened as another name', async (t) => {
  const input = (async function* () {
    yield Buffer.from('name\nZ\xfcrich Optik\nBakery\n', 'latin1');
  })();
  const { status, out } = await redflag(['batch', '-'], { input });
  t.equal(status, 2);
  t.match(out, /error,.*line 2: name: holds bytes that are not UTF-8/);
  t.match(out, /^Bakery,no-match/m);
});

t.test('batch: an answered file keeps its columns when it is answered again', async (t) => {
  const once = await redflag(['batch', '-'], { input: bytesOf('name\nZorvanta\n') });
  const twice = await redflag(['batch', '-'], { input: bytesOf(once.out) });
  t.match(twice.out, /^name,outcome,.*,redflag_outcome,redflag_party_id,/);
});

t.test('batch --output: the file appears when it is whole, and not before', async (t) => {
  const folder = t.testdir({ 'in.csv': 'name\nZorvanta\n', 'old.csv': 'what was there' });
  const output = join(folder, 'old.csv');
  const ran = await redflag(['batch', join(folder, 'in.csv'), '--output', output]);
  t.equal(ran.status, 1);
  t.equal(ran.out, '');
  t.match(readFileSync(output, 'utf8'), /^name,outcome,.*\nZorvanta,match,/);
  writeFileSync(output, 'what was there');
  const broken = (async function* () {
    yield Buffer.from('name\nZorvanta\n');
    throw new Error('the pipe broke');
  })();
  const failed = await redflag(['batch', '-', '--output', output], { input: broken });
  t.equal(failed.status, 2);
  t.match(failed.err, /the pipe broke/);
  t.equal(readFileSync(output, 'utf8'), 'what was there');
});
