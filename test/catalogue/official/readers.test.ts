import { readFileSync } from 'node:fs';
import t from 'tap';
import { type BlockEvent, readMacBlocks } from '../../../src/catalogue/official/index.ts';
import type { OfficialRecord } from '../../../src/catalogue/official/record.ts';
import { type Case, contract, fixture, readAll } from './contract.ts';

const SDN = [
  'ofac-sdn/sdn.csv',
  'ofac-sdn/alt.csv',
  'ofac-sdn/add.csv',
  'ofac-sdn/sdn_comments.csv',
];
const CONS = ['prim', 'alt', 'add'].map((part) => `ofac-consolidated/cons_${part}.csv`);
const mapping = readFileSync(fixture('watchlist.yaml'), 'utf8');

const cases: readonly Case[] = [
  { format: 'csl-csv', files: ['consolidated.csv'], main: 'consolidated.csv' },
  { format: 'csl-json', files: ['consolidated.json'], main: 'consolidated.json' },
  { format: 'ofac-sdn', files: SDN, main: 'ofac-sdn/sdn.csv' },
  { format: 'ofac-consolidated', files: CONS, main: 'ofac-consolidated/cons_prim.csv' },
  { format: 'ofac-enhanced', files: ['cons_enhanced.xml'], main: 'cons_enhanced.xml' },
  { format: 'un-xml', files: ['un.xml'], main: 'un.xml' },
  { format: 'canada-sema-xml', files: ['sema.xml'], main: 'sema.xml' },
  { format: 'ftm-ndjson', files: ['entities.ftm.json'], main: 'entities.ftm.json' },
  { format: 'targets-simple-csv', files: ['targets.simple.csv'], main: 'targets.simple.csv' },
  {
    format: 'watchlist-csv',
    files: ['watchlist.csv'],
    main: 'watchlist.csv',
    context: { list: 'own-suppliers', mapping },
  },
];

for (const one of cases) {
  t.test(`the contract: ${one.format}`, (t) => contract(t, one));
}

const names = (record: OfficialRecord | undefined) =>
  record?.names.map(({ name, type }) => `${type} ${name}`);
const identifiers = (record: OfficialRecord | undefined) =>
  record?.identifiers.map(({ scheme, value }) => `${scheme} ${value}`);

t.test('the CSL: each list, names, addresses, identifiers, dates', async (t) => {
  const { records, problems, summary } = await readAll('csl-csv', [fixture('consolidated.csv')]);
  t.same(
    records.map(({ list }) => list),
    [...['sdn', 'ns-cmic', 'sdn', 'entity-list', 'denied-persons', 'denied-persons', 'isn'], 'ssi'],
  );
  const [sdn, cmic, person, entity, denied, backwards, isn, ssi] = records;
  t.same(names(sdn), ['legal ZORVANTA OPTICS CO. LTD.', 'alias ZORVANTA', 'alias ZOPTICS']);
  t.same(identifiers(sdn), [
    'ofac-uid 9000001',
    'uscc 913300009999999999',
    'lei 254900INVENTED000001',
  ]);
  t.same(sdn?.addresses, [{ text: '12 Lantern Road, Hangzhou, 310000, CN', country: 'CN' }]);
  t.equal(cmic?.from, '2021-06-03', 'NS-CMIC prints its start among the identifiers');
  t.same(cmic?.effects, [{ activity: 'invest', from: '2021-08-02' }], 'and when it binds');
  t.same(names(person), ['legal DRUSK, Fenn', 'alias DRUSK, Fennimore', 'alias F. DRUSK']);
  t.same(identifiers(person), ['ofac-uid 9000002', 'passport K475336'], 'the old order of ids');
  t.same(person?.birthDates, ['1961-04-05'], 'a span is no date');
  t.same(names(entity)?.slice(1), [
    'alias Quellmar',
    'alias Kvellmar',
    'former Old Quellmar Works',
    'alias Kvellmar, f.k.a., Old Quellmar Works',
  ]);
  t.match(entity, {
    from: '2021-07-09',
    federalRegister: '86 FR 11111',
    licencePolicy: 'Presumption of denial.',
    licenceRequirement: 'For all items subject to the EAR. (See §744.11 of the EAR)',
    country: 'BY',
    lasting: false,
  });
  t.match(denied, { from: '2003-06-19', to: '2056-06-29', kind: 'person', name: 'OLEG MARRIN' });
  t.match(backwards, { from: '2003-06-19', to: null }, 'an end before the start is left out');
  t.same(names(isn), [
    'legal Ro Tan Il',
    "alias Ro T'an-il",
    "alias Ro Tan Il (aka Ro T'an-il) (invented individual)",
  ]);
  t.equal(ssi?.scope, 'Subject to Directive 1');
  t.same(identifiers(ssi), ['ofac-uid 9000003', 'imo 7654321']);
  t.same(summary.passedOver, { 'header repeated as a row': 1 });
  t.same(
    problems.map(({ line, path, record }) => ({ line, path, record })),
    [
      { line: 4, path: 'dates_of_birth', record: '9000002' },
      { line: 7, path: 'end_date', record: 'aaaa000000000000000000000000000000000003' },
    ],
  );
});

t.test('the CSL in JSON gives the same as in CSV', async (t) => {
  const json = await readAll('csl-json', [fixture('consolidated.json')]);
  const csv = await readAll('csl-csv', [fixture('consolidated.csv')]);
  const plain = (record: OfficialRecord | undefined) => ({
    ...record,
    original: null,
    record: null,
    note: null,
    names: names(record)?.slice(0, 2),
    addresses: record?.addresses.slice(0, 1).map(({ country }) => country),
    identifiers: identifiers(record)?.slice(0, 2),
  });
  t.same(plain(json.records[0]), plain(csv.records[0]));
  t.same(plain(json.records[1]), plain(csv.records[3]));
  t.equal(json.summary.statement.date, '2025-03-04');
});

t.test('the newer order of the identifiers in the CSL', async (t) => {
  const { readCslIds } = await import('../../../src/catalogue/official/csl-csv/ids.ts');
  const table = [
    ['Cedula No., 1625525, CO', 'cedula 1625525'],
    ['CO, 1625525, Cedula No.', 'cedula 1625525'],
    ['1047796382920, Registration ID', 'registration-id 1047796382920'],
    ['Registration ID, C122790', 'registration-id C122790'],
    ['Passport, K475336, JO, 2009-08-31, 2014-08-30', 'passport K475336'],
    ['JO, 2014-08-30, 2009-08-31, K475336, Passport', 'passport K475336'],
    ['Digital Currency Address - XBT, 1abc', 'wallet-xbt 1abc'],
    ['Gender, Male', ''],
    ['Issuer Name, China Invented Corp., Ltd', ''],
  ] as const;
  for (const [printed, expected] of table) {
    const found = readCslIds(printed).identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    t.equal(found.join(), expected, printed);
  }
});

t.test('OFAC in CSV: four files are one record', async (t) => {
  const { records, summary } = await readAll('ofac-sdn', SDN.map(fixture));
  const [airline, person, vessel] = records;
  t.same(names(airline), [
    'legal ZORVANTA AIRLINES',
    'alias AERO-ZORVANTA',
    'former ZORVANTA AIR',
    'weak-alias ZA',
  ]);
  t.equal(airline?.country, 'CU');
  t.same(names(person), ['legal DRUSK, Fenn', 'alias DRUSK, Fennimore', 'weak-alias THE FENN']);
  t.same(
    identifiers(person),
    ['ofac-uid 36000002', 'passport K475336', 'tax-id 7722515837'],
    'remarks go on in the comments, in the middle of a number',
  );
  t.match(person, { kind: 'person', programme: 'SDGT; IRGC', country: 'SY' });
  t.same(person?.birthDates, ['1961-04-05']);
  t.match(vessel, { kind: 'vessel', addresses: [] });
  t.same(identifiers(vessel), ['ofac-uid 36000003', 'imo 9123456', 'call-sign ABCD']);
  t.same(summary.passedOver, { 'alt.csv: of a party that the list does not have': 1 });
  await t.rejects(readAll('ofac-sdn', [fixture(SDN[0] ?? '')]), { message: /alt.csv, add.csv/ });
  await t.rejects(readAll('ofac-sdn', [...SDN, SDN[1] ?? ''].map(fixture)), {
    message: /second file/,
  });
  await t.rejects(readAll('ofac-sdn', [fixture('targets.simple.csv')]), { message: /16 columns/ });
});

t.test('OFAC consolidated: the list by programme and directive', async (t) => {
  const { records } = await readAll('ofac-consolidated', CONS.map(fixture));
  t.same(
    records.map(({ list, from, scope }) => [list, from, scope]),
    [
      ['plc', null, null],
      ['ns-cmic', '2021-06-03', null],
      ['ssi', null, 'Subject to Directive 1'],
      ['ns-mbs', null, null],
      ['ssi', null, 'Subject to Directive 2'],
      ['ns-mbs', '2022-02-22', null],
      // Blocked since, and so on the SDN list instead of the menu-based one.
      ['ssi', null, 'Subject to Directive 2'],
    ],
  );
  t.same(records[1]?.effects, [{ activity: 'invest', from: '2021-08-02' }]);
});

t.test('OFAC enhanced: every list of an entity, scripts, weak names', async (t) => {
  const { records, summary } = await readAll('ofac-enhanced', [fixture('cons_enhanced.xml')]);
  t.same(
    records.map(({ list, record, from }) => [list, record, from]),
    [
      ['plc', '96000001', '2006-04-12'],
      ['ns-cmic', '96000002', '2021-06-03'],
      ['sdn', '96000002', '2022-02-02'],
    ],
  );
  t.same(names(records[0]), ['legal ABU INVENTED, Ismail', 'weak-alias THE FATHER']);
  t.same(records[1]?.names[1], { name: '佐凡塔光学有限公司', type: 'alias', lang: 'zh-Hans' });
  t.equal(summary.statement.date, '2025-01-10');
  t.notOk(summary.statement.complete?.includes('sdn'), 'the SDN list is not held whole');
});

t.test('UN: quality of aliases, original script, reference', async (t) => {
  const { records, problems, summary } = await readAll('un-xml', [fixture('un.xml')]);
  const [person, entity] = records;
  t.same(names(person), [
    'legal FENN DRUSK',
    'alias فين دروسك',
    'alias FENNIMORE DRUSK',
    'weak-alias THE FENN',
  ]);
  t.match(person, { record: 'IVi.001', from: '2012-12-31', country: 'RW', birthDates: ['1971'] });
  t.same(identifiers(person), ['un-reference IVi.001', 'passport K475336']);
  t.same(names(entity), ['legal LANTERN TRADING & CO', 'former OLD LANTERN']);
  t.equal(entity?.from, null, 'a date that is none is left out');
  t.match(problems, [{ path: 'LISTED_ON', record: 'IVe.001', lost: false }]);
  t.equal(summary.statement.date, '2026-02-27');
});

t.test('Canada: persons, entities, ships; the regulation is not the country', async (t) => {
  const { records } = await readAll('canada-sema-xml', [fixture('sema.xml')]);
  t.same(
    records.map(({ kind, country, record }) => [kind, country, record]),
    [
      ['person', null, 'Belarus, Schedule 1, Part 1, item 1'],
      ['company', null, 'Russia, Schedule 1, Part 2, item 7'],
      ['vessel', null, 'Russia, Schedule 1.1, item 17'],
      ['person', null, 'Iran, item 3'],
    ],
  );
  t.same(
    names(records[1]),
    ['legal Belquist Works, LLC', 'alias Белквист, ООО', 'alias БЕЛКВИСТ ЗАВОД', 'alias БЗ'],
    'a comma stands inside a name',
  );
  t.same(records[2]?.birthDates, [], 'the year a ship was built is no birth date');
});

t.test('FollowTheMoney: parties that are targets, and what a delta does', async (t) => {
  const base = fixture('entities.ftm.json');
  const { records, summary } = await readAll('ftm-ndjson', [base], { list: 'invented' });
  t.same(
    records.map(({ record, kind }) => [record, kind]),
    [
      ['NK-invented1', 'company'],
      ['Q1', 'person'],
    ],
  );
  t.same(names(records[0]), [
    'legal Zorvanta Optics',
    'alias ZORVANTA OPTICS CO. LTD.',
    'alias Zoptics',
    'former Old Zorvanta',
    'weak-alias ZO',
  ]);
  t.same(records[0]?.addresses, [{ text: '12 Lantern Road, Hangzhou', country: null }]);
  t.equal(summary.statement.date, '2024-03-15');
  t.same(summary.passedOver, {
    'Address: no party': 1,
    'Family: no party': 1,
    'mentioned by the data set, not listed by it': 1,
  });
  const after = await readAll('ftm-ndjson', [base, fixture('entities.delta.json')]);
  t.same(after.removals, ['Q1', 'NK-invented1'], 'a change takes the old entity away first');
  t.same(
    after.records.map(({ record }) => record),
    ['NK-invented1', 'Q1', 'NK-invented2', 'Q1'],
  );
});

t.test('targets.simple.csv: only what shows itself as a ship number is one', async (t) => {
  const { records } = await readAll('targets-simple-csv', [fixture('targets.simple.csv')]);
  t.same(records.map(identifiers), [
    ['imo-company 1234567'],
    ['imo 9123456', 'unspecified 273000000'],
    [],
  ]);
});

t.test('a list of one’s own, by its mapping', async (t) => {
  const context = { list: 'own', mapping };
  const read = () => readAll('watchlist-csv', [fixture('watchlist.csv')], context);
  const { records, problems, summary } = await read();
  t.match(records[0], { list: 'own', record: '7', country: 'DE', from: null });
  t.same(names(records[0])?.slice(1), ['alias Drusk', 'alias DFT']);
  t.match(problems, [{ path: 'Blocked since', record: '7' }], '30 February is no day');
  t.equal(records[1]?.from, '2024-03-01');
  t.equal(summary.statement.date, '2026-11-01');
  const bad = (text: string | null) =>
    t.rejects(readAll('watchlist-csv', [fixture('watchlist.csv')], { mapping: text }), {
      code: 'invalid-list',
    });
  await bad(null);
  await bad('columns: [');
  await bad('title: x\ncolumns: { name: Firma }');
  await bad('title: x\ncolumns: { name: Supplier }\nsurprise: 1');
});

t.test('IEEE: blocks, twice registered ones, and a row that is none', async (t) => {
  const events: BlockEvent[] = [];
  for await (const event of readMacBlocks([fixture('oui.csv')])) events.push(event);
  t.same(
    events.map((event) =>
      event.kind === 'block' ? event.block.prefix : `${event.problem.line} ${event.problem.path}`,
    ),
    ['44A0A1', '44A0A1', '44A0B2', '44A0B23', '6 Assignment'],
  );
});
