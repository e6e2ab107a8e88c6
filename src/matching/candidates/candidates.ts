import { MAX_WORDS, type WordTable } from '../../names/index.ts';
import { READING_BITS, sameKey, spelledKey } from '../listed/acronyms.ts';
import { type IndexArrays, LEGAL } from '../listed/index-arrays.ts';
import { INESSENTIAL_SHARE } from '../listed/index-builder.ts';
import type { NameForm } from '../listed/name-form.ts';
import { beginningHashOf, joinedHashOf } from '../listed/name-keys.ts';
import { keepBest } from './keep-best.ts';
import { MOST_ALTERNATIVES, WordAlternatives } from './word-alternatives.ts';

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
const LEAST_TO_READ = 0.27;
/** What a name that was found as a whole counts among the postings: nothing, but not zero. */
const FOUND_WHOLE = 1e-6;
/** Names estimated below this never reach a score that is of interest to anyone. */
const LEAST_ESTIMATE = 0.15;
/**
 * Where only names of this score and more are wanted, those that are estimated lower are left out as well: by
 * the postings, and by all words.
 * Of 14,871 altered names that score as possible three are lost by them.
 */
const POSSIBLE = 0.7;
const LEAST_POSTED = 0.16;
const LEAST_POSSIBLE = 0.3;
/** ... and those below this share of the best estimate, or of 1. */
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
  /** Bit a..z: the query has a word of that letter alone. */
  private initials = 0;
  /** By place among the alternatives: how many postings the word has. */
  private readonly postings = new Uint32Array(MOST_ALTERNATIVES);
  private readonly order = new Uint8Array(MAX_WORDS);
  private readonly picked = new Uint32Array(MOST_READ);
  private readonly estimate = new Float32Array(MOST_ESTIMATED);

  constructor(arrays: IndexArrays, table: WordTable, groups: Map<number, number[]>) {
    this.arrays = arrays;
    this.alternatives = new WordAlternatives(arrays, table, groups);
    this.sum = new Float32Array(arrays.nameHash.length);
  }

  /**
   * Fills `names` and returns how many there are.
   *
   * @param wanted the score from which a name is of interest
   */
  find(query: NameForm, wanted: number): number {
    this.work = 0;
    this.touchedCount = 0;
    this.initials = initialsOf(query.spelled ?? query);
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
    const order = this.byWorth(query.count);
    for (let o = 0; o < query.count; o++) {
      const i = order[o] as number;
      const share = this.touchedCount < MANY ? LAST_SHARE : INESSENTIAL_SHARE;
      if (rest < share * total) break;
      this.followPostings(this.wordFrom[i] as number, this.wordFrom[i + 1] as number);
      rest -= this.worth[i] as number;
    }
    const count = this.best(direct, total, wanted);
    this.alternatives.clear();
    for (let t = 0; t < this.touchedCount; t++) this.sum[this.touched[t] as number] = 0;
    return count;
  }

  /** Word numbers by falling worth. */
  private byWorth(count: number): Uint8Array {
    const { order, worth } = this;
    for (let i = 0; i < count; i++) {
      let at = i;
      while (at > 0 && (worth[order[at - 1] as number] as number) < (worth[i] as number)) {
        order[at] = order[at - 1] as number;
        at--;
      }
      order[at] = i;
    }
    return order;
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
    this.followAcronym(spelledKey(query));
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

  private followAcronym(key: number): void {
    if (key === 0) return;
    const { acronymHead, acronymNext, acronymKeys, acronymNames } = this.arrays;
    let at = acronymHead[(key >>> READING_BITS) & (acronymHead.length - 1)] as number;
    for (; at >= 0 && this.touchedCount < MOST_DIRECT; at = acronymNext[at] as number)
      if (sameKey(acronymKeys[at] as number, key))
        this.touch(acronymNames[at] as number, FOUND_WHOLE);
  }

  /** By rising number of postings, those of like number in the order in which they were noted. */
  private sortByPostings(from: number, to: number): void {
    const { postingStart } = this.arrays;
    const { words } = this.alternatives;
    const { postings } = this;
    for (let w = from; w < to; w++) {
      const word = words[w] as number;
      const count = (postingStart[word + 1] as number) - (postingStart[word] as number);
      let at = w;
      while (at > from && (postings[at - 1] as number) > count) {
        words[at] = words[at - 1] as number;
        postings[at] = postings[at - 1] as number;
        at--;
      }
      words[at] = word;
      postings[at] = count;
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
    const { words, gain } = this.alternatives;
    this.sortByPostings(from, to);
    for (let w = from; w < to; w++) {
      const word = words[w] as number;
      const begin = postingStart[word] as number;
      const end = postingStart[word + 1] as number;
      const adds = gain[word] as number;
      for (let at = begin; at < end; at++) this.touch(postingNames[at] as number, adds);
      this.work += end - begin;
    }
  }

  /**
   * Keeps the best of the touched names: first by what the postings added, then, of some hundreds, by all
   * of their words. The `direct` names at the front are kept without.
   */
  private best(direct: number, total: number, wanted: number): number {
    const { nameTotal } = this.arrays;
    const { names, estimate, touched, sum, touchedCount } = this;
    let likest = 0;
    for (let t = direct; t < touchedCount; t++) {
      const name = touched[t] as number;
      const value = (sum[name] as number) / (total + (nameTotal[name] as number) + 0.01);
      estimate[t] = value;
      if (value > likest) likest = value;
    }
    const posted = wanted < POSSIBLE ? 0 : LEAST_POSTED;
    const worthReading = Math.max(posted, LEAST_TO_READ * Math.min(1, likest));
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
    likest = Math.min(1, likest);
    const least = Math.max(
      wanted < POSSIBLE ? LEAST_ESTIMATE : LEAST_POSSIBLE,
      LEAST_OF_BEST * likest,
    );
    for (let t = 0; t < direct; t++) names[t] = touched[t] as number;
    return keepBest(this.picked, estimate, 0, picked, MOST_CANDIDATES, least, names, direct);
  }

  /**
   * The share of both names' weight that the words of a name and the query have in common, about. A word that
   * the query may have as an initial is not missing from it, so it does not count.
   */
  private readWords(name: number, total: number): number {
    const { nameStart, nameWords, nameTotal } = this.arrays;
    const { gain } = this.alternatives;
    let sum = 0;
    let all = total + (nameTotal[name] as number) + 0.01;
    const end = nameStart[name + 1] as number;
    for (let at = nameStart[name] as number; at < end; at++) {
      const word = nameWords[at] as number;
      if (word >= LEGAL) continue;
      const adds = gain[word] as number;
      sum += adds;
      if (this.initials !== 0 && adds === 0 && this.isInitial(word))
        all -= this.arrays.wordWeight[word] as number;
    }
    return sum / all;
  }

  private isInitial(word: number): boolean {
    const { wordStart, wordBytes } = this.arrays;
    const letter = (wordBytes[wordStart[word] as number] as number) - LETTER_A;
    return letter >= 0 && ((this.initials >>> letter) & 1) === 1;
  }
}

const LETTER_A = 97;

function initialsOf({ count, start, end, bytes }: NameForm): number {
  let initials = 0;
  for (let i = 0; i < count; i++) {
    const from = start[i] as number;
    const letter = bytes[from] as number;
    if ((end[i] as number) - from === 1 && letter >= LETTER_A) initials |= 1 << (letter - LETTER_A);
  }
  return initials;
}
