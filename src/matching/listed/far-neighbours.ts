import { bitCount, lastRelation, wordSimilarity } from '../../names/index.ts';
import type { IndexArrays } from './index-arrays.ts';
import type { NameForm } from './name-form.ts';
import {
  bucketOf,
  LEAST_NEIGHBOUR,
  middleHash,
  middleOf,
  SHORTEST_FAR,
} from './word-neighbours.ts';
import { keyAfter, keyOfBeginning, lowerBound, orderKey } from './word-order.ts';
import { pairSlot, remember } from './word-pairs.ts';

/**
 * Words of the index that lie two edits from a word of a query. They need share no deletion with it, but two
 * edits leave one of three parts as it was:
 *
 *   izhmaxg       izh|mash         the beginning
 *   eyling        key|ling         the end
 *   xarshalovt    m|arshalov|s     the middle, shifted by two letters at most
 *
 * Of the letters that only one of both has two edits account for four.
 */
/** Words looked at from either end; where more begin alike, four or five letters have to be the same. */
const MOST_SEEN = 160;
const LEAST_SAME = 3;
const MOST_SAME = 5;
const MOST_FOUND = 32;
const MOST_DIFFERING = 4;
/** Letters by which an edit at the beginning and another length may shift the middle. */
const MOST_SHIFT = 2;

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
    if (to - from < SHORTEST_FAR) return 0;
    const { prefixOrder, prefixKeys, suffixOrder, suffixKeys } = this.arrays;
    this.scan(form, place, prefixOrder, prefixKeys, orderKey(form.bytes, from, to, false));
    this.scan(form, place, suffixOrder, suffixKeys, orderKey(form.bytes, from, to, true));
    this.middle(form, place);
    return this.count;
  }

  private middle(form: NameForm, place: number): void {
    const { bucketStart, bucketWords } = this.arrays;
    const mask = bucketStart.length - 2;
    const from = form.start[place] as number;
    const to = form.end[place] as number;
    const centre = middleOf(from, to);
    const last = Math.min(to - 4, centre + MOST_SHIFT);
    for (let at = Math.max(from, centre - MOST_SHIFT); at <= last; at++) {
      const bucket = bucketOf(middleHash(form.bytes, at), mask);
      const end = bucketStart[bucket + 1] as number;
      for (let e = bucketStart[bucket] as number; e < end && this.count < MOST_FOUND; e++)
        this.compare(form, place, bucketWords[e] as number);
    }
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
    for (let at = low; at < high && this.count < MOST_FOUND; at++)
      this.compare(form, place, order[at] as number);
  }

  private compare(form: NameForm, place: number, id: number): void {
    const { wordLetters, wordStart, wordBytes } = this.arrays;
    const difference = (wordLetters[id] as number) ^ (form.letters[place] as number);
    if (bitCount(difference) > MOST_DIFFERING) return;
    const from = form.start[place] as number;
    const to = form.end[place] as number;
    const start = wordStart[id] as number;
    const end = wordStart[id + 1] as number;
    const longer = end - start - (to - from);
    if (longer > 2 || longer < -2 || end - start < SHORTEST_FAR - 1) return;
    const similarity = wordSimilarity(form.bytes, from, to, wordBytes, start, end, difference);
    if (similarity < LEAST_NEIGHBOUR) return;
    if (form.query !== 0)
      remember(pairSlot(form.query, place, id), form.query, place, id, similarity, lastRelation);
    this.ids[this.count] = id;
    this.similarity[this.count++] = similarity;
  }
}
