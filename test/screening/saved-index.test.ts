import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import t from 'tap';
import { buildIndex, NameIndex } from '../../src/matching/index.ts';
import { openScreener } from '../../src/screening/index.ts';
import { readIndex, saveIndex } from '../../src/screening/saved-index.ts';

const seeds = 'test/fixtures/seeds-small';
const indexesIn = (data: string) => readdirSync(data).filter((name) => name.endsWith('.index'));

t.test('an index is built once, and read from its file from then on', async (t) => {
  const data = t.testdir({});
  const outcome = () => {
    const redflag = openScreener({ data, seeds });
    const name = redflag.catalogue.nameAt(0).text;
    const { matches } = redflag.screen({ name });
    redflag.close();
    return matches.map(({ party, score, explanation }) => ({ party, score, explanation }));
  };
  const built = outcome();
  t.ok(built.length > 0, 'a listed name finds itself');
  const [file = ''] = indexesIn(data);
  const path = join(data, file);
  const made = statSync(path);
  t.same(outcome(), built, 'read, it answers the same');
  t.equal(statSync(path).mtimeMs, made.mtimeMs, 'it is not written again');

  const whole = readFileSync(path);
  const damage: Record<string, () => void> = {
    'one bit of the arrays': () => {
      const bytes = Buffer.from(whole);
      bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 4;
      writeFileSync(path, bytes);
    },
    'one bit of the header': () => {
      const bytes = Buffer.from(whole);
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
    'a length beyond the file': () => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32LE(0xffffffff, 4);
      writeFileSync(path, bytes);
    },
    'cut off': () => truncateSync(path, whole.length - 100),
    'cut off in the first bytes': () => truncateSync(path, 5),
    empty: () => truncateSync(path, 0),
    'text in its place': () => writeFileSync(path, 'not an index, but longer than eight bytes'),
  };
  for (const [what, harm] of Object.entries(damage)) {
    harm();
    t.equal(readIndex(path), null, `${what}: not taken for one`);
    t.same(outcome(), built, `${what}: built anew`);
    t.ok(readFileSync(path).equals(whole), `${what}: and saved again`);
  }

  writeFileSync(join(data, 'names-0123456789abcdef.index'), 'of an earlier catalogue');
  writeFileSync(path, '');
  outcome();
  t.same(indexesIn(data), [file], 'those of earlier catalogues go when a new one is saved');

  if (process.getuid?.() !== 0) {
    writeFileSync(path, '');
    chmodSync(data, 0o500);
    t.same(outcome(), built, 'a folder that cannot be written to is no hindrance');
    chmodSync(data, 0o700);
  }
});

t.test('any index comes back from its file as it was', async (t) => {
  const path = join(t.testdir({}), 'names.index');
  const kinds = ['company', 'person', 'vessel'] as const;
  const listed = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...kinds)));
  await t.resolves(
    fc.assert(
      fc.asyncProperty(listed, async (names) => {
        const index = buildIndex(
          names.map(([text, kind], party) => ({ party, text, type: 'legal', kind })),
        );
        saveIndex(path, index.toBuffers());
        const buffers = readIndex(path);
        if (buffers === null) throw new Error('it is not taken for an index');
        const again = NameIndex.fromBuffers(buffers);
        for (const [name, kind] of names) {
          const found = (of: NameIndex) =>
            JSON.stringify(
              of.search({ name, kind }).map((match) => ({ ...match, why: match.explain() })),
            );
          if (found(again) !== found(index)) throw new Error(`another answer to ${name}`);
        }
        return again.toBuffers().block === buffers.block;
      }),
      { numRuns: 50 },
    ),
  );
});
