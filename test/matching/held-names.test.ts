import t from 'tap';
import { buildIndex, type ListedName, NameIndex } from '../../src/matching/index.ts';

const listed = (text: string, party: number): ListedName => ({
  party,
  text,
  type: 'legal',
  kind: 'company',
});
const NAMES = [
  listed('Zhenwei Kaituo Technology Co., Ltd.', 0),
  listed('Borealine Optics GmbH (formerly Quarzhain AG)', 1),
  listed('Dongfang Kaiyue Electric', 2),
];
const index = buildIndex(NAMES);

t.test('each name of a query is asked for by itself, and the explanation says which', async (t) => {
  for (const name of [
    'Harmless Flowers Ltd (f.k.a. Zhenwei Kaituo Technology Co., Ltd.)',
    'Harmless Flowers Ltd d/b/a Zhenwei Kaituo Technology Co., Ltd.',
    'Zhenwei Kaituo Technology Co., Ltd., formerly Harmless Flowers Ltd',
  ]) {
    const [match] = index.search({ name });
    t.equal(match?.party, 0, name);
    t.equal(match?.strength, 'exact', name);
    const reasons = match?.explain().adjustments.map(({ reason }) => reason) ?? [];
    t.ok(
      reasons.some((reason) => reason.includes('Zhenwei Kaituo Technology Co., Ltd')),
      reasons.join('; '),
    );
    t.equal(index.compare(name, 'Zhenwei Kaituo Technology Co., Ltd.').score, match?.score);
  }
});

t.test(
  'a listed text that holds two names is found by either, under its own ordinal',
  async (t) => {
    for (const name of ['Borealine Optics GmbH', 'Quarzhain AG', NAMES[1]?.text ?? '']) {
      const [match] = index.search({ name });
      t.same([match?.party, match?.name, match?.strength], [1, 1, 'exact'], name);
    }
    t.equal(index.size, NAMES.length);
    t.same(index.candidates('quarz', 5), [{ name: 1 }]);
  },
);

t.test(
  'a brand in Han characters is found by its sound though its words have a meaning',
  async (t) => {
    const [match] = index.search({ name: '东方凯越电气' });
    t.equal(match?.party, 2);
    t.match(match?.explain().adjustments.at(-1)?.reason, /dongfang kaiyue electric/);
  },
);

t.test('a person whose initial is joined by a hyphen is found without a kind', async (t) => {
  const persons = buildIndex([{ party: 0, text: 'D-BOY', type: 'alias', kind: 'person' }]);
  t.equal(persons.search({ name: 'D-BOY' })[0]?.strength, 'exact');
});

t.test('an index with such names survives being saved', async (t) => {
  const saved = NameIndex.fromBuffers(index.toBuffers());
  t.equal(saved.search({ name: 'Quarzhain AG' })[0]?.name, 1);
});
