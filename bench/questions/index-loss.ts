import { matchingThresholds, type NameIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import type { Case } from '../generator/cases.ts';
import { isPersonClass } from '../generator/labels.ts';
import { type Share, wilson } from '../measures/wilson.ts';
import { Random } from '../random.ts';

export interface IndexLoss {
  readonly names: number;
  /** Queries of which every name was scored, and all. */
  readonly scored: number;
  readonly asked: number;
  /** Of the parties that score at the default threshold when every name is scored: those that the index drops. */
  readonly lost: Share;
  /** Of all queries whose right party scores so: those that lose it. */
  readonly lostRight: Share;
  readonly examples: readonly Dropped[];
}

interface Dropped {
  readonly query: string;
  readonly listed: string;
  readonly score: number;
}

const EXAMPLES = 30;
const LIMIT = 1000;

/**
 * What the candidate stage drops, against scoring every name of the index. To know whether the right party
 * is dropped its own names are enough, so that every case can be asked; of `scored` cases all names are scored.
 */
export function indexLoss(
  corpus: Corpus,
  index: NameIndex,
  cases: readonly Case[],
  scored: number,
): IndexLoss {
  const every = [...corpus.names.keys()];
  const namesOf = Map.groupBy(every, (name) => corpus.names[name]?.party ?? -1);
  const examples: Dropped[] = [];
  let reachable = 0;
  let lost = 0;
  let rightReachable = 0;
  let lostRight = 0;
  for (const one of cases) {
    const theirs = [...one.right].flatMap((party) => namesOf.get(party) ?? []);
    const reached = reachedBy(one, corpus, index, theirs);
    if (reached.size === 0) continue;
    rightReachable++;
    const found = foundBy(one, index);
    // Two parties may bear the listed name: either is right.
    if ([...reached.keys()].some((party) => found.has(party))) continue;
    lostRight++;
    examples.push(...reached.values());
  }
  for (const one of new Random('index loss').sample(cases, scored)) {
    const found = foundBy(one, index);
    for (const [party, dropped] of reachedBy(one, corpus, index, every)) {
      reachable++;
      if (found.has(party)) continue;
      lost++;
      if (!one.right.has(party)) examples.push(dropped);
    }
  }
  return {
    names: corpus.names.length,
    scored: Math.min(scored, cases.length),
    asked: cases.length,
    lost: wilson(lost, reachable),
    lostRight: wilson(lostRight, rightReachable),
    examples: examples.sort((a, b) => b.score - a.score).slice(0, EXAMPLES),
  };
}

function kindOf({ of }: Case): 'person' | undefined {
  return isPersonClass(of) ? 'person' : undefined;
}

function foundBy(one: Case, index: NameIndex): Set<number> {
  const kind = kindOf(one);
  const query = { name: one.query, ...(kind && { kind }) };
  return new Set(index.search(query, { limit: LIMIT }).map(({ party }) => party));
}

/** The parties of the names that score at the default threshold, by their best name. */
function reachedBy(
  one: Case,
  { names: listed }: Corpus,
  index: NameIndex,
  names: readonly number[],
): Map<number, Dropped> {
  const form = index.read(one.query, kindOf(one));
  const best = new Map<number, Dropped>();
  for (const name of names) {
    const score = index.scoreName(form, name);
    if (score < matchingThresholds.possible) continue;
    const { party = -1, text = '' } = listed[name] ?? {};
    if (score > (best.get(party)?.score ?? 0))
      best.set(party, { query: one.query, listed: text, score });
  }
  return best;
}
