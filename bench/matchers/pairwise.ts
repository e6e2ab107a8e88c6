import { type Corpus, plainKey } from '../data/listed.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { type Answer, bestPerParty, type Matcher, type QueryKind } from './matcher.ts';
import { ratio } from './token-sort.ts';
import type { TrigramIndex } from './trigrams.ts';

type Similarity = (a: string, b: string) => number;

const CANDIDATES = 200;

/**
 * A pairwise similarity over sorted words, in lower case and without accents:
 * scored on the 200 nearest by trigrams, or on every name (`naive`).
 */
export class Pairwise implements Matcher {
  readonly label: string;
  readonly #similarity: Similarity;
  readonly #texts: readonly string[];
  readonly #parties: readonly number[];
  readonly #near: TrigramIndex | undefined;

  constructor(label: string, { names }: Corpus, similarity: Similarity, near?: TrigramIndex) {
    this.label = label;
    this.#similarity = similarity;
    this.#texts = names.map(({ text }) => sortedWords(text));
    this.#parties = names.map(({ party }) => party);
    this.#near = near;
  }

  search(name: string, _kind: QueryKind, limit: number): Answer[] {
    const text = sortedWords(name);
    const ordinals = this.#near?.nearest(text, CANDIDATES) ?? [...this.#texts.keys()];
    const scored = ordinals.map((ordinal) => ({
      party: this.#parties[ordinal] ?? -1,
      score: this.#similarity(text, this.#texts[ordinal] ?? ''),
    }));
    return bestPerParty(scored, limit);
  }
}

/** The usual preparation of these baselines: accents off, lower case, words sorted. */
export function sortedWords(text: string): string {
  return plainKey(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}

export function tokenSort(corpus: Corpus, near?: TrigramIndex): Matcher {
  return new Pairwise('token-sort ratio', corpus, ratio, near);
}

export function jaroWinklerOver(corpus: Corpus, near?: TrigramIndex): Matcher {
  return new Pairwise('Jaro-Winkler', corpus, jaroWinkler, near);
}
