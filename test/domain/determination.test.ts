import t from 'tap';
import { type Determinable, determine } from '../../src/domain/determination.ts';
import { type Effect, effectSchema, effectsOf } from '../../src/domain/effect.ts';

const citations = [{ source: 'invented', locator: null }];

function effect(fields: Partial<Effect>): Effect {
  return effectSchema.parse({
    ...{ activity: 'procure', consequence: 'prohibited', from: null },
    ...{ summary: 'invented', binds: 'nobody', citations, ...fields },
  });
}

function held(list: string, force: Determinable['force'], ...effects: Effect[]): Determinable {
  return { list, party: 'party', force, effects };
}

const said = (designations: Determinable[], asOf: string) =>
  determine(designations, asOf).map(
    ({ activity, consequence, list }) => `${list} ${activity} ${consequence}`,
  );

t.test('only effects that hold on the date determine', async (t) => {
  const parts = held(
    'law',
    'effects',
    effect({ from: '2019-08-13' }),
    effect({ activity: 'use', from: '2020-08-13' }),
  );
  t.same(said([parts], '2019-08-12'), []);
  t.same(said([parts], '2019-09-01'), ['law procure prohibited']);
  t.same(said([parts], '2020-08-13'), ['law procure prohibited', 'law use prohibited']);
});

t.test('what is not in force is watched for every activity, what ended is nothing', async (t) => {
  const later = effect({ from: '2027-12-23' });
  t.same(said([held('law', 'watch', later)], '2024-01-01'), ['law procure watch']);
  t.same(said([held('law', 'nothing', effect({}))], '2024-01-01'), []);
});

t.test('one determination for each activity and list, the strongest first', async (t) => {
  const flag = effect({ consequence: 'red-flag', to: '2026-06-29' });
  const ban = effect({ consequence: 'prohibited', from: '2026-01-01' });
  t.same(
    said(
      [
        held('b', 'effects', flag, ban),
        held('a', 'watch', ban),
        held('c', 'effects', effect({ activity: 'transact', consequence: 'blocked' })),
      ],
      '2026-02-01',
    ),
    ['c transact blocked', 'b procure prohibited', 'a procure watch'],
  );
});

t.test("an entry's own dates stand before the list's", async (t) => {
  const invest = effect({ activity: 'invest', from: null });
  const own = [
    {
      activity: 'invest' as const,
      from: '2021-08-02',
      citations: [{ source: 'order', locator: null }],
    },
  ];
  const [changed, kept] = effectsOf([invest, effect({})], own);
  t.match(changed, { from: '2021-08-02', consequence: 'prohibited', summary: 'invented' });
  t.same(
    changed?.citations.map(({ source }) => source),
    ['order', 'invented'],
  );
  t.same(kept, effect({}));
});
