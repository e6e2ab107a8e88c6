import { matchingThresholds, type NameIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import type { Case } from '../generator/cases.ts';
import { isPersonClass } from '../generator/labels.ts';
import { type Share, wilson } from '../measures/wilson.ts';
import { Random } from '../random.ts';

export interface IndexLoss {
  readonly queries: number;
  readonly names: number;
  /** Of the parties that score at the default threshold when every name is scored: those that the index drops. */
  readonly lost: Share;
  /** Of the queries whose right party scores so: those that lose it. */
  readonly lostRight: Share;
  readonly examples: readonly {
    readonly query: string;
    readonly listed: string;
    readonly score: number;
  }[];
}

const EXAMPLES = 12;
const LIMIT = 1000;

/** What the candidate stage drops, against scoring every name of the index. */
export function indexLoss(
  corpus: Corpus,
  index: NameIndex,
  cases: readonly Case[],
  queries: number,
): IndexLoss {
  const asked = new Random('index loss').sample(cases, queries);
  const examples: { query: string; listed: string; score: number }[] = [];
  let reachable = 0;
  let lost = 0;
  let rightReachable = 0;
  let lostRight = 0;
  for (const { query, right, of } of asked) {
    const kind = isPersonClass(of) ? ('person' as const) : undefined;
    const every = scoreAll(corpus, index, query, kind);
    const found = new Set(
      index
        .search({ name: query, ...(kind && { kind }) }, { limit: LIMIT })
        .map(({ party }) => party),
    );
    reachable += every.size;
    let hasRight = false;
    let keptRight = false;
    for (const [party, { name, score }] of every) {
      if (right.has(party)) {
        hasRight = true;
        keptRight ||= found.has(party);
      }
      if (found.has(party)) continue;
      lost++;
      examples.push({ query, listed: corpus.names[name]?.text ?? '', score });
    }
    if (hasRight) rightReachable++;
    if (hasRight && !keptRight) lostRight++;
  }
  return {
    queries: asked.length,
    names: corpus.names.length,
    lost: wilson(lost, reachable),
    lostRight: wilson(lostRight, rightReachable),
    examples: examples.sort((a, b) => b.score - a.score).slice(0, EXAMPLES),
  };
}

function scoreAll({ names }: Corpus, index: NameIndex, query: string, kind: 'person' | undefined) {
  const form = index.read(query, kind);
  const best = new Map<number, { name: number; score: number }>();
  for (let name = 0; name < names.length; name++) {
    const score = index.scoreName(form, name);
    if (score < matchingThresholds.possible) continue;
    const party = names[name]?.party ?? -1;
    if (score > (best.get(party)?.score ?? 0)) best.set(party, { name, score });
  }
  return best;
}
