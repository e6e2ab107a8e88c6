import fc from 'fast-check';
import t from 'tap';
import { type Determinable, determine } from '../../src/domain/determination.ts';
import { type Effect, effectSchema, effectsOf } from '../../src/domain/effect.ts';
import { contains, within } from '../../src/domain/span.ts';

const citations = [{ source: 'invented', locator: null }];

function effect(fields: Partial<Effect>): Effect {
  return effectSchema.parse({
    ...{ activity: 'procure', consequence: 'prohibited', from: null },
    ...{ summary: 'invented', binds: 'nobody', citations, ...fields },
  });
}

const OPEN = { from: null, to: null, seenOn: null };

function held(list: string, force: Determinable['force'], ...effects: Effect[]): Determinable {
  return { list, party: 'party', force, effects, period: OPEN, limits: [] };
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

t.test('since when and until when a consequence holds', async (t) => {
  const since = (
    determinable: Partial<Determinable>,
    effects: Effect[] = [effect({})],
    asOf = '2026-11-22',
  ) => {
    const held = { list: 'law', party: 'party', force: 'effects' as const, effects, limits: [] };
    const [found] = determine([{ ...held, period: OPEN, ...determinable }], asOf);
    return [found?.from, found?.to];
  };
  const period = { from: '2018-08-13', to: null, seenOn: null };
  const table: [string, (string | null | undefined)[], (string | null)[]][] = [
    ['the entry, where the effect has no days', since({ period }), ['2018-08-13', null]],
    [
      'the effect, where it begins after the entry',
      since({ period }, [effect({ from: '2019-08-13', to: '2027-01-01' })]),
      ['2019-08-13', '2027-01-01'],
    ],
    [
      'the entry, where the effect was there before',
      since({ period }, [effect({ from: '2010-01-01' })]),
      ['2018-08-13', null],
    ],
    [
      'of two effects that say the same, the first',
      since({ period }, [effect({ from: '2027-06-30' }), effect({ from: '2026-06-30' })]),
      ['2026-06-30', null],
    ],
    ['no day, where none is stated', since({ period: OPEN }), [null, null]],
    [
      'no day, where the entry may have come after the effect',
      since({ period: { ...OPEN, seenOn: '2022-05-01' } }, [effect({ from: '2019-08-13' })]),
      [null, null],
    ],
    [
      'the effect, where the entry is known to have been there',
      since({ period: { ...OPEN, seenOn: '2022-05-01' } }, [effect({ from: '2022-05-01' })]),
      ['2022-05-01', null],
    ],
    [
      'the tie of a path, where it was made after the listing',
      since(
        { period, limits: [{ from: '2021-03-01', to: '2024-12-31' }] },
        undefined,
        '2023-01-01',
      ),
      ['2021-03-01', '2024-12-31'],
    ],
    [
      'no day, where of the tie only the year is stated',
      since({ period, limits: [{ from: '2021', to: null }] }),
      [null, null],
    ],
    [
      'what is watched begins with the standing, whatever days its effects have',
      since({ force: 'watch', period: { ...period, to: '2019-08-12' } }, [
        effect({ from: '2019-08-13' }),
      ]),
      ['2018-08-13', '2019-08-12'],
    ],
  ];
  for (const [what, found, expected] of table) t.same(found, expected, what);
});

t.test('several grounds of one determination stand together, the oldest in front', async (t) => {
  const entry = (from: string | null, to: string | null, ...effects: Effect[]): Determinable => ({
    ...held('law', 'effects', ...effects),
    period: { from, to, seenOn: null },
  });
  const flag = effect({ consequence: 'red-flag' });
  t.match(
    determine(
      [
        entry('2020-01-01', '2027-01-01', flag, effect({})),
        entry(null, '2028-01-01', effect({})),
        entry('2019-05-21', '2026-12-31', effect({})),
        entry('2010-01-01', null, flag),
      ],
      '2026-11-22',
    ),
    [
      {
        ...{ consequence: 'prohibited', from: '2019-05-21', to: '2028-01-01' },
        grounds: [
          { designation: 2, effect: 0 },
          { designation: 0, effect: 1 },
          { designation: 1, effect: 0 },
        ],
      },
    ],
    'what is weaker is no ground, and gives no day',
  );
  const [watched] = determine([held('law', 'watch', effect({}), effect({}))], '2026-11-22');
  t.same(watched?.grounds, [{ designation: 0, effect: null }], 'a standing is watched once');
});

t.test(
  'law: a span within limits holds the days that lie in all of them, and no more',
  async (t) => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => `2026-${n < 20 ? '01' : '02'}-${10 + (n % 20)}`);
    const end = fc.option(day);
    const limit = fc.record({ from: end, to: end });
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(day, end, fc.array(limit, { maxLength: 3 }), day, (from, to, limits, date) => {
          const all = [{ from, to }, ...limits];
          const span = within({ from, to, seenOn: null }, limits);
          return (
            contains(span.from, span.to, date) ===
            all.every((each) => contains(each.from, each.to, date))
          );
        }),
      ),
    );
  },
);
