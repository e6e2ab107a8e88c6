import { buildIndex, type NameIndex } from '../../src/matching/index.ts';
import type { Corpus } from '../data/listed.ts';
import type { Answer, Matcher, QueryKind } from './matcher.ts';

/** The lowest score asked of the engine: far below its own thresholds, so that ours can be set freely. */
const FLOOR = 0.4;

/** The engine as its users call it, but for the floor. */
export class Redflag implements Matcher {
  readonly label = 'Redflag';
  readonly index: NameIndex;

  constructor({ names }: Corpus) {
    this.index = buildIndex(names);
  }

  search(name: string, kind: QueryKind, limit: number): Answer[] {
    const options = { limit, floor: FLOOR };
    return this.index
      .search({ name, ...(kind && { kind }) }, options)
      .map(({ party, score }) => ({ party, score }));
  }
}
