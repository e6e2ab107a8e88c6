import fc from 'fast-check';
import t from 'tap';
import type { Screening } from '../../src/web/api/types.ts';
import { queryFields, readingOf } from '../../src/web/ask/recognise.ts';
import { timeScale } from '../../src/web/pictures/time-scale.ts';
import { hrefOf, type Route, routeOf } from '../../src/web/route/route.ts';
import { alignLetters } from '../../src/web/text/letters.ts';
import { pieces } from '../../src/web/text/marks.ts';
import { ageWords, longDate, periodWords } from '../../src/web/words/dates.ts';
import { headline } from '../../src/web/words/headline.ts';

t.test('a text is read by its form', async (t) => {
  const cases: [text: string, reading: ReturnType<typeof readingOf>][] = [
    ['Hikvision', 'name'],
    ['杭州海康威视数字技术股份有限公司', 'name'],
    ['52nd Research Institute', 'name'],
    ['3M', 'name'],
    ['Café Beef', 'name'],
    ['DS-2CD2042WD-I', 'model'],
    ['HiLook IPC-B140H', 'model'],
    ['44:19:b6:00:00:01', 'mac'],
    ['4419.b600.0001', 'mac'],
    ['44-19-B6', 'mac'],
    ['4419b6000001', 'mac'],
    ['FCC ID: 2ADTD-DS2CD', 'fcc'],
    ['2ADTD-DS2CD', 'fcc'],
    ['cpe:2.3:h:hikvision:ds-2cd:-:*:*:*:*:*:*:*', 'cpe'],
    ['pkg:npm/%40huaweicloud/huaweicloud-sdk-core@3.1.0', 'purl'],
  ];
  for (const [text, reading] of cases) t.equal(readingOf(text), reading, text);
});

t.test('a reading becomes fields of the query', async (t) => {
  t.same(queryFields(' Hikvision ', 'name'), { name: 'Hikvision' });
  t.same(queryFields('HiLook ipc-b140h', 'model'), {
    name: 'HiLook ipc-b140h',
    product: { brand: 'HiLook', model: 'IPC-B140H' },
  });
  t.same(queryFields('DS-2CD2042WD-I', 'model'), {
    name: 'DS-2CD2042WD-I',
    product: { model: 'DS-2CD2042WD-I' },
  });
  t.same(queryFields('FCC ID: 2ADTD-DS2CD', 'fcc'), { product: { fccId: '2ADTD-DS2CD' } });
  t.same(queryFields('44-19-B6', 'mac'), { product: { mac: '44-19-B6' } });
});

t.test('letters are set against each other', async (t) => {
  const shown = (a: string, b: string) =>
    alignLetters(a, b)
      .map(({ a, b, same }) => (same ? b : `[${a}|${b}]`))
      .join('');
  t.equal(shown('Hikvison', 'Hikvision'), 'Hikvis[|i]on');
  t.equal(shown('dahau', 'Dahua'), 'Dah[a|]u[|a]');
  t.equal(shown('HIKVISION', 'Hikvision'), 'Hikvision', 'case is no difference');
  t.equal(shown('Hua', '华为'), '[Hua|华为]');
  t.doesNotThrow(
    () =>
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
          const runs = alignLetters(a, b);
          return (
            runs.map((run) => run.a).join('') === a &&
            runs.map((run) => run.b).join('') === b &&
            (a !== b || runs.every(({ same }) => same))
          );
        }),
      ),
    'no letter is lost, and equal texts have no difference',
  );
});

/** Every control and mark of the lower planes comes up often. */
const anyText = fc.array(fc.nat(0x206f)).map((points) => String.fromCodePoint(...points));

t.test('marks that steer are shown as codes, letters as they are', async (t) => {
  t.same(pieces('Hikvision'), [{ text: 'Hikvision', steering: false }]);
  t.same(
    pieces('a\u202eb\u0000').map(({ text }) => text),
    ['a', 'U+202E', 'b', 'U+0000'],
  );
  t.same(pieces('می\u200cخواهم').length, 1, 'the joiner of Persian words is a letter among others');
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(anyText, (text) =>
        pieces(text).every(
          ({ text, steering }) => steering || !/[\u202a-\u202e\u2066-\u2069]/.test(text),
        ),
      ),
    ),
  );
});

t.test('an address holds a route, and gives it back', async (t) => {
  const question = fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1 }),
    on: fc.constantFrom('', '2019-10-01'),
    activity: fc.constantFrom('', 'procure', 'export') as fc.Arbitrary<'' | 'procure'>,
    as: fc.constantFrom('', 'mac'),
  });
  const routes: fc.Arbitrary<Route> = fc.oneof(
    question.map((question): Route => ({ page: 'ask', question })),
    fc
      .constantFrom('party', 'list', 'source')
      .chain((page) => fc.string({ minLength: 1 }).map((id): Route => ({ page, id, on: '' }))),
    fc.constantFrom('lists', 'bom', 'data').map((page): Route => ({ page })),
    fc.string().map((since): Route => ({ page: 'changes', since })),
    fc
      .record({ q: fc.string(), list: fc.string(), status: fc.string(), on: fc.string() })
      .map((filter): Route => ({ page: 'parties', filter })),
  );
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(routes, (route) => {
        const href = hrefOf(route);
        return JSON.stringify(sorted(routeOf(href.slice(1)))) === JSON.stringify(sorted(route));
      }),
    ),
  );
  t.equal(routeOf('?page=nonsense').page, 'ask', 'an unknown view is the question');
});

t.test('days are written for people', async (t) => {
  t.equal(longDate('2019-08-13'), '13 August 2019');
  t.equal(longDate('2021-11'), 'November 2021');
  t.equal(longDate('2018'), '2018');
  t.equal(periodWords({ from: '2019-05-21', to: '2019-10-06' }), '21 May 2019 – 6 Oct 2019');
  t.equal(
    periodWords({ from: null, to: null, seenOn: '2022-05-01' }),
    'start not stated, first seen 1 May 2022',
  );
  t.equal(ageWords(0), 'today');
  t.equal(ageWords(1), '1 day');
  t.equal(ageWords(92), '3 months');
  t.equal(ageWords(1666), '4.6 years');
});

t.test('a headline writes what the answer determines, and decides nothing', async (t) => {
  const effect = { binds: 'The Department of War; its contractors' };
  const said = (status: string, determination: object, determined = true) =>
    headline({
      ...{ outcome: 'match', asOf: '2026-11-22', coverage: { lists: [] } },
      determinations: determined
        ? [{ activity: 'procure', list: 'dod-1260h', party: 'x', to: null, ...determination }]
        : [],
      matches: [
        { strength: 'possible', designations: [] },
        { strength: 'exact', designations: [{ effects: [] }, { status, effects: [{}, effect] }] },
      ],
    } as unknown as Screening);
  const grounds = [
    { match: 1, designation: 1, effect: 1 },
    { match: 1, designation: 0, effect: null },
  ];
  const from = '2026-06-30';
  t.equal(
    said('in-force', { consequence: 'prohibited', from, grounds }),
    'May not be bought by the Department of War since 30 June 2026',
    'by the ground in front',
  );
  t.equal(
    said('in-force', { consequence: 'prohibited', from: null, grounds }),
    'May not be bought by the Department of War',
    'a day that is not stated is not written',
  );
  const watched = [{ match: 1, designation: 1, effect: null }];
  t.equal(
    said('announced', { consequence: 'watch', from, to: '2027-06-29', grounds: watched }),
    'Nothing in force: announced since 30 June 2026 until 29 June 2027',
    'what is announced is never said to forbid',
  );
  t.equal(
    said('removed', {}, false),
    'Named on a list, but nothing is determined for 22 November 2026',
  );
});

t.test('a time scale keeps the order of days within its width', async (t) => {
  const { x, ticks } = timeScale(['2018-08-13', '2026-11-22'], 700);
  t.ok(x('2018-08-13') > 0 && x('2018-08-13') < x('2019-08-13'));
  t.ok(x('2026-11-22') < 700);
  t.equal(x('1990-01-01'), 0, 'a day before lies at the edge');
  t.equal(ticks[0]?.label, '2018');
  t.ok(timeScale(['1950-01-01', '2026-01-01'], 300).ticks.length <= 8, 'year marks have room');
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
