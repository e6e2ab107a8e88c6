import t from 'tap';
import { enlarged } from '../../bench/data/enlarge.ts';
import { corpusOf, type ListedParty, plainKey } from '../../bench/data/listed.ts';
import { queryMix } from '../../bench/data/query-mix.ts';
import { smallCompanies } from '../../bench/data/small-companies.ts';
import { Bearers, type Case } from '../../bench/generator/cases.ts';
import type { Matcher } from '../../bench/matchers/matcher.ts';
import { bestPerParty } from '../../bench/matchers/matcher.ts';
import { tokenSort } from '../../bench/matchers/pairwise.ts';
import { quantiles } from '../../bench/measures/quantiles.ts';
import { compareRatios } from '../../bench/measures/ratios.ts';
import { wilson } from '../../bench/measures/wilson.ts';
import { alertsAtDefault, levels, scoreOrdinary } from '../../bench/questions/alerts.ts';
import { calibration } from '../../bench/questions/calibration.ts';
import { byClass, find } from '../../bench/questions/detection.ts';
import { trapped } from '../../bench/questions/trapped.ts';
import { growthChart } from '../../bench/report/growth.ts';

const parties: ListedParty[] = [
  'Hikvision Digital',
  'Dahua Vision',
  'Volna Trading',
  'Severnaya Verf',
].map((text, at) => ({
  key: `p${at}`,
  kind: 'company',
  kindIsSure: true,
  names: [{ text, type: 'legal' }],
  native: [],
}));
const corpus = corpusOf('four parties', parties);

/** Answers by a table, so that what the questions make of answers can be worked out by hand. */
function matcherOf(table: Record<string, [party: number, score: number][]>): Matcher {
  return {
    label: 'table',
    search: (name, _kind, limit) =>
      (table[name] ?? []).slice(0, limit).map(([party, score]) => ({ party, score })),
  };
}

const asked = (query: string, party: number): Case => ({
  of: 'insertion',
  query,
  listed: query,
  right: new Set([party]),
  half: 'test',
});

t.test('detection: rank, ties and thresholds', async (t) => {
  const matcher = matcherOf({
    first: [
      [0, 0.95],
      [1, 0.9],
    ],
    tied: [
      [1, 0.85],
      [0, 0.85],
    ],
    low: [
      [1, 0.9],
      [0, 0.5],
    ],
    wrong: [[1, 0.99]],
  });
  const cases = ['first', 'tied', 'low', 'wrong', 'nothing'].map((query) => asked(query, 0));
  const found = find(matcher, cases);
  t.same(
    found.map(({ rank, score }) => [rank, score]),
    [
      [1, 0.95],
      [1, 0.85],
      [2, 0.5],
      [0, 0],
      [0, 0],
    ],
  );
  const alerts = wilson(0, 1);
  const level = { per1000: { threshold: 0.9, alerts }, per100: { threshold: 0.4, alerts } };
  const [result] = byClass(found, () => level);
  t.equal(result?.per1000.hits, 1);
  t.equal(result?.per100.hits, 3);
  t.equal(result?.at1.hits, 2);
  t.equal(result?.at10.hits, 3);
  t.same(
    byClass(
      find(
        matcher,
        cases.map((one) => ({ ...one, half: 'dev' as const })),
      ),
      () => level,
    ),
    [],
  );
});

t.test('detection: parties beyond the tenth rank are not found', async (t) => {
  const crowd = Array.from({ length: 12 }, (_, at): [number, number] => [at + 1, 0.99 - at / 100]);
  const [found] = find(matcherOf({ crowded: [...crowd, [0, 0.8]] }), [asked('crowded', 0)]);
  t.equal(found?.rank, 0);
});

t.test('alerts on ordinary names', async (t) => {
  const names = Array.from({ length: 1000 }, (_, at) => `ordinary ${at}`);
  const matcher = matcherOf(
    Object.fromEntries(names.slice(0, 60).map((name) => [name, [[0, 0.999]]])),
  );
  const scores = scoreOrdinary(matcher, names, undefined);
  const { per100 } = levels(scores);
  t.ok(per100.threshold > 0.999, 'sixty equal scores are more than one in a hundred');
  const atDefault = alertsAtDefault(scores, (name) => name === 'ordinary 3');
  t.equal(atDefault.possible.hits, 60);
  t.equal(atDefault.namesakes.hits, 1);
});

t.test('traps count only the party that may not be found', async (t) => {
  const trap = { of: 'sibling', kind: undefined, listed: 'x' } as const;
  const [result] = trapped(
    matcherOf({ near: [[0, 0.999]], other: [[1, 0.999]], any: [[2, 0.999]] }),
    [
      { ...trap, query: 'near', against: new Set([0]) },
      { ...trap, query: 'other', against: new Set([0]) },
      { ...trap, query: 'any', against: null },
      { ...trap, query: 'silent', against: null },
    ],
  );
  t.equal(result?.strong.hits, 2);
  t.equal(result?.strong.of, 4);
});

t.test('calibration weighs listed and ordinary names as a vendor master holds them', async (t) => {
  const found = find(matcherOf({ hit: [[0, 0.985]] }), [asked('hit', 0)]);
  const silent = { names: ['a', 'b'], best: [0, 0] };
  const noisy = { names: ['a', 'b'], best: [0.985, 0] };
  const band = (scores: typeof silent) =>
    calibration(found, scores, false).find(({ right }) => right === 1);
  t.equal(band(silent)?.precision, 1);
  // One in 100 is listed and hits; half of the 99 others alert: 1 / (1 + 49.5).
  t.ok(Math.abs((band(noisy)?.precision ?? 0) - 1 / 50.5) < 1e-9);
});

t.test('a baseline finds over trigrams what it finds over every name', async (t) => {
  t.equal(tokenSort(corpus).search('Hikvison Digital', undefined, 1)[0]?.party, 0);
  t.same(
    bestPerParty(
      [
        { party: 1, score: 0.2 },
        { party: 1, score: 0.4 },
        { party: 2, score: 0.3 },
      ],
      1,
    ),
    [{ party: 1, score: 0.4 }],
  );
});

t.test('bearers know a name in any form, and namesakes without the legal form', async (t) => {
  const bearers = new Bearers(parties);
  t.same([...bearers.of('VOLNA, trading')], [2]);
  t.ok(bearers.hasNamesake('Volna Trading GmbH'));
  t.notOk(bearers.hasNamesake('Volna Shipping GmbH'));
});

t.test(
  'the enlarged corpus keeps real names first, is seeded, and coins distinctive words',
  async (t) => {
    const ordinary = smallCompanies(300);
    const large = enlarged(corpus, ordinary, 2000);
    t.equal(large.names.length, 2000);
    t.same(large.names.slice(0, 4), corpus.names);
    t.same(large.names, enlarged(corpus, ordinary, 2000).names);
    const words = new Set(large.names.flatMap(({ text }) => plainKey(text).split(' ')));
    const known = new Set(
      [...ordinary, ...corpus.names.map(({ text }) => text)].flatMap((name) =>
        plainKey(name).split(' '),
      ),
    );
    t.ok([...words].filter((word) => !known.has(word)).length > 50);
  },
);

t.test('the query mix has its quarters', async (t) => {
  const mix = queryMix(corpus, ['Quiet Harbour Bakery'], 400);
  t.same(
    [mix.exact.length, mix.misspelt.length, mix.unmatched.length, mix.all.length],
    [100, 200, 100, 400],
  );
  t.same(mix.all, queryMix(corpus, ['Quiet Harbour Bakery'], 400).all);
});

t.test('ratios that got worse by more than a fifth are named', async (t) => {
  const compared = compareRatios(
    [
      { name: 'cost', value: 1.3, better: 'lower' },
      { name: 'rate', value: 0.9, better: 'higher' },
      { name: 'new', value: 9, better: 'lower' },
    ],
    [
      { name: 'cost', value: 1, better: 'lower' },
      { name: 'rate', value: 1, better: 'higher' },
    ],
  );
  t.same(
    compared.map(({ before, worse }) => [before, worse]),
    [
      [1, true],
      [1, false],
      [null, false],
    ],
  );
});

t.test('the chart of growth is an image with a point a size', async (t) => {
  const costs = [
    [1000, 0.05],
    [60_000, 0.1],
    [1_200_000, 0.5],
  ] as const;
  const chart = growthChart(
    costs.map(([names, ms]) => ({ names, latency: { least: quantiles([ms, 4 * ms]) } })),
  );
  t.match(chart, /^<svg /);
  t.equal(chart.match(/<circle/g)?.length, 9);
  t.notMatch(chart, /NaN|undefined/);
});
