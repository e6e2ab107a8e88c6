import { MAX_WORDS, WORD_CLASS, type WordTable } from '../names/index.ts';
import { type IndexArrays, LEGAL } from './index-arrays.ts';
import { INESSENTIAL_SHARE, prefixKey } from './index-builder.ts';
import type { NameForm } from './name-form.ts';
import { acronymHashOf, beginningHashOf, joinedHashOf } from './name-keys.ts';
import { NeighbourFinder } from './word-neighbours.ts';

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
const MOST_READ = 320;
/** What a name that was found as a whole counts among the postings: nothing, but not zero. */
const FOUND_WHOLE = 1e-6;
/** Names estimated below these, of 1 and of the best estimate, never come out as possible. */
const LEAST_ESTIMATE = 0.26;
const LEAST_OF_BEST = 0.4;
const MOST_ALTERNATIVES = 2048;
const MOST_BY_PREFIX = 48;

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
  private readonly table: WordTable;
  private readonly neighbours: NeighbourFinder;
  private readonly groups: Map<number, number[]>;
  /** By word id: what the word adds to a name for the current query; all zero between queries. */
  private readonly gain: Float32Array;
  private readonly words = new Uint32Array(MOST_ALTERNATIVES);
  private wordCount = 0;
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
    this.table = table;
    this.groups = groups;
    this.neighbours = new NeighbourFinder(table, arrays.wordLetters, arrays);
    this.gain = new Float32Array(table.size);
    this.sum = new Float32Array(arrays.nameHash.length);
  }

  /** Fills `names` and returns how many there are. */
  find(query: NameForm): number {
    this.work = 0;
    this.wordCount = 0;
    this.touchedCount = 0;
    const direct = this.followWhole(query);
    let total = 0;
    for (let i = 0; i < query.count; i++) {
      this.wordFrom[i] = this.wordCount;
      const worth = this.alternatives(query, i);
      this.worth[i] = worth;
      total += worth;
    }
    this.wordFrom[query.count] = this.wordCount;
    let rest = total;
    for (const i of this.byWorth(query.count)) {
      const share = this.touchedCount < MANY ? LAST_SHARE : INESSENTIAL_SHARE;
      if (rest < share * total) break;
      this.followPostings(this.wordFrom[i] as number, this.wordFrom[i + 1] as number);
      rest -= this.worth[i] as number;
    }
    const count = this.best(direct, query.total);
    for (let w = 0; w < this.wordCount; w++) this.gain[this.words[w] as number] = 0;
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

  /** Notes that a word of the index adds `gain` to names that hold it. */
  private addWord(word: number, gain: number): void {
    if ((this.gain[word] as number) === 0) {
      if (this.wordCount === MOST_ALTERNATIVES) return;
      this.words[this.wordCount++] = word;
    }
    if (gain > (this.gain[word] as number)) this.gain[word] = gain;
  }

  /** Notes what may stand for word i; returns the weight that the word has in the names that are meant. */
  private alternatives(query: NameForm, i: number): number {
    const { wordWeight } = this.arrays;
    const weight = query.weight[i] as number;
    const id = query.id[i] as number;
    const from = query.start[i] as number;
    const to = query.end[i] as number;
    const wordClass = query.wordClass[i] as number;
    if (id >= 0) this.addWord(id, 2 * weight);
    if (wordClass === WORD_CLASS.number) {
      this.numbers(query.group[i] as number, weight);
      return weight;
    }
    const group = query.group[i] as number;
    if (group !== 0)
      for (const member of this.groups.get(group) ?? [])
        this.addWord(member, 0.96 * (weight + (wordWeight[member] as number)));
    this.joins(query, i);
    if (to - from < 3) return weight;
    if (i === query.count - 1) this.completions(query, i);
    // A known common word is what it seems; looking for its neighbours finds common words only.
    if (id >= 0 && (wordClass !== WORD_CLASS.core || weight < 0.12)) return weight;
    const found = this.neighbours.find(query.bytes, from, to, query.letters[i] as number);
    this.work += found;
    let worth = weight;
    let likest = 0.8;
    for (let f = 0; f < found; f++) {
      const word = this.neighbours.ids[f] as number;
      const lesser = Math.min(weight, wordWeight[word] as number);
      const similarity = this.neighbours.similarity[f] as number;
      this.addWord(word, 2 * lesser * similarity);
      // A stranger that is nearly a common word is that word misspelt, and worth no more.
      if (id < 0 && similarity > likest) {
        likest = similarity;
        worth = lesser;
      }
    }
    this.splits(query, i);
    return worth;
  }

  private numbers(group: number, weight: number): void {
    const value = String(group & 0xffffff);
    for (const suffix of ['', 'th', 'st', 'nd', 'rd']) {
      const word = this.table.findText(value + suffix);
      if (word >= 0) this.addWord(word, 1.9 * weight);
    }
    for (const member of this.groups.get(group) ?? []) this.addWord(member, 1.9 * weight);
  }

  /** Two and three neighbouring words of the query as one word of the index. */
  private joins(query: NameForm, i: number): void {
    let size = 0;
    let weight = 0;
    for (let span = 1; span <= 3 && i + span <= query.count; span++) {
      const k = i + span - 1;
      const from = query.start[k] as number;
      const to = query.end[k] as number;
      if (size + to - from > joined.length) return;
      for (let c = from; c < to; c++) joined[size++] = query.bytes[c] as number;
      weight += query.weight[k] as number;
      if (span === 1) continue;
      const word = this.table.find(joined, 0, size);
      if (word >= 0) this.addWord(word, 0.97 * (weight + (this.arrays.wordWeight[word] as number)));
    }
  }

  /** One word of the query as two words of the index. */
  private splits(query: NameForm, i: number): void {
    const from = query.start[i] as number;
    const to = query.end[i] as number;
    if (to - from < 4 || to - from > 40) return;
    const { postingStart, wordWeight } = this.arrays;
    for (let cut = from + 2; cut <= to - 2; cut++) {
      const left = this.table.find(query.bytes, from, cut);
      if (left < 0) continue;
      const right = this.table.find(query.bytes, cut, to);
      if (right < 0) continue;
      // Words of the tables that no name holds have no postings and cost nothing.
      if (
        postingStart[left] === postingStart[left + 1] &&
        postingStart[right] === postingStart[right + 1]
      )
        continue;
      const half = (query.weight[i] as number) / 2;
      this.addWord(left, 0.97 * (half + (wordWeight[left] as number)));
      this.addWord(right, 0.97 * (half + (wordWeight[right] as number)));
    }
  }

  /** Words that begin with the last word of the query, which may be cut off. */
  private completions(query: NameForm, i: number): void {
    const { prefixOrder, wordStart, wordBytes, wordWeight } = this.arrays;
    const from = query.start[i] as number;
    const to = query.end[i] as number;
    const size = to - from;
    let low = lowerBound(this.arrays, prefixKey(query.bytes, from, to));
    for (let steps = 0; steps < MOST_BY_PREFIX && low < prefixOrder.length; steps++, low++) {
      const word = prefixOrder[low] as number;
      const start = wordStart[word] as number;
      const length = (wordStart[word + 1] as number) - start;
      let k = 0;
      while (k < size && k < length && wordBytes[start + k] === query.bytes[from + k]) k++;
      if (k < size) {
        if (k < Math.min(size, 5)) break;
        continue;
      }
      if (length > size)
        this.addWord(
          word,
          2 *
            Math.min(query.weight[i] as number, wordWeight[word] as number) *
            (0.62 + (0.35 * size) / length),
        );
    }
  }

  /** Follows the postings of words from..to, shortest first. */
  private followPostings(from: number, to: number): void {
    const { postingStart, postingNames } = this.arrays;
    const fresh = this.words.subarray(from, to);
    const length = (word: number) =>
      (postingStart[word + 1] as number) - (postingStart[word] as number);
    fresh.sort((x, y) => length(x) - length(y));
    for (const word of fresh) {
      const end = postingStart[word + 1] as number;
      const gain = this.gain[word] as number;
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
    for (let t = direct; t < touchedCount; t++) {
      const name = touched[t] as number;
      estimate[t] = (sum[name] as number) / (total + (nameTotal[name] as number) + 0.01);
    }
    const picked = keepBest(touched, estimate, direct, touchedCount, MOST_READ, 0, this.picked, 0);
    let likest = 0;
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
      if (word < LEGAL) sum += this.gain[word] as number;
    }
    return sum / (total + (nameTotal[name] as number) + 0.01);
  }
}

const joined = new Uint8Array(120);

function lowerBound(arrays: IndexArrays, key: number): number {
  const { prefixOrder, wordBytes, wordStart } = arrays;
  let low = 0;
  let high = prefixOrder.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const word = prefixOrder[middle] as number;
    if (prefixKey(wordBytes, wordStart[word] as number, wordStart[word + 1] as number) < key)
      low = middle + 1;
    else high = middle;
  }
  return low;
}

const HISTOGRAM = 512;
const histogram = new Uint32Array(HISTOGRAM + 1);

/**
 * Copies the names from..to whose value is at least `least` to `into` from `at` on, the best `keep` of them
 * when there are more; returns where `into` ends. A histogram finds the cut without a sort.
 */
function keepBest(
  names: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  keep: number,
  least: number,
  into: Uint32Array,
  at: number,
): number {
  let cut = -1;
  if (to - from > keep) {
    histogram.fill(0);
    for (let i = from; i < to; i++) {
      const slot = slotOf(values[i] as number);
      histogram[slot] = (histogram[slot] as number) + 1;
    }
    let above = 0;
    cut = HISTOGRAM;
    while (cut > 0 && above + (histogram[cut] as number) <= keep)
      above += histogram[cut--] as number;
  }
  const last = at + keep;
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    if (value >= least && slotOf(value) > cut) into[at++] = names[i] as number;
  }
  // Of those at the cut as many as there is room for.
  for (let i = from; cut >= 0 && i < to && at < last; i++) {
    const value = values[i] as number;
    if (value >= least && slotOf(value) === cut) into[at++] = names[i] as number;
  }
  return at;
}

function slotOf(value: number): number {
  return value >= 1 ? HISTOGRAM : (value * HISTOGRAM) | 0;
}
