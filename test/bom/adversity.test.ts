import fc from 'fast-check';
import t from 'tap';
import type { BomInput } from '../../src/bom/index.ts';
import { fileLimits, requestLimits } from '../../src/bom/index.ts';
import { openBom } from '../../src/bom/read-bom.ts';
import { cyclonedxJson, cyclonedxXml, spdx3Json, spdxJson, spdxTagValue } from './fixtures.ts';
import { readBom, refusalOf } from './reading.ts';
import { workbookOf, zipOf } from './workbook.ts';

t.setTimeout(120_000);

const head = '{"bomFormat":"CycloneDX","specVersion":"1.6",';

t.test('what cannot be read is refused with file, place and what to do', async (t) => {
  const table: [name: string, file: string, content: string | Buffer, expected: RegExp][] = [
    ['nothing', 'a.csv', '', /^invalid-bom: a\.csv: is empty/],
    ['blank lines', 'a.csv', '\n\n \n', /^invalid-bom: a\.csv: is empty/],
    ['no header', 'a.csv', 'a,b\n1,2\n', /^invalid-bom: a\.csv:1: no header .*--columns/],
    ['a NUL', 'a.csv', 'Manufacturer,Model\nX,\0\n', /^invalid-bom: a\.csv:2: holds a NUL/],
    [
      'an open quotation mark',
      'a.csv',
      'Manufacturer,Model\nA,1\n"B,2\nC,3\n',
      /^invalid-bom: a\.csv:3: a quotation mark is opened/,
    ],
    [
      'not JSON',
      'a.json',
      `{\n"bomFormat": "CycloneDX",\n"components": [,]\n}`,
      /^invalid-bom: a\.json:3 \/components\/0: is not JSON/,
    ],
    [
      'a missing comma',
      'a.json',
      `${head}\n"components": [{"name": "a"\n"version": "1"}]}`,
      /^invalid-bom: a\.json:3 \/components\/0\/name: is not JSON: a comma/,
    ],
    [
      'a bare word',
      'a.json',
      `${head}\n"components": [nope]}`,
      /^invalid-bom: a\.json:2 .*is not JSON/,
    ],
    [
      'two documents',
      'a.json',
      `${head}"components": []}\n{}`,
      /^invalid-bom: a\.json:.*(goes on after its end|not JSON)/,
    ],
    [
      'a number for a name',
      'a.json',
      `${head}\n"components": [{"name": 7}]}`,
      /^invalid-bom: a\.json:2 \/components\/0\/name: /,
    ],
    [
      'JSON of another kind',
      'a.json',
      '{"a": 1}',
      /^invalid-bom: a\.json:1: is JSON, but neither CycloneDX/,
    ],
    ['a JSON list', 'a.json', '[1, 2]', /^invalid-bom: a\.json:1: is JSON, but neither/],
    ['XML of another kind', 'a.xml', '<root/>', /^invalid-bom: a\.xml:1: is not CycloneDX/],
    [
      'a web page',
      'a.xml',
      '<!doctype html><html></html>',
      /^invalid-bom: a\.xml:1: is an HTML page/,
    ],
    [
      'a document type',
      'a.xml',
      '<?xml version="1.0"?>\n<!DOCTYPE bom [<!ENTITY a "b">]>\n<bom/>',
      /^invalid-bom: a\.xml:2: declares a document type/,
    ],
    [
      'tags that cross',
      'a.xml',
      '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>\n<component></components>',
      /^invalid-bom: a\.xml:2.*is not sound XML/,
    ],
    [
      'SPDX in RDF',
      'a.rdf',
      '<rdf:RDF xmlns:rdf="x"></rdf:RDF>',
      /is SPDX in RDF\/XML, which is not read/,
    ],
    [
      'a text never closed',
      'a.spdx',
      'SPDXVersion: SPDX-2.3\nDocumentComment: <text>\nx',
      /^invalid-bom: a\.spdx:2: a <text> is opened/,
    ],
    [
      'no tag',
      'a.spdx',
      'SPDXVersion: SPDX-2.3\nhello',
      /^invalid-bom: a\.spdx:2: is not "Tag: value"/,
    ],
    [
      'an old Excel file',
      'a.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      /old Excel file .*save it as \.xlsx/,
    ],
    ['a PDF', 'a.pdf', '%PDF-1.7', /is a PDF/],
    [
      'a zip that is no workbook',
      'a.xlsx',
      zipOf([['x.txt', 'x']]),
      /^invalid-bom: a\.xlsx.*is not a sound workbook/,
    ],
    [
      'a cut workbook',
      'a.xlsx',
      workbookOf({ A: [['Manufacturer'], ['X']] }).subarray(0, 300),
      /^invalid-bom: a\.xlsx.*is not a sound \.xlsx/,
    ],
    [
      'a workbook without header',
      'a.xlsx',
      workbookOf({ A: [['x'], ['y']] }),
      /^invalid-bom: a\.xlsx:1: no header/,
    ],
    ['another format than said', 'a.json', 'Manufacturer,Model\nA,1', /read/],
  ];
  for (const [name, file, content, expected] of table) {
    t.match(await refusalOf(file, content), expected, name);
  }
  const wrong = await refusalOf('a.csv', 'Manufacturer,Model\nA,1', {
    columns: new Map([['model', 'Typ']]),
  });
  t.match(wrong, /there is no column "Typ": its columns are Manufacturer, Model/);
  const field = await refusalOf('a.csv', 'Manufacturer,Model\nA,1', {
    columns: new Map([['colour', '1']]),
  });
  t.match(field, /"colour" is not a field: choose from manufacturer/);
});

t.test('a document that is cut anywhere is refused or read, never a crash', async (t) => {
  const documents: [string, string][] = [
    ['a.json', cyclonedxJson('1.6')],
    ['b.json', spdxJson],
    ['c.json', spdx3Json],
    ['a.xml', cyclonedxXml('1.5')],
    ['a.spdx', spdxTagValue],
  ];
  for (const [file, text] of documents) {
    for (let at = 1; at < text.length; at += Math.ceil(text.length / 40)) {
      const said = await refusalOf(file, text.slice(0, at));
      if (said.startsWith('CRASH') || (said === 'read' && !file.endsWith('.spdx') && at > 40)) {
        t.fail(`${file} cut at ${at}: ${said}`);
      }
    }
    t.pass(file);
  }
});

t.test('nesting without end is refused, references in circles do no harm', async (t) => {
  const open = '{"name":"x","components":[';
  const deep = `${head}"components":[${open.repeat(100_000)}`;
  t.match(
    await refusalOf('deep.json', deep),
    /^invalid-bom: deep\.json:1 .*nests values more than 256 deep/,
  );
  t.match(await refusalOf('deep.json', '['.repeat(1_000_000)), /nests values more than 256 deep/);
  const closed = `${head}"components":[${open.repeat(50)}${']}'.repeat(50)}]}`;
  t.equal((await readBom('nested.json', closed)).lines.length, 50, 'fifty levels are read');
  const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${'<components><component>'.repeat(100_000)}`;
  t.match(await refusalOf('deep.xml', xml), /nests elements more than 256 deep/);
  t.equal((await readBom('circle.json', spdx3Json)).lines.length, 4, 'SPDX 3.0 in a circle');
});

t.test('keys that name what every object has are only keys', async (t) => {
  const text = `${head}"components":[{"__proto__":{"name":"evil"},"constructor":"x","name":"a"}]}`;
  t.equal((await readBom('a.json', text)).lines[0]?.component.name, 'a');
  t.equal(Object.hasOwn(Object.prototype, 'name'), false);
});

/** An input of any size that is nowhere held. */
function endless(name: string, first: string, piece: string, size: number, last = ''): BomInput {
  const block = Buffer.from(piece.repeat(Math.max(1, Math.floor(65_536 / piece.length))));
  return {
    name,
    size,
    async *bytes() {
      yield Buffer.from(first);
      for (let given = 0; given < size; given += block.length) yield block;
      yield Buffer.from(last);
    },
  };
}

async function outcomeOf(input: BomInput, limits = fileLimits): Promise<string> {
  try {
    let lines = 0;
    for await (const item of (await openBom(input, { limits })).items) {
      if (item.kind === 'line') lines++;
    }
    return `read ${lines}`;
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? `${error.code}: ${error.message}`
      : `CRASH: ${error}`;
  }
}

t.test('200 MB is read in bounded memory or refused', async (t) => {
  const MB = 1_000_000;
  const before = process.memoryUsage().rss;
  const skipped = endless(
    'a.json',
    `${head}"components":[{"name":"a"}],"annotations":[0`,
    `,"${'0123456789'.repeat(200)}"`,
    200 * MB,
    ']}',
  );
  t.equal(await outcomeOf(skipped), 'read 1', 'JSON of which nobody wants most');
  const text = endless('a.json', `${head}"components":[{"name":"`, 'x', 200 * MB, '"}]}');
  t.match(
    await outcomeOf(text),
    /^invalid-bom: a\.json:1 .*holds a value of more than/,
    'one text in JSON',
  );
  const xml = endless(
    'a.xml',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component><name>',
    'x',
    200 * MB,
  );
  t.match(
    await outcomeOf(xml),
    /^invalid-bom: a\.xml:1.*holds a text of more than/,
    'one text in XML',
  );
  const record = endless('a.csv', 'Manufacturer,Model\n"', 'x\n', 200 * MB);
  t.match(
    await outcomeOf(record),
    /^invalid-bom: a\.csv:2: a record of more than/,
    'one record in CSV',
  );
  const line = endless('a.txt', 'Zorvanta', 'x', 200 * MB);
  t.match(await outcomeOf(line), /^invalid-bom: a\.txt:1: a line of more than/, 'one line of text');
  const rows = endless(
    'a.csv',
    'Manufacturer,Model\n',
    `${'x'.repeat(60)},${'y'.repeat(60)}\n`,
    20 * MB,
  );
  t.match(
    await outcomeOf(rows, requestLimits),
    /^too-large: a\.csv:\d+: holds more than 100000 components/,
    'too many components',
  );
  t.match(
    await outcomeOf(rows, { ...fileLimits, bytes: MB }),
    /^too-large: a\.csv: is larger than/,
    'too many bytes',
  );
  const grown = (process.memoryUsage().rss - before) / MB;
  t.ok(grown < 400, `memory grew by ${Math.round(grown)} MB`);
});

t.test('a workbook that unpacks to more than it may is refused', async (t) => {
  const limits = {
    ...fileLimits,
    workbook: { packed: 10_000_000, unpacked: 1_000_000, members: 10 },
  };
  const rows = [['Manufacturer'], ['x'.repeat(1_100_000)]];
  t.match(
    await refusalOf('big.xlsx', workbookOf({ A: rows }), { limits }),
    /^too-large: big\.xlsx: unpacks to more than/,
  );
  const many = zipOf(Array.from({ length: 11 }, (_, at) => [`${at}.xml`, 'x'] as const));
  t.match(
    await refusalOf('many.xlsx', many, { limits }),
    /^too-large: many\.xlsx: holds more than 10 files/,
  );
});

t.test('whatever bytes come are read or refused', async (t) => {
  const starts = [
    '',
    '{"bomFormat":"CycloneDX","components":[',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">',
    'SPDXVersion: SPDX-2.3\n',
    'Manufacturer,Model\n',
    'PK\x03\x04',
    '\ufeff',
    '{"@graph":[',
  ];
  const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
  await t.resolves(
    fc.assert(
      fc.asyncProperty(bytes, async ([start, rest]) => {
        const said = await refusalOf('fuzz', Buffer.concat([Buffer.from(start), rest]));
        if (said.startsWith('CRASH')) throw new Error(said);
      }),
      { numRuns: 300 },
    ),
  );
});
