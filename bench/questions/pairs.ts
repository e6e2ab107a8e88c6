import type { NameIndex } from '../../src/matching/index.ts';
import { matchingThresholds } from '../../src/matching/index.ts';
import { recordsOf } from '../data/delimited.ts';
import { namesFile } from '../data/folders.ts';
import { type Corpus, plainKey } from '../data/listed.ts';
import type { Bearers } from '../generator/cases.ts';
import { sortedWords } from '../matchers/pairwise.ts';
import { ratio } from '../matchers/token-sort.ts';
import { halfOf } from '../measures/split.ts';
import { type Share, wilson } from '../measures/wilson.ts';
import { Random } from '../random.ts';

/** How often two names of different listed parties that share a word compare as one. */
export function crossPairs({ names }: Corpus, bearers: Bearers, index: NameIndex, count: number) {
  const random = new Random('cross pairs');
  const byWord = Map.groupBy(
    random
      .sample(names, 8000)
      .flatMap((name) =>
        [...new Set(plainKey(name.text).split(' '))].map((word) => ({ word, name })),
      ),
    ({ word }) => word,
  );
  const shared = [...byWord.values()].filter((group) => group.length >= 20 && group.length <= 400);
  let possible = 0;
  let strong = 0;
  let asked = 0;
  for (let tries = 0; asked < count && tries < count * 10 && shared.length > 0; tries++) {
    const [a, b] = random.sample(random.pick(shared), 2);
    if (!a || !b || a.name.kind !== b.name.kind || bearers.of(a.name.text).has(b.name.party))
      continue;
    if (a.name.party === b.name.party) continue;
    const { score } = index.compare(a.name.text, b.name.text, a.name.kind);
    asked++;
    if (score >= matchingThresholds.possible) possible++;
    if (score >= matchingThresholds.strong) strong++;
  }
  return { possible: wilson(possible, asked), strong: wilson(strong, asked) };
}

/** Precision, recall and F1 of a pairwise similarity at the threshold that is best on the dev half. */
export interface PairResult {
  readonly matcher: string;
  readonly pairs: number;
  readonly threshold: number;
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: number;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly dev: boolean;
}

/**
 * Pairs of real spellings of ordinary companies: of one company, and as many
 * of two companies that share a word.
 */
export function companyPairs(index: NameIndex, count: number): PairResult[] {
  const pairs = drawPairs(count);
  if (pairs.length === 0) return [];
  return [
    measure('Redflag', pairs, (a, b) => index.compare(a, b).score),
    measure('token-sort ratio', pairs, (a, b) => ratio(sortedWords(a), sortedWords(b))),
  ];
}

/** A few groups with hundreds of names would decide the result. */
const MOST_OF_ONE_COMPANY = 12;

function drawPairs(count: number): Pair[] {
  const path = namesFile('company-clusters.csv');
  if (path === undefined) return [];
  const random = new Random('company pairs');
  const rows = recordsOf(path).flatMap(({ name = '', company_id = '', machine_made }) =>
    machine_made === '0' ? [{ name, company: company_id, words: plainKey(name).split(' ') }] : [],
  );
  const clusters = [...Map.groupBy(rows, ({ company }) => company).values()].filter(
    (group) => group.length > 1,
  );
  const sharing = Map.groupBy(
    rows.flatMap((row) => row.words.map((word) => ({ word, row }))),
    ({ word }) => word,
  );
  const pairs: Pair[] = [];
  for (const group of random.shuffled(clusters)) {
    const dev = halfOf(group[0]?.company ?? '') === 'dev';
    const within = group.flatMap((a, at) => group.slice(at + 1).map((b) => [a, b] as const));
    const differing = within.filter(([a, b]) => a.words.join() !== b.words.join());
    for (const [a, b] of random.sample(differing, MOST_OF_ONE_COMPANY)) {
      pairs.push({ a: a.name, b: b.name, same: true, dev });
      const others = sharing.get(random.pick(a.words)) ?? [];
      const other = others.length > 0 ? random.pick(others).row : undefined;
      if (other && other.company !== a.company) {
        pairs.push({ a: a.name, b: other.name, same: false, dev });
      }
    }
    if (pairs.length >= count) break;
  }
  return pairs;
}

function measure(
  matcher: string,
  pairs: readonly Pair[],
  similarity: (a: string, b: string) => number,
): PairResult {
  const scored = pairs.map((pair) => ({ ...pair, score: similarity(pair.a, pair.b) }));
  const at = (threshold: number, half: readonly (typeof scored)[number][]) => {
    const said = half.filter(({ score }) => score >= threshold);
    const right = said.filter(({ same }) => same).length;
    const precision = wilson(right, said.length);
    const recall = wilson(right, half.filter(({ same }) => same).length);
    const f1 = (2 * right) / Math.max(1, said.length + recall.of);
    return { matcher, pairs: half.length, threshold, precision, recall, f1 };
  };
  const dev = scored.filter((pair) => pair.dev);
  let best = at(0.1, dev);
  for (let threshold = 0.1; threshold < 1; threshold += 0.01) {
    const other = at(threshold, dev);
    if (other.f1 > best.f1) best = other;
  }
  return at(
    best.threshold,
    scored.filter((pair) => !pair.dev),
  );
}
