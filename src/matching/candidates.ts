import { MAX_WORDS, type WordTable } from '../names/index.ts';
import { type IndexArrays, LEGAL } from './index-arrays.ts';
import { INESSENTIAL_SHARE } from './index-builder.ts';
import { keepBest } from './keep-best.ts';
import type { NameForm } from './name-form.ts';
import { acronymHashOf, beginningHashOf, joinedHashOf } from './name-keys.ts';
import { WordAlternatives } from './word-alternatives.ts';

/** Names that are scored in full; the best by the estimate. */
const MOST_CANDIDATES = 64;
/** Names that are found as a whole (equal, same letters, initials, beginning) and need no estimate. */
const MOST_DIRECT = 512;
/** Names that are estimated; the rarest words of the query are followed first. */
const MOST_ESTIMATED = 16_384;
/**
 * Words of the query that are this share of its weight together are not followed. Less than the share on
 * the side of the names: a misspelt common word weighs like a rare one.
 */
const LAST_SHARE = 0.12;
/** With this many names found by rarer words, further ones have to be essential on either side. */
const MANY = 400;
/** Names whose words are all read for the estimate. */
const MOST_READ = 256;
/** ... unless the postings gave them less than this share of the best. */
const LEAST_TO_READ = 0.3;
/** What a name that was found as a whole counts among the postings: nothing, but not zero. */
const FOUND_WHOLE = 1e-6;
/** Names estimated below these, of 1 and of the best estimate, never come out as possible. */
const LEAST_ESTIMATE = 0.15;
const LEAST_OF_BEST = 0.4;

/**
 * Chooses the names worth scoring, in three steps.
 *
 *   1. alternatives   each word of the query -> words of the index that may stand for it
 *                     (itself, its group, neighbours, joins, splits, completions), with what each would add
 *   2. postings       rarest alternatives first -> names in which they are essential
 *   3. estimate       what the postings added, then what all words add, over both names' weight -> the best few
 */
export class CandidateFinder {
  readonly names = new Uint32Array(MOST_CANDIDATES + MOST_DIRECT);
  /** Postings read and words verified by the last query: the measure of work. */
  work = 0;
  private readonly arrays: IndexArrays;
  private readonly alternatives: WordAlternatives;
  private readonly wordFrom = new Uint32Array(MAX_WORDS + 1);
  private readonly worth = new Float32Array(MAX_WORDS);
  /** By name: what the postings read so far add to it; all zero between queries. */
  private readonly sum: Float32Array;
  private readonly touched = new Uint32Array(MOST_ESTIMATED);
  private touchedCount = 0;
  private readonly picked = new Uint32Array(MOST_READ);
  private readonly estimate = new Float32Array(MOST_ESTIMATED);

  constructor(arrays: IndexArrays, table: WordTable, groups: Map<number, number[]>) {
    this.arrays = arrays;
    this.alternatives = new WordAlternatives(arrays, table, groups);
    this.sum = new Float32Array(arrays.nameHash.length);
  }

  /** Fills `names` and returns how many there are. */
  find(query: NameForm): number {
    this.work = 0;
    this.touchedCount = 0;
    const direct = this.followWhole(query);
    let total = 0;
    for (let i = 0; i < query.count; i++) {
      this.wordFrom[i] = this.alternatives.count;
      const worth = this.alternatives.note(query, i);
      this.worth[i] = worth;
      total += worth;
    }
    this.wordFrom[query.count] = this.alternatives.count;
    let rest = total;
    for (const i of this.byWorth(query.count)) {
      const share = this.touchedCount < MANY ? LAST_SHARE : INESSENTIAL_SHARE;
      if (rest < share * total) break;
      this.followPostings(this.wordFrom[i] as number, this.wordFrom[i + 1] as number);
      rest -= this.worth[i] as number;
    }
    const count = this.best(direct, query.total);
    this.alternatives.clear();
    for (let t = 0; t < this.touchedCount; t++) this.sum[this.touched[t] as number] = 0;
    return count;
  }

  /** Word numbers by falling worth. */
  private byWorth(count: number): number[] {
    const order: number[] = [];
    for (let i = 0; i < count; i++) order.push(i);
    return order.sort((x, y) => (this.worth[y] as number) - (this.worth[x] as number));
  }

  /**
   * Names that are found as a whole: equal, of the same letters, of these initials, with this beginning.
   * They need no estimate; returns how many there are. Initials are looked up from the short side only: a
   * query of four common words is spelt by some listed acronym too often.
   */
  private followWhole(query: NameForm): number {
    const { arrays } = this;
    this.follow(arrays.exactHead, arrays.exactNext, query.hash);
    this.follow(arrays.joinedHead, arrays.joinedNext, joinedHashOf(query));
    this.follow(arrays.beginningHead, arrays.beginningNext, beginningHashOf(query));
    if (query.count === 1) {
      const hash = acronymHashOf(query.bytes, query.start[0] as number, query.end[0] as number);
      this.follow(arrays.acronymHead, arrays.acronymNext, hash);
    }
    return this.touchedCount;
  }

  private follow(head: Int32Array, next: Int32Array, hash: number): void {
    if (hash === 0) return;
    let name = head[hash & (head.length - 1)] as number;
    while (name >= 0 && this.touchedCount < MOST_DIRECT) {
      this.touch(name, FOUND_WHOLE);
      name = next[name] as number;
    }
  }

  private touch(name: number, gain: number): void {
    const sum = this.sum[name] as number;
    if (sum === 0) {
      if (this.touchedCount === MOST_ESTIMATED) return;
      this.touched[this.touchedCount++] = name;
    }
    this.sum[name] = sum + gain;
  }

  /** Follows the postings of words from..to, shortest first. */
  private followPostings(from: number, to: number): void {
    const { postingStart, postingNames } = this.arrays;
    const fresh = this.alternatives.words.subarray(from, to);
    const length = (word: number) =>
      (postingStart[word + 1] as number) - (postingStart[word] as number);
    fresh.sort((x, y) => length(x) - length(y));
    for (const word of fresh) {
      const end = postingStart[word + 1] as number;
      const gain = this.alternatives.gain[word] as number;
      for (let at = postingStart[word] as number; at < end; at++)
        this.touch(postingNames[at] as number, gain);
      this.work += length(word);
    }
  }

  /**
   * Keeps the best of the touched names: first by what the postings added, then, of some hundreds, by all
   * of their words. The `direct` names at the front are kept without.
   */
  private best(direct: number, total: number): number {
    const { nameTotal } = this.arrays;
    const { names, estimate, touched, sum, touchedCount } = this;
    let likest = 0;
    for (let t = direct; t < touchedCount; t++) {
      const name = touched[t] as number;
      const value = (sum[name] as number) / (total + (nameTotal[name] as number) + 0.01);
      estimate[t] = value;
      if (value > likest) likest = value;
    }
    const worthReading = LEAST_TO_READ * likest;
    const picked = keepBest(
      touched,
      estimate,
      direct,
      touchedCount,
      MOST_READ,
      worthReading,
      this.picked,
      0,
    );
    likest = 0;
    for (let t = 0; t < picked; t++) {
      const value = this.readWords(this.picked[t] as number, total);
      estimate[t] = value;
      if (value > likest) likest = value;
    }
    const least = Math.max(LEAST_ESTIMATE, LEAST_OF_BEST * likest);
    for (let t = 0; t < direct; t++) names[t] = touched[t] as number;
    return keepBest(this.picked, estimate, 0, picked, MOST_CANDIDATES, least, names, direct);
  }

  /** The share of both names' weight that the words of a name and the query have in common, about. */
  private readWords(name: number, total: number): number {
    const { nameStart, nameWords, nameTotal } = this.arrays;
    let sum = 0;
    const end = nameStart[name + 1] as number;
    for (let at = nameStart[name] as number; at < end; at++) {
      const word = nameWords[at] as number;
      if (word < LEGAL) sum += this.alternatives.gain[word] as number;
    }
    return sum / (total + (nameTotal[name] as number) + 0.01);
  }
}
