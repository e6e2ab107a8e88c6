import fc from 'fast-check';
import t from 'tap';
import { jaroWinkler } from '../../bench/matchers/jaro-winkler.ts';
import { sortedWords } from '../../bench/matchers/pairwise.ts';
import { ratio } from '../../bench/matchers/token-sort.ts';
import { TrigramIndex } from '../../bench/matchers/trigrams.ts';
import { macro } from '../../bench/measures/macro.ts';
import { quantiles } from '../../bench/measures/quantiles.ts';
import { halfOf } from '../../bench/measures/split.ts';
import { thresholdAtRate } from '../../bench/measures/thresholds.ts';
import { wilson } from '../../bench/measures/wilson.ts';
import { Random } from '../../bench/random.ts';
import { rateText, table } from '../../bench/report/markdown.ts';

const near = (found: number, wanted: number, within = 5e-4) => Math.abs(found - wanted) <= within;

t.test('Wilson interval', async (t) => {
  // Newcombe (1998), table I, method 3.
  for (const [hits, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const share = wilson(hits, of);
    t.ok(near(share.low, low) && near(share.high, high), `${hits} of ${of}`);
    t.equal(share.value, hits / of);
  }
  t.ok(Number.isNaN(wilson(0, 0).value), 'nothing measured is no share');
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (hits, of) => {
        const { low, value, high } = wilson(Math.min(hits, of), of);
        return low >= 0 && low <= value + 1e-12 && value <= high + 1e-12 && high <= 1;
      }),
    ),
  );
});

t.test('Jaro-Winkler has its known values, is symmetric and lies in 0..1', async (t) => {
  t.ok(near(jaroWinkler('martha', 'marhta'), 0.9611));
  t.ok(near(jaroWinkler('dixon', 'dicksonx'), 0.8133));
  t.ok(near(jaroWinkler('dwayne', 'duane'), 0.84));
  t.equal(jaroWinkler('same', 'same'), 1);
  t.equal(jaroWinkler('abc', 'xyz'), 0);
  const word = fc.string({ maxLength: 12 });
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        const score = jaroWinkler(a, b);
        return score >= 0 && score <= 1 && Math.abs(score - jaroWinkler(b, a)) < 0.12;
      }),
    ),
  );
});

t.test('token-sort ratio and trigram candidates', async (t) => {
  t.equal(ratio('abcd', 'abcd'), 1);
  t.equal(ratio('abcd', 'wxyz'), 0);
  t.equal(ratio('ab', 'ac'), 0.5);
  t.equal(sortedWords('Société Générale, S.A.'), sortedWords('generale societe a s'));
  const index = new TrigramIndex(['dahua technology', 'hikvision technology', 'unrelated']);
  t.equal(index.nearest('hikvison technology', 1)[0], 1);
  t.same(
    index.nearest('hikvison technology', 1),
    index.nearest('hikvison technology', 1),
    'leaves no trace',
  );
});

t.test('an entity lies on one half, and the halves are about equal', async (t) => {
  const halves = Array.from({ length: 4000 }, (_, at) => halfOf(`ofac:${at}`));
  const dev = halves.filter((half) => half === 'dev').length;
  t.ok(dev > 1850 && dev < 2150, `${dev} of 4000 on dev`);
  t.equal(halfOf('ofac:7'), halfOf('ofac:7'));
});

t.test('a threshold lets no more than the rate alert', async (t) => {
  const best = [0.99, 0.95, 0.9, 0.8, 0, 0, 0, 0, 0, 0];
  const alerts = (threshold: number) => best.filter((score) => score >= threshold).length;
  t.equal(alerts(thresholdAtRate(best, 0.1)), 1);
  t.equal(alerts(thresholdAtRate(best, 0.2)), 2);
  t.equal(alerts(thresholdAtRate(best, 0.001)), 0);
  t.ok(
    thresholdAtRate([0.9, 0.9, 0.9, 0.1], 0.5) > 0.9,
    'equal scores alert together or not at all',
  );
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (scores, rate) => {
          const threshold = thresholdAtRate(scores, rate);
          return scores.filter((score) => score >= threshold).length <= rate * scores.length + 1e-6;
        },
      ),
    ),
  );
});

t.test('means and quantiles', async (t) => {
  t.equal(macro([{ value: 1 }, { value: 0.5 }, { value: Number.NaN }]), 0.75);
  t.same(quantiles([5, 1, 4, 2, 3]), { p50: 3, p95: 5, p99: 5, max: 5, mean: 3 });
  t.throws(() => quantiles([]), RangeError);
});

t.test('chance is seeded', async (t) => {
  const draw = (seed: string) => {
    const random = new Random(seed);
    return [random.below(1000), random.next(), random.shuffled([1, 2, 3, 4, 5])];
  };
  t.same(draw('a'), draw('a'));
  t.notSame(draw('a'), draw('b'));
  t.equal(new Set(new Random('s').sample([1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).size, 4);
  t.throws(() => new Random('x').pick([]), RangeError);
});

t.test('results are written so that they read well', async (t) => {
  t.equal(rateText(wilson(0, 2000)), 'none of 2,000');
  t.equal(rateText(wilson(2, 3000)), '1 in 1,500 (0.067 %)');
  t.equal(table(['a', 'b'], [['x|y', '1']]), '| a | b |\n|---|---:|\n| x\\|y | 1 |');
});
