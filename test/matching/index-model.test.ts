import fc from 'fast-check';
import t from 'tap';
import { buildIndex, type ListedName, matchingThresholds } from '../../src/matching/index.ts';
import { buildArrays } from '../../src/matching/listed/index-builder.ts';
import { listedForm, loadForm } from '../../src/matching/listed/listed-forms.ts';
import { NameIndex } from '../../src/matching/name-index.ts';

/**
 * The index against the model: a naive scan that scores every name. What the index does not find, or
 * finds with a lower score, is lost to its short cuts (postings of essential words, estimates, bounds).
 */

const SYLLABLES =
  'ka lo mi ren shi tu vor zan bel dra fen gul hom jor pel qua ros tam wex yun'.split(' ');
const GENERIC =
  'Technology Trading International Group Shipping Electronics Bank Institute of Research General'.split(
    ' ',
  );
const PLACES = 'Shanghai Iran Moscow Dubai China Hangzhou'.split(' ');
const COMMON = new Set([...GENERIC, ...PLACES]);
const FORMS = ['Co., Ltd.', 'LLC', 'OOO', 'GmbH', 'S.A.', ''];

/** A small generator of its own (mulberry32), so that the list is the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function generate(count: number, seed: number): ListedName[] {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const word = () => {
    const text = Array.from({ length: 2 + Math.floor(next() * 2) }, () => pick(SYLLABLES)).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return Array.from({ length: count }, (_, party) => {
    if (next() < 0.25)
      return { party, kind: 'person', type: 'legal', text: `${word()}, ${word()} ${word()}` };
    const parts = [next() < 0.4 ? pick(PLACES) : '', word(), next() < 0.4 ? word() : ''];
    parts.push(pick(GENERIC), next() < 0.5 ? pick(GENERIC) : '', pick(FORMS));
    return { party, kind: 'company', type: 'legal', text: parts.filter(Boolean).join(' ') };
  });
}

const NAMES = generate(1200, 1);
const arrays = buildArrays(NAMES);
const index = new NameIndex(arrays);
const form = listedForm(arrays);

function naiveBest(query: string): number {
  const read = index.read(query);
  if (read.count === 0) return 0;
  let best = 0;
  for (let name = 0; name < NAMES.length; name++)
    best = Math.max(best, index.scoreName(read, name));
  return best;
}

/** Damages a name in a way drawn by `kind`: once, or two letters of it. */
function damage(text: string, kind: number, at: number): string {
  const words = text.split(' ');
  const i = at % words.length;
  const j = at % Math.max(1, text.length - 1);
  switch (kind) {
    case 0:
      return text.slice(0, j) + text.slice(j + 1);
    case 1:
      return `${text.slice(0, j)}${text[j + 1]}${text[j]}${text.slice(j + 2)}`;
    case 2:
      // A word of its own has to stay: without it the name is anybody's.
      return words.filter((word, k) => k !== i || !COMMON.has(word)).join(' ');
    case 3:
      return [...words.slice(i), ...words.slice(0, i)].join(' ');
    case 4:
      return words.map((word, k) => (k === i ? word.replace(/(?!^)[aeiou]/g, '') : word)).join(' ');
    case 5:
      return `${text} Holdings`;
    case 6:
      return `${text.slice(0, j)} ${text.slice(j)}`;
    case 7:
      return (
        words.slice(0, 2).join('') +
        words
          .slice(2)
          .map((word) => ` ${word}`)
          .join('')
      );
    case 8:
      return text.slice(0, 20);
    case 9:
      return `${text.slice(0, j)}x${text.slice(j + 1)}`;
    default: {
      const once = damage(text, 9, at);
      return damage(once, Math.floor(at / 7) % 2, at * 31);
    }
  }
}

t.test('the index finds what a naive scan finds', async (t) => {
  const next = random(2);
  let found = 0;
  const lost: string[] = [];
  for (let n = 0; n < 440; n++) {
    const name = NAMES[Math.floor(next() * NAMES.length)]?.text ?? '';
    const query = damage(name, n % 11, Math.floor(next() * 1000));
    const best = naiveBest(query);
    if (best < matchingThresholds.possible) continue;
    found++;
    const score = index.search({ name: query })[0]?.score ?? 0;
    if (score < best - 1e-6) lost.push(`${query} (from ${name}): ${score} < ${best}`);
  }
  t.ok(found > 300, `${found} queries have a match at all`);
  t.ok(lost.length <= found * 0.001, `lost ${lost.length} of ${found}: ${lost.join('; ')}`);
});

t.test('the naive scan agrees for made-up queries too', async (t) => {
  const word = fc.constantFrom(...SYLLABLES, ...GENERIC, ...PLACES, 'Co.', 'Ltd', '7');
  const query = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(query, (name) => {
        const best = naiveBest(name);
        const score = index.search({ name })[0]?.score ?? 0;
        return best < matchingThresholds.possible || score >= best - 1e-6;
      }),
      { numRuns: 25, seed: 3 },
    ),
  );
});

t.test('every generated name finds itself', async (t) => {
  const missed = NAMES.filter(({ text, party, kind }) => {
    const matches = index.search({ name: text, kind }, { limit: 100 });
    return !matches.some((match) => match.party === party && match.score === 1);
  });
  t.same(
    missed.map(({ text }) => text),
    [],
  );
});

t.test('no query makes the index work without bound', async (t) => {
  const hostile = [
    'a',
    'Technology',
    'of the and',
    'Technology International Group Trading Shipping Electronics Bank General',
    'ka '.repeat(200),
    Array.from({ length: 40 }, (_, k) => SYLLABLES[k % 20]).join(' '),
    'kalo'.repeat(120),
    'x'.repeat(512),
    SYLLABLES.join(''),
    'a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p',
    '1 2 3 4 5 6 7 8 9 10',
    '技术'.repeat(200),
  ];
  for (const name of hostile) {
    index.search({ name });
    t.ok(index.work < 60_000, `${name.slice(0, 40)}: ${index.work} postings and words`);
  }
  t.ok(loadForm(arrays, 0, form).count > 0);
});

t.test('words beyond the alignment still tell names apart', async (t) => {
  const long = Array.from(
    { length: 50 },
    (_, k) => `Word${String.fromCharCode(97 + (k % 26))}${SYLLABLES[k % 20]}`,
  ).join(' ');
  const pair = buildIndex([
    { party: 0, kind: 'company', type: 'legal', text: `${long} Alpha` },
    { party: 1, kind: 'company', type: 'legal', text: `${long} Omega` },
  ]);
  t.equal(pair.search({ name: `${long} Omega` })[0]?.party, 1);
  t.equal(pair.search({ name: `${long} Omega` })[0]?.score, 1);
  t.ok((pair.search({ name: `${long} Omega` })[1]?.score ?? 0) < 1);
});

t.test('an empty index answers', async (t) => {
  const empty = buildIndex([]);
  t.same(empty.search({ name: 'Huawei' }), []);
  t.same(empty.candidates('hua', 5), []);
  t.equal(empty.size, 0);
  t.same(NameIndex.fromBuffers(empty.toBuffers()).search({ name: 'x' }), []);
});
