import MiniSearch from 'minisearch';
import type { Corpus } from '../data/listed.ts';
import { type Answer, bestPerParty, type Matcher, type QueryKind } from './matcher.ts';

/** MiniSearch with its usual settings for names: words of a fifth of their length wrong still match. */
export class MiniSearchMatcher implements Matcher {
  readonly label = 'MiniSearch';
  readonly #search: MiniSearch;
  readonly #parties: readonly number[];

  constructor({ names }: Corpus) {
    this.#parties = names.map(({ party }) => party);
    this.#search = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2 } });
    this.#search.addAll(names.map(({ text }, id) => ({ id, text })));
  }

  search(name: string, _kind: QueryKind, limit: number): Answer[] {
    // BM25 grows with the words of the query: per word, scores of different queries can be compared.
    const words = name.split(/\s+/).length;
    const found = this.#search.search(name).slice(0, 20 * limit);
    const scored = found.map(({ id, score }) => ({
      party: this.#parties[id] ?? -1,
      score: score / words,
    }));
    return bestPerParty(scored, limit);
  }
}
