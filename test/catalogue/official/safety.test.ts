import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import t, { type Test } from 'tap';
import { csvRows } from '../../../src/catalogue/official/input/csv.ts';
import type { InputFile } from '../../../src/catalogue/official/input/file.ts';
import { jsonLines, jsonValues } from '../../../src/catalogue/official/input/json.ts';
import { inputLimits } from '../../../src/catalogue/official/input/limits.ts';
import { inputFiles } from '../../../src/catalogue/official/input/open.ts';
import { textOf } from '../../../src/catalogue/official/input/text.ts';
import { xmlElements } from '../../../src/catalogue/official/input/xml.ts';
import { readAll, refusal } from './contract.ts';

const SMALL = { ...inputLimits, fieldCharacters: 1000, unpackedBytes: 200_000_000 };

/** Writes a file and gives its path. */
function put(t: Test, name: string, bytes: Uint8Array | string): string {
  const path = join(t.testdir({}), name);
  writeFileSync(path, bytes);
  return path;
}

/** Drains what a reader makes of a file. */
async function drain(path: string, read: (file: never) => AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for (const file of await inputFiles(path, SMALL)) count += await drainFile(file, read);
  return count;
}

async function drainFile(
  file: InputFile,
  read: (file: never) => AsyncIterable<unknown>,
): Promise<number> {
  let count = 0;
  for await (const _ of read(file as never)) count++;
  return count;
}

interface Member {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the directory claims the unpacked size to be. */
  readonly claims?: number;
  readonly flags?: number;
}

/** A zip archive by its own rules, so that it can break them. */
function zip(members: readonly Member[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims = data.length, flags = 0 } of members) {
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

const text = (file: never) => textOf(file);

t.test('a sound zip archive is read; one that is not is refused', async (t) => {
  const data = Buffer.from('a,b\n1,2\n');
  const files = await inputFiles(put(t, 'good.zip', zip([{ name: 'x/list.csv', data }])), SMALL);
  t.same(
    files.map(({ name }) => name),
    ['list.csv'],
  );
  const rows = [];
  for await (const { cells } of csvRows(files[0] as never, SMALL)) rows.push(cells);
  t.same(rows, [
    ['a', 'b'],
    ['1', '2'],
  ]);
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a path that climbs', zip([{ name: '../../etc/list.csv', data }]), /invalid relative path/],
    ['an absolute path', zip([{ name: '/etc/list.csv', data }]), /absolute path/],
    ['a drive', zip([{ name: 'C:/list.csv', data }]), /absolute path/],
    ['a backslash', zip([{ name: '..\\list.csv', data }]), /invalid characters/],
    ['an encrypted member', zip([{ name: 'list.csv', data, flags: 1 }]), /encrypted/],
    ['a cut archive', zip([{ name: 'list.csv', data }]).subarray(0, -30), /not a sound zip/],
    [
      'more members than are read',
      zip(Array.from({ length: 101 }, (_, at) => ({ name: `${at}.csv`, data }))),
      /more than 100 files/,
    ],
    [
      'a bomb that says so',
      zip([{ name: 'list.csv', data: Buffer.alloc(40_000_000) }]),
      /zip bomb/,
    ],
    [
      'a bomb that lies about its size',
      zip([{ name: 'list.csv', data: Buffer.alloc(40_000_000, 'a,b\n'), claims: 100 }]),
      /cannot be unpacked|bomb/,
    ],
  ];
  for (const [what, bytes, expected] of cases) {
    t.match(await refusal(drain(put(t, 'bad.zip', bytes), text)), expected, what);
  }
});

t.test('a gzip bomb is stopped while it unpacks', async (t) => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, 'a,b\n'));
  t.match(await refusal(drain(put(t, 'bomb.csv.gz', bomb), text)), 'a packed bomb');
});

t.test('XML that reaches out or blows up is refused', async (t) => {
  const xml = (file: never) => xmlElements(file, new Set(['record']), SMALL);
  const external =
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x><record>&e;</record></x>';
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x><record>&b;</record></x>';
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['an external entity', external, /DOCTYPE/],
    ['an entity bomb', laughs, /DOCTYPE/],
    ['an entity that is not declared', '<x><record>&boom;</record></x>', /not sound XML/],
    ['elements without end', '<a>'.repeat(100), /more than 64 deep/],
    ['a giant text', `<x><record>${'y'.repeat(2000)}</record></x>`, /more than 1000 characters/],
    ['tags that do not match', '<x>\n<record></x>', /:2: is not sound XML/],
    ['an end in the middle', '<x><record>', /not sound XML/],
  ];
  for (const [what, document, expected] of cases) {
    t.match(await refusal(drain(put(t, 'list.xml', document), xml)), expected, what);
  }
  // The parser keeps such a thing to itself until it ends.
  for (const begin of ['<x><record>', '<x><!-- ', '<x><record name="', '<x><record><![CDATA[']) {
    let read = 0;
    const endless = {
      name: 'endless.xml',
      async *bytes() {
        yield Buffer.from(begin);
        for (; read < 1000; read++) yield Buffer.alloc(1000, 'y');
      },
    };
    t.match(await refusal(drainFile(endless, xml)), /more than 1000 characters/, `${begin}…`);
    t.ok(read < 5, 'long before its end');
  }
  t.match(await refusal(readAll('un-xml', [put(t, 'x.xml', '<other/>')])), /begins with <other>/);
  t.match(await refusal(readAll('ofac-enhanced', [put(t, 'x.xml', '<y/>')])), /begins with <y>/);
  t.match(await refusal(readAll('canada-sema-xml', [put(t, 'x.xml', '<z/>')])), /begins with <z>/);
});

t.test('CSV that cannot be trusted is refused', async (t) => {
  const rows = (file: never) => csvRows(file, SMALL);
  const open = `a,b\n1,"${'x'.repeat(3000)}\n`;
  t.match(await refusal(drain(put(t, 'list.csv', open), rows)), 'a quote may be open');
  t.match(await refusal(drain(put(t, 'list.csv', 'a,b\n1,"2'), rows)), /:2: is not sound CSV/);
  const header = 'source,entity_number\nx,1\n';
  t.match(
    await refusal(readAll('csl-csv', [put(t, 'list.csv', header)])),
    /:1: lacks the columns type, programs, name/,
  );
  const twice =
    'id,schema,name,name,aliases,birth_date,countries,addresses,identifiers\n1,Person,a,b,,,,,\n';
  t.match(await refusal(readAll('targets-simple-csv', [put(t, 'x.csv', twice)])), /"name" twice/);
  const bare = 'id,schema,name,aliases,birth_date,countries,addresses,identifiers\n';
  t.match(await refusal(readAll('targets-simple-csv', [put(t, 'x.csv', bare)])), /no records/);
});

t.test('JSON that cannot be trusted is refused, a broken line is a lost record', async (t) => {
  const values = (file: never) => jsonValues(file, ['$.results.*'], SMALL);
  const giant = `{"results":["${'x'.repeat(200_000)}"]}`;
  t.match(await refusal(drain(put(t, 'x.json', giant), values)), /more than 1000 characters/);
  t.match(await refusal(drain(put(t, 'x.json', '{"results":[1,2'), values)), /ends in the middle/);
  t.match(await refusal(drain(put(t, 'x.json', '{"results":[1,}'), values)), /not sound JSON/);
  const lines = (file: never) => jsonLines(file, SMALL);
  const long = `{"a":"${'x'.repeat(2000)}`;
  t.match(await refusal(drain(put(t, 'x.json', long), lines)), /beyond the size limit/);
  const good = '{"id":"a","schema":"Person","properties":{"name":["A B"]},"target":true}';
  const { records, problems } = await readAll('ftm-ndjson', [
    put(t, 'x.json', `${good}\n{broken\n{"id":"b"}\n`),
  ]);
  t.equal(records.length, 1);
  t.match(
    problems.map(({ line, lost, message }) => [line, lost, message]),
    [
      [2, true, /is not JSON/],
      [3, true, /is needed/],
    ],
  );
});

t.test('characters that are cut between two reads are whole again', async (t) => {
  // 65,535 bytes of ASCII: the first byte of the Han character ends the first read.
  const path = put(t, 'x.txt', `${'a'.repeat(65_535)}海康`);
  let whole = '';
  for (const file of await inputFiles(path, SMALL)) {
    for await (const piece of textOf(file)) whole += piece;
  }
  t.ok(whole.endsWith('a海康'));
  const broken = Buffer.concat([
    Buffer.from(`${'line\n'.repeat(20_000)}end `),
    Buffer.from([0xe6, 0xb5]),
    Buffer.from(' x\n'),
  ]);
  t.match(await refusal(drain(put(t, 'y.txt', broken), text)), /y.txt:20001: is not UTF-8/);
});
