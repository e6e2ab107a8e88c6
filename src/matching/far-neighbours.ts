import { bitCount, lastRelation, wordSimilarity } from '../names/index.ts';
import type { IndexArrays } from './index-arrays.ts';
import type { NameForm } from './name-form.ts';
import { LEAST_NEIGHBOUR } from './word-neighbours.ts';
import { keyAfter, keyOfBeginning, lowerBound, orderKey } from './word-order.ts';
import { pairSlot, remember } from './word-pairs.ts';

/**
 * Words of the index that lie two edits from a word of a query. They share no deletion with it, but three
 * letters at one end, since two edits seldom touch both ends:
 *
 *   izhmaxg    izh|mash      words with the same beginning; the letters that only one of
 *   eyling     keyl|ink      both has are counted first, four at most for two edits
 */
const SHORTEST = 6;
/** Words looked at from either end; where more begin alike, four or five letters have to be the same. */
const MOST_SEEN = 400;
const LEAST_SAME = 3;
const MOST_SAME = 5;
const MOST_FOUND = 32;
const MOST_DIFFERING = 4;

export class FarNeighbours {
  readonly ids = new Int32Array(MOST_FOUND);
  readonly similarity = new Float32Array(MOST_FOUND);
  count = 0;
  private readonly arrays: IndexArrays;

  constructor(arrays: IndexArrays) {
    this.arrays = arrays;
  }

  /** Finds the far neighbours of word `place` of a query, near ones among them; returns how many there are. */
  find(form: NameForm, place: number): number {
    this.count = 0;
    const from = form.start[place] as number;
    const to = form.end[place] as number;
    if (to - from < SHORTEST) return 0;
    const { prefixOrder, prefixKeys, suffixOrder, suffixKeys } = this.arrays;
    this.scan(form, place, prefixOrder, prefixKeys, orderKey(form.bytes, from, to, false));
    this.scan(form, place, suffixOrder, suffixKeys, orderKey(form.bytes, from, to, true));
    return this.count;
  }

  private scan(
    form: NameForm,
    place: number,
    order: Uint32Array,
    keys: Uint32Array,
    key: number,
  ): void {
    let low = 0;
    let high = 0;
    for (let same = LEAST_SAME; same <= MOST_SAME; same++) {
      low = lowerBound(keys, keyOfBeginning(key, same));
      high = lowerBound(keys, keyAfter(key, same));
      if (high - low <= MOST_SEEN) break;
    }
    high = Math.min(high, low + MOST_SEEN);
    const { wordLetters, wordStart, wordBytes } = this.arrays;
    const from = form.start[place] as number;
    const to = form.end[place] as number;
    const letters = form.letters[place] as number;
    for (let at = low; at < high && this.count < MOST_FOUND; at++) {
      const id = order[at] as number;
      const difference = (wordLetters[id] as number) ^ letters;
      if (bitCount(difference) > MOST_DIFFERING) continue;
      const start = wordStart[id] as number;
      const end = wordStart[id + 1] as number;
      const longer = end - start - (to - from);
      if (longer > 2 || longer < -2 || end - start < SHORTEST - 1) continue;
      const similarity = wordSimilarity(form.bytes, from, to, wordBytes, start, end, difference);
      if (similarity < LEAST_NEIGHBOUR) continue;
      if (form.query !== 0)
        remember(pairSlot(form.query, place, id), form.query, place, id, similarity, lastRelation);
      this.ids[this.count] = id;
      this.similarity[this.count++] = similarity;
    }
  }
}
