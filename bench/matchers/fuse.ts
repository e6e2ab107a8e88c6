import Fuse from 'fuse.js';
import type { Corpus, IndexedName } from '../data/listed.ts';
import { type Answer, bestPerParty, type Matcher, type QueryKind } from './matcher.ts';

/** Fuse.js over the names, location ignored, threshold 0.4: it scans every name. */
export class FuseMatcher implements Matcher {
  readonly label = 'Fuse.js';
  readonly #fuse: Fuse<IndexedName>;

  constructor({ names }: Corpus) {
    this.#fuse = new Fuse(names, {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.4,
    });
  }

  search(name: string, _kind: QueryKind, limit: number): Answer[] {
    const found = this.#fuse.search(name, { limit: 5 * limit });
    const scored = found.map(({ item, score = 1 }) => ({ party: item.party, score: 1 - score }));
    return bestPerParty(scored, limit);
  }
}
