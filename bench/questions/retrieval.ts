import type { NameIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import type { Bearers } from '../generator/cases.ts';
import { type Share, wilson } from '../measures/wilson.ts';

export interface SelfRetrieval {
  readonly corpus: string;
  readonly names: number;
  readonly found: Share;
  /** Found with the highest score, 1 (a weak alias: found at all). */
  readonly exact: Share;
  readonly missed: readonly string[];
}

const EXAMPLES = 20;

/** Whether every listed name finds its own party, asked exactly as it is printed and without its kind. */
export function selfRetrieval(corpus: Corpus, index: NameIndex, bearers: Bearers): SelfRetrieval {
  const missed: string[] = [];
  let found = 0;
  let exact = 0;
  for (const { text, party, type } of corpus.names) {
    // A name that many parties bear may push one of them beyond any limit: any bearer is right.
    const right = bearers.of(text);
    const match = index
      .search({ name: text }, { limit: 20 })
      .find((other) => other.party === party || right.has(other.party));
    if (match) found++;
    else missed.push(text);
    if (match && (match.strength === 'exact' || type === 'weak-alias')) exact++;
  }
  const of = corpus.names.length;
  return {
    corpus: corpus.label,
    names: of,
    found: wilson(found, of),
    exact: wilson(exact, of),
    missed: missed.slice(0, EXAMPLES),
  };
}
