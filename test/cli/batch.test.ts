import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import t from 'tap';
import { csvCell } from '../../src/bom/index.ts';
import { findColumns, queryOfRow } from '../../src/cli/batch/columns.ts';
import { type CsvRecord, readCsv } from '../../src/cli/batch/records.ts';
import { type RowScreener, screenRows } from '../../src/cli/batch/rows.ts';
import { RedflagError } from '../../src/domain/error.ts';
import { type Screening, screenQuerySchema } from '../../src/screening/index.ts';
import { bytesOf } from './session.ts';

async function gather<T>(records: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
}

async function recordsOf(text: string, size?: number): Promise<CsvRecord[]> {
  const { records } = await readCsv(bytesOf(text, size));
  return gather(records);
}

t.test('law: what is written as CSV is read again, whatever the size of the pieces', async (t) => {
  const cell = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((text) => text.isWellFormed() && !text.includes('\0'));
  // A file with NUL is no text. The apostrophe that guards a formula is meant to stay; a blank row is no row.
  const plain = cell.filter((text) => {
    const guarded = csvCell(text, ',').replace(/^"/, '').startsWith("'");
    return !guarded || text.startsWith("'");
  });
  const tables = fc.array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 8 });
  const isRow = (cells: readonly string[]) => cells.some((cell) => cell.trim() !== '');
  await t.resolves(
    fc.assert(
      fc.asyncProperty(
        tables.map((rows) => rows.filter(isRow)),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 64 }),
        async (rows, delimiter, newline, size) => {
          const head = ['name', 'country', 'note'];
          const text = [head, ...rows]
            .map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter) + newline)
            .join('');
          const read = await recordsOf(text, size);
          assert.deepEqual(
            read.map(({ cells }) => cells),
            rows,
          );
        },
      ),
      { numRuns: 60 },
    ),
  );
});

t.test('law: no cell that is written begins a formula', async (t) => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '');
  await t.resolves(
    fc.assert(
      fc.asyncProperty(fc.tuple(start, fc.string()), async ([start, rest]) => {
        const written = csvCell(start + rest, ',').replace(/^"/, '');
        assert.doesNotMatch(written, /^[=+\-@\t\r\n＝＋－＠]/);
      }),
    ),
  );
});

const malformed: [what: string, text: string, rows: (string | RegExp)[], lines: number[]][] = [
  ['a quotation mark inside a cell', 'name,c\n5" pipe,US\nB,US\n', ['5" pipe', 'B'], [2, 3]],
  ['words after a closed quotation', 'name,c\n"Best" Ltd,US\nB,US\n', ['"Best" Ltd', 'B'], [2, 3]],
  [
    'a quotation never closed',
    'name,c\nA,1\n"B,2\nC,3\nD,4\n',
    ['A', /never closed/, 'C', 'D'],
    [2, 3, 4, 5],
  ],
  ['one never closed, in the last line', 'name,c\nA,1\n"B,2', ['A', /never closed/], [2, 3]],
  ['a line end inside a quotation', 'name,c\n"A\nB",1\nC,2\n', ['A\nB', 'C'], [2, 4]],
  [
    'a Windows line end inside a quotation',
    'name,c\r\n"A\r\nB",1\r\nC,2\r\n',
    ['A\r\nB', 'C'],
    [2, 4],
  ],
  ['blank lines and blank rows', 'name,c\n\n,\nA,1\n\n\n , \nB,2\n\n', ['A', 'B'], [4, 8]],
  ['a byte order mark', '\ufeffname,c\nA,1\n', ['A'], [2]],
  ['old Macintosh line ends', 'name,c\rA,1\rB,2', ['A', 'B'], [2, 3]],
  ['only a header', 'name,c\n', [], []],
  ['no line end at the end', 'name\nA', ['A'], [2]],
];

for (const [what, text, rows, lines] of malformed) {
  t.test(`records: ${what}`, async (t) => {
    for (const size of [1, 7, 1000]) {
      const read = await recordsOf(text, size);
      t.match(
        read.map(({ cells, problem }) => problem ?? cells[0]),
        rows,
      );
      t.equal(read.length, rows.length);
      t.same(
        read.map(({ line }) => line),
        lines,
      );
    }
  });
}

t.test(
  'a quotation that is never closed costs one row of a long file, in bounded memory',
  async (t) => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `Company ${at},US`);
    rows[100] = '"Open,US';
    const read = await recordsOf(`name,country\n${rows.join('\n')}\n`);
    t.equal(read.length, rows.length);
    t.same(
      read.flatMap(({ line, problem }) => (problem === null ? [] : [line])),
      [102],
    );
    t.equal(read.at(-1)?.line, rows.length + 1);
  },
);

const unreadable: [what: string, bytes: Uint8Array, reason: RegExp][] = [
  ['an empty file', Buffer.from(''), /empty/],
  ['UTF-16', Buffer.from('\ufeffname\nA\n', 'utf16le'), /not UTF-8/],
  ['a binary file', Buffer.from([80, 75, 3, 4, 0, 0, 10]), /not UTF-8/],
  ['one endless line', Buffer.alloc(3 << 20, 'a'), /longer than/],
];

for (const [what, bytes, reason] of unreadable) {
  t.test(`refused: ${what}`, async (t) => {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
    }
    await t.rejects(
      readCsv(pieces()).then(({ records }) => gather(records)),
      { code: 'invalid-request', message: reason },
    );
  });
}

const columnCases: [
  what: string,
  header: string[],
  told: string[],
  columns: Record<string, number> | RegExp,
][] = [
  ['own names', ['reference', 'name', 'country'], [], { reference: 0, name: 1, country: 2 }],
  [
    'case, blanks and punctuation',
    ['Birth Date', 'FCC-ID', 'NAME'],
    [],
    { birthDate: 0, fccId: 1, name: 2 },
  ],
  ['synonyms', ['Supplier No.', 'Company Name'], [], { reference: 0, name: 1 }],
  ['the own name before synonyms', ['company', 'name'], [], { name: 1 }],
  ['two synonyms', ['vendor', 'company'], [], /"vendor" and "company" may both be the name/],
  ['told by header', ['a', 'b'], ['name=b'], { name: 1 }],
  ['told by number', ['a', 'b'], ['name=1', 'country=2'], { name: 0, country: 1 }],
  ['told before found', ['name', 'trading as'], ['name=Trading As'], { name: 1 }],
  ['told a column that is not there', ['a'], ['name=z'], /no column "z" \(the columns are "a"\)/],
  ['told a field that is none', ['a'], ['nom=a'], /must be FIELD=HEADER/],
  ['told without a field', ['a'], ['a'], /must be FIELD=HEADER/],
  ['no name', ['street', 'country'], [], /no column is a name: .*"street", "country"/],
  ['a model is enough', ['model'], [], { model: 0 }],
];

for (const [what, header, told, columns] of columnCases) {
  t.test(`columns: ${what}`, async (t) => {
    if (columns instanceof RegExp) {
      t.throws(() => findColumns(header, told), { code: 'invalid-request', message: columns });
    } else t.same(Object.fromEntries(findColumns(header, told)), columns);
  });
}

t.test('a row states what its cells hold, and blank cells state nothing', async (t) => {
  const header = ['name', 'identifiers', 'lists', 'model', 'country'];
  const columns = findColumns(header, []);
  t.same(queryOfRow(columns, [' A ', 'lei: X1; uscc=9', 'a, b', 'DS-1', ' ']), {
    name: 'A',
    identifiers: [
      { scheme: 'lei', value: 'X1' },
      { scheme: 'uscc', value: '9' },
    ],
    lists: ['a', 'b'],
    product: { model: 'DS-1' },
  });
  t.same(queryOfRow(columns, ['B']), { name: 'B' });
});

t.test('rows come out in their order, however their groups are answered', async (t) => {
  const rows = Array.from({ length: 400 }, (_, at) =>
    at % 50 === 7 ? `R-${at},` : `R-${at},N${at}`,
  );
  const csv = await readCsv(bytesOf(['reference,name', ...rows].join('\n')));
  const taken: (string | undefined)[] = [];
  let calls = 0;
  const screener: RowScreener = {
    parse: (query) => {
      if (query.name === undefined) throw new RedflagError('invalid-request', 'a name is needed');
      return screenQuerySchema.parse(query);
    },
    // Later groups are answered before earlier ones.
    screen: async (queries) => {
      await setTimeout(40 - 10 * (calls++ % 4));
      return queries.map(({ name = '' }) => ({ id: name }) as Screening);
    },
    ahead: () => 3,
    take: (screening, { reference }) => {
      taken.push(reference);
      return screening;
    },
  };
  const out = await gather(screenRows(screener, csv, findColumns(csv.header, []), {}));
  t.same(
    out.map(({ index, query, answer }) => [
      index,
      query.reference,
      answer instanceof RedflagError ? answer.code : answer.id,
    ]),
    rows.map((row, at) => {
      const [reference, name] = row.split(',');
      return [at, reference, name || 'invalid-request'];
    }),
  );
  t.same(
    taken,
    rows.filter((row) => !row.endsWith(',')).map((row) => row.split(',')[0]),
    'and are recorded in it',
  );
});
