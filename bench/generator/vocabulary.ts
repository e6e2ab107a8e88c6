import { addedGeneric, genericOnly } from './tables/vocabulary.ts';
import { bareWord, wordsOf } from './words.ts';

/** Ordinary names that must share a word for it to be common. */
const COMMON = 25;
const generic = new Set([...genericOnly, ...addedGeneric].map((word) => word.toLowerCase()));

/** Names that may share a word that still singles its bearer out. */
const FEW = 100;

/**
 * How often words occur in listed and ordinary names. Only the generator uses
 * it: to leave a name its distinctive word, without which it denotes nobody.
 */
export class Vocabulary {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #ordinary: ReadonlyMap<string, number>;

  constructor(listed: Iterable<string>, ordinary: Iterable<string>) {
    this.#ordinary = countWords(ordinary, new Map());
    this.#counts = countWords(listed, new Map(this.#ordinary));
  }

  /** Whether many ordinary companies use the word too: a name can lose it and denote the same one. */
  isCommon(word: string): boolean {
    const bare = bareWord(word);
    return generic.has(bare) || (this.#ordinary.get(bare) ?? 0) >= COMMON;
  }

  count(word: string): number {
    return this.#counts.get(bareWord(word)) ?? 0;
  }

  /**
   * Whether the words of a company's name proper single it out: seven letters or
   * more and a word of four letters that few names share. "SBMC" and "General
   * Trading" do not: with a letter wrong they denote nobody any more.
   */
  singlesOut(core: readonly string[]): boolean {
    const bare = core.map(bareWord);
    const letters = bare.reduce((sum, word) => sum + word.length, 0);
    return letters >= 7 && bare.some((word) => word.length >= 4 && this.count(word) <= FEW);
  }

  /** Position of the rarest word of at least three letters (else of the longest word). */
  rarest(words: readonly string[]): number {
    let best = 0;
    let bestCount = Number.POSITIVE_INFINITY;
    words.forEach((word, at) => {
      const short = bareWord(word).length < 3;
      const count = this.count(word) + (short ? 1e6 : 0);
      if (count < bestCount) {
        best = at;
        bestCount = count;
      }
    });
    return best;
  }
}

function countWords(names: Iterable<string>, counts: Map<string, number>): Map<string, number> {
  for (const name of names) {
    for (const word of wordsOf(name)) {
      const bare = bareWord(word);
      counts.set(bare, (counts.get(bare) ?? 0) + 1);
    }
  }
  return counts;
}
