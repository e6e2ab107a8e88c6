import fc from 'fast-check';
import t from 'tap';
import type { Component } from '../../src/bom/component.ts';
import { meaningful } from '../../src/bom/placeholders.ts';
import { cyclonedxJson, cyclonedxXml, spdx3Json, spdxJson, spdxTagValue } from './fixtures.ts';
import { type Read, readBom, utf16 } from './reading.ts';
import { workbookOf } from './workbook.ts';

const versions = ['1.4', '1.5', '1.6', '1.7'] as const;

/** Every software format, with how it is told and where its package stands. */
const documents: [name: string, file: string, text: string, format: string, place: object][] = [
  ...versions.map((version): (typeof documents)[number] => [
    ...([
      `CycloneDX ${version} JSON`,
      'bom.json',
      cyclonedxJson(version),
      'cyclonedx-json',
    ] as const),
    { pointer: '/components/0' },
  ]),
  ...versions.map((version): (typeof documents)[number] => [
    ...([`CycloneDX ${version} XML`, 'bom.xml', cyclonedxXml(version), 'cyclonedx-xml'] as const),
    { pointer: '/bom/components/component[1]', line: 9 },
  ]),
  [
    ...([
      'CycloneDX XML with a prefix',
      'bom.xml',
      cyclonedxXml('1.6', 'c'),
      'cyclonedx-xml',
    ] as const),
    { pointer: '/bom/components/component[1]', line: 9 },
  ],
  ['SPDX 2.3 JSON', 'bom.spdx.json', spdxJson, 'spdx-json', { pointer: '/packages/0', line: 12 }],
  ['SPDX 2.3 tag-value', 'bom.spdx', spdxTagValue, 'spdx-tag-value', { line: 9 }],
  ['SPDX 3.0 JSON-LD', 'bom.json', spdx3Json, 'spdx3-json', { pointer: '/@graph/2', line: 17 }],
];

const called = (read: Read, name: string) =>
  read.lines.find(({ component }) => component.name === name);
const partiesOf = (component: Component | undefined) =>
  Object.fromEntries((component?.parties ?? []).map(({ field, value }) => [field, value]));

for (const [name, file, text, format, place] of documents) {
  t.test(`${name} keeps the contract of every reader`, async (t) => {
    const read = await readBom(file, text);
    t.equal(read.format, format, 'is told by its content');
    t.same(read.notes, [], 'nothing to say about it');
    const part = called(read, 'lens-sdk');
    t.match(part?.place, { file, ...place }, 'the package is at its place');
    t.equal(part?.component.kind, 'software');
    t.equal(part?.component.version, '2.1.0');
    t.ok(part?.component.purls?.includes('pkg:npm/%40zorvanta/lens-sdk@2.1.0'), 'purl');
    t.same(part?.component.cpes, ['cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*'], 'cpe');
    const parties = Object.values(partiesOf(part?.component));
    t.ok(parties.includes('Quellmar Trading'), 'supplier');
    t.ok(parties.includes('Zorvanta Optics'), 'who made it');
    t.notOk(parties.includes('zorvanta'), 'a group that is a namespace is no name');
    const document = read.lines.find(({ component }) => component.kind === 'document');
    t.ok(
      Object.values(partiesOf(document?.component)).includes('Bill Maker Inc'),
      'who made the bill',
    );
    t.equal(JSON.stringify(read).includes('Hikvision scanner'), false, 'tools are no parts');
    t.same(await readBom(file, `\ufeff${text}`), read, 'a byte order mark changes nothing');
    const crlf = await readBom(file, text.replaceAll('\n', '\r\n'));
    t.same(crlf, read, 'nor do line ends of Windows');
    for (const order of ['le', 'be'] as const) {
      t.same(await readBom(file, utf16(text, order)), read, `nor does UTF-16 ${order}`);
    }
  });
}

t.test('CycloneDX tells devices, nested parts and services', async (t) => {
  for (const version of versions) {
    for (const [file, text] of [
      ['bom.json', cyclonedxJson(version)],
      ['bom.xml', cyclonedxXml(version)],
    ] as const) {
      const read = await readBom(file, text);
      const device = called(read, 'MK-2CD20 dome')?.component;
      t.match(device, { kind: 'device', models: ['MK-2CD20 dome'], macs: ['A8:BB:C0:00:00:01'] });
      t.same(device?.purls, ['pkg:github/zorvanta/lens'], 'a repository says who publishes');
      t.match(called(read, 'inner')?.component, { kind: 'device', type: 'firmware' });
      t.match(called(read, 'Camera X')?.component, { kind: 'device' }, 'the subject is a part');
      t.match(called(read, 'Cloud')?.component, {
        kind: 'service',
        parties: [{ field: 'provider', value: 'Quellmar Trading' }],
      });
    }
  }
  const old = await readBom(
    'bom.json',
    '{"bomFormat":"CycloneDX","specVersion":"1.2","components":[]}',
  );
  t.match(old.notes, [/CycloneDX 1\.2 is not one of/]);
});

const TABLE: readonly (readonly string[])[] = [
  ['Manufacturer', 'Model', 'Description', 'MAC', 'FCC ID', 'Supplier', 'Country'],
  [
    'Zorvanta',
    'MK-2CD20',
    '4MP "dome", 24" mount',
    'A8:BB:C0:00:00:01',
    '2AMKR-1',
    'Quellmar',
    'CN',
  ],
  ['n/a', 'X-1', 'line\nbreak', '', '', '', ''],
];
const csvOf = (rows: readonly (readonly string[])[], delimiter: string) =>
  rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\n');

t.test('a table is read the same in every shape', async (t) => {
  const expected = (await readBom('bom.csv', csvOf(TABLE, ','))).lines;
  t.match(expected[0], {
    place: { file: 'bom.csv', line: 2 },
    component: {
      kind: 'device',
      parties: [
        { field: 'manufacturer', value: 'Zorvanta' },
        { field: 'supplier', value: 'Quellmar' },
      ],
      models: ['MK-2CD20'],
      macs: ['A8:BB:C0:00:00:01'],
      fccIds: ['2AMKR-1'],
      countryOfOrigin: 'CN',
    },
  });
  t.match(expected[1], { place: { line: 3 }, component: { parties: [], models: ['X-1'] } });
  for (const delimiter of [';', '\t', '|']) {
    const read = await readBom('bom.csv', csvOf(TABLE, delimiter));
    t.same(read.lines, expected, `separated by ${JSON.stringify(delimiter)}`);
  }
  t.same(
    (await readBom('bom.csv', csvOf(TABLE, ',').replaceAll('\n', '\r\n'))).lines,
    expected,
    'CRLF',
  );
  t.same(
    (await readBom('bom.csv', csvOf(TABLE, ',').replaceAll('\n', '\r'))).lines,
    expected,
    'CR alone',
  );
  t.same(
    (await readBom('bom.csv', utf16(csvOf(TABLE, '\t'), 'le'))).lines,
    expected,
    'UTF-16, as Excel saves text',
  );
  t.match(
    (await readBom('bom', csvOf(TABLE, ','))).format,
    'csv',
    'told by its header without a name',
  );
  const title = [['Site list'], [], ['Customer: R1,R2,R3', 'x'], ...TABLE];
  t.same(
    (await readBom('bom.csv', csvOf(title, ';'))).lines.map(({ place }) => place.line),
    [5, 6],
    'below a title, lines count from the top of the file',
  );
  const book = await readBom('bom.xlsx', workbookOf({ Notes: [['hello']], Parts: TABLE }));
  t.same(
    book.lines.map(({ component }) => component),
    expected.map(({ component }) => component),
  );
  t.match(book.lines[0]?.place, { file: 'bom.xlsx', sheet: 'Parts', cell: 'A2', line: 2 });
  t.match(book.lines[1]?.place, { cell: 'B3' }, 'the first cell that says something');
  t.match(book.notes, [/sheet "Notes" was not read/]);
});

t.test('headers are known in the languages that people write', async (t) => {
  const table: [string, string][] = [
    ['English', 'Mfr. Name,Mfr Part No.,Item Description'],
    ['English, in another order', 'Desc,MPN,Brand Name'],
    ['German', 'Hersteller,Herstellerteilenummer,Bezeichnung'],
    ['French', 'Fabricant,Référence fabricant,Désignation'],
    ['Spanish', 'Fabricante,Referencia del fabricante,Descripción'],
    ['Chinese', '制造商,型号,描述'],
    ['Japanese', 'メーカー,型番,説明'],
    ['SAP', 'MFRNR,MFRPN,Description'],
  ];
  for (const [name, header] of table) {
    const known = /^Desc/.test(header) ? 'words,MK-2CD20,Zorvanta' : 'Zorvanta,MK-2CD20,words';
    const [line] = (await readBom('bom.csv', `${header}\n${known}`)).lines;
    t.match(line?.component, { models: ['MK-2CD20'], description: 'words' }, name);
    t.equal(line?.component.parties[0]?.value, 'Zorvanta', `${name}: maker`);
  }
});

t.test('approved makers are alternatives, and all are read', async (t) => {
  const text = [
    'Manufacturer 1,Manufacturer Part Number 1,Manufacturer 2,Manufacturer Part Number 2,Supplier 1,Comment',
    'Murata,GRM1,Zorvanta,MK-2CD20,Quellmar,10uF',
    'Yageo,RC1,,,Quellmar,10k',
    'TDK;Zorvanta,C1;MK-2CD21,,,,x',
    '~,C2,,,,y',
  ].join('\n');
  const { lines } = await readBom('bom.csv', text);
  const told = lines.map(({ place, component }) => [
    place.line,
    component.parties[0]?.value,
    component.models?.join(),
    component.alternative,
  ]);
  t.same(told, [
    [2, 'Murata', 'GRM1', 1],
    [2, 'Zorvanta', 'MK-2CD20', 2],
    [3, 'Yageo', 'RC1', undefined],
    [4, 'TDK', 'C1', 1],
    [4, 'Zorvanta', 'MK-2CD21', 2],
    [5, 'TDK', 'C2', 1],
    [5, 'Zorvanta', 'C2', 2],
  ]);
});

t.test(
  'an ambiguous header counts only where no clearer one stands, and a note says so',
  async (t) => {
    const alone = await readBom('bom.csv', 'Vendor,Part Number\nZorvanta,MK-2CD20');
    t.match(alone.lines[0]?.component.parties, [{ field: 'manufacturer', value: 'Zorvanta' }]);
    t.equal(alone.notes.length, 2);
    t.match(alone.notes.join(), /"Vendor" was read as the maker/);
    const beside = await readBom(
      'bom.csv',
      'Vendor,Manufacturer,Part Number,MPN\nShop,Zorvanta,77,MK-2CD20',
    );
    t.same(beside.notes, []);
    t.match(beside.lines[0]?.component, {
      parties: [
        { field: 'manufacturer', value: 'Zorvanta' },
        { field: 'supplier', value: 'Shop' },
      ],
      models: ['MK-2CD20'],
    });
  },
);

t.test('a user may say which column is which', async (t) => {
  const columns = new Map([
    ['manufacturer', 'Who'],
    ['model', '3'],
  ]);
  const read = await readBom('bom.csv', 'Who,Description,What\nZorvanta,words,MK-2CD20', {
    columns,
  });
  t.match(read.lines[0]?.component, {
    parties: [{ field: 'manufacturer', value: 'Zorvanta' }],
    models: ['MK-2CD20'],
    description: 'words',
  });
  const numbers = new Map([['manufacturer', '1']]);
  const headless = await readBom('bom.csv', 'Zorvanta,x\nQuellmar,y', { columns: numbers });
  t.same(
    headless.lines.map(({ place }) => place.line),
    [1, 2],
    'by number without a header',
  );
});

t.test('encodings are told from the bytes', async (t) => {
  const text = '制造商,型号\n海康威视数字技术,DS-2CD20\n大华股份,IPC-HDW1\n';
  const gb = Buffer.concat([
    Buffer.from([0xd6, 0xc6, 0xd4, 0xec, 0xc9, 0xcc, 0x2c, 0xd0, 0xcd, 0xba, 0xc5, 0x0a]),
    Buffer.from([
      0xba, 0xa3, 0xbf, 0xb5, 0xcd, 0xfe, 0xca, 0xd3, 0xca, 0xfd, 0xd7, 0xd6, 0xbc, 0xbc, 0xca,
      0xf5,
    ]),
    Buffer.from(',DS-2CD20\n'),
    Buffer.from([0xb4, 0xf3, 0xbb, 0xaa, 0xb9, 0xc9, 0xb7, 0xdd]),
    Buffer.from(',IPC-HDW1\n'),
  ]);
  t.same((await readBom('bom.csv', gb)).lines, (await readBom('bom.csv', text)).lines, 'GB18030');
  const western = 'Hersteller;Bezeichnung\nMüller Geräte;Kamera für Außen – 5 €\n';
  const latin = Buffer.from(western.replace('–', '-').replace('€', 'EUR'), 'latin1');
  t.match((await readBom('bom.csv', latin)).lines[0]?.component, {
    parties: [{ value: 'Müller Geräte' }],
    description: 'Kamera für Außen - 5 EUR',
  });
  const windows = Buffer.from(western.replace('–', '\x96').replace('€', '\x80'), 'latin1');
  t.match((await readBom('bom.csv', windows)).lines[0]?.component, {
    description: 'Kamera für Außen – 5 €',
  });
  const unmarked = Buffer.from('Manufacturer,Model\nZorvanta,X1\n', 'utf16le');
  t.match(
    (await readBom('bom.csv', unmarked)).lines[0]?.component,
    { models: ['X1'] },
    'UTF-16 without a mark',
  );
});

t.test('a list of names is one name a line', async (t) => {
  const { format, lines } = await readBom(
    'vendors.txt',
    '# vendors\nZorvanta Optics\n\n  n/a\n海康威视\n',
  );
  t.equal(format, 'names');
  t.same(
    lines.map(({ place, component }) => [place.line, component.parties[0]?.value]),
    [
      [2, 'Zorvanta Optics'],
      [5, '海康威视'],
    ],
  );
});

t.test('placeholders name nobody', async (t) => {
  for (const text of [
    'NOASSERTION',
    'NO ASSERTION',
    'n/a',
    'N.A.',
    ' - ',
    '',
    'Unknown',
    'Private',
    'Crates Io',
    'Conan',
    '无',
  ]) {
    t.equal(meaningful(text), undefined, JSON.stringify(text));
  }
  for (const text of ['Private Eye Cameras', 'None Such Ltd', 'NA Technologies']) {
    t.equal(meaningful(text), text);
  }
});

t.test('laws of the table reader', async (t) => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replace(/[\r\p{Cc}\ufeff;|~]/gu, ''));
  const row = fc.tuple(cell, cell, cell);
  const delimiters = fc.constantFrom(',', '\t');
  await t.resolves(
    fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        delimiters,
        async (rows, delimiter) => {
          const text = csvOf([['Manufacturer', 'Model', 'Description'], ...rows], delimiter);
          const { lines } = await readBom('bom.csv', text);
          const told = new Set(lines.map(({ component }) => component.description));
          for (const [, , description] of rows) {
            const said = meaningful(description);
            if (said !== undefined && !told.has(said)) throw new Error(`lost ${said}`);
          }
          let before = 1;
          for (const { place } of lines) {
            if ((place.line ?? 0) < before) throw new Error('lines go back');
            before = place.line ?? 0;
          }
        },
      ),
      { numRuns: 60 },
    ),
    'no described row is lost, and lines never go back',
  );
});
