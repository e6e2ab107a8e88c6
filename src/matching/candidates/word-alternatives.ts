import { WORD_CLASS, type WordTable } from '../../names/index.ts';
import { FarNeighbours } from '../listed/far-neighbours.ts';
import type { IndexArrays } from '../listed/index-arrays.ts';
import type { NameForm } from '../listed/name-form.ts';
import { NeighbourFinder } from '../listed/word-neighbours.ts';
import { lowerBound, orderKey } from '../listed/word-order.ts';

export const MOST_ALTERNATIVES = 2048;
/** Words of less weight are taken as they stand; weight 0.3 is one name in 2,000. */
const COMMON_WEIGHT = 0.3;
/** Without a neighbour as near as this, words two edits away are looked for ... */
const FAR = 0.85;
/** ... for a word of this share of the name: one that weighs less is found by the words beside it. */
const CARRYING = 0.4;
const MOST_BY_PREFIX = 48;

/**
 * Words of the index that may stand for a word of the query: itself, words of the same meaning, neighbours
 * in spelling and sound, the word joined with the next, its two halves, completions of a cut word.
 */
export class WordAlternatives {
  /** By word id: what the word adds to a name for the current query; all zero between queries. */
  readonly gain: Float32Array;
  readonly words = new Uint32Array(MOST_ALTERNATIVES);
  count = 0;
  private readonly arrays: IndexArrays;
  private readonly table: WordTable;
  private readonly neighbours: NeighbourFinder;
  private readonly far: FarNeighbours;
  private readonly groups: Map<number, number[]>;

  constructor(arrays: IndexArrays, table: WordTable, groups: Map<number, number[]>) {
    this.arrays = arrays;
    this.table = table;
    this.groups = groups;
    this.neighbours = new NeighbourFinder(table, arrays.wordLetters, arrays);
    this.far = new FarNeighbours(arrays);
    this.gain = new Float32Array(table.size);
  }

  /** Forgets the query. */
  clear(): void {
    for (let w = 0; w < this.count; w++) this.gain[this.words[w] as number] = 0;
    this.count = 0;
  }

  /** Notes that a word of the index adds `gain` to names that hold it. */
  private addWord(word: number, gain: number): void {
    if ((this.gain[word] as number) === 0) {
      if (this.count === MOST_ALTERNATIVES) return;
      this.words[this.count++] = word;
    }
    if (gain > (this.gain[word] as number)) this.gain[word] = gain;
  }

  /** Notes what may stand for word i; returns the weight that the word has in the names that are meant. */
  note(query: NameForm, i: number): number {
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
    if (id >= 0 && (wordClass !== WORD_CLASS.core || weight < COMMON_WEIGHT)) return weight;
    const found = this.neighbours.find(query, i);
    let worth = weight;
    let likest = 0.8;
    let nearest = 0;
    for (let f = 0; f < found; f++) {
      const word = this.neighbours.ids[f] as number;
      const lesser = Math.min(weight, wordWeight[word] as number);
      const similarity = this.neighbours.similarity[f] as number;
      this.addWord(word, 2 * lesser * similarity);
      if (similarity > nearest) nearest = similarity;
      // A stranger that is nearly a common word is that word misspelt, and worth no more.
      if (id < 0 && similarity > likest) {
        likest = similarity;
        worth = lesser;
      }
    }
    if (id < 0 && nearest < FAR && weight >= CARRYING * query.total) this.farNeighbours(query, i);
    this.splits(query, i);
    return worth;
  }

  private farNeighbours(query: NameForm, i: number): void {
    const { far } = this;
    const weight = query.weight[i] as number;
    const found = far.find(query, i);
    for (let f = 0; f < found; f++) {
      const word = far.ids[f] as number;
      const lesser = Math.min(weight, this.arrays.wordWeight[word] as number);
      this.addWord(word, 2 * lesser * (far.similarity[f] as number));
    }
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

  /** One word of the query as two words of the index, the space between them left out or mistyped. */
  private splits(query: NameForm, i: number): void {
    const from = query.start[i] as number;
    const to = query.end[i] as number;
    if (to - from < 4 || to - from > 40) return;
    const { postingStart, wordWeight } = this.arrays;
    for (let cut = from + 2; cut <= to - 2; cut++) {
      const left = this.table.find(query.bytes, from, cut);
      if (left < 0) continue;
      let right = this.table.find(query.bytes, cut, to);
      if (right < 0) right = this.table.find(query.bytes, cut + 1, to);
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
    const { prefixOrder, prefixKeys, wordStart, wordBytes, wordWeight } = this.arrays;
    const from = query.start[i] as number;
    const to = query.end[i] as number;
    const size = to - from;
    let low = lowerBound(prefixKeys, orderKey(query.bytes, from, to, false));
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
}

const joined = new Uint8Array(120);
