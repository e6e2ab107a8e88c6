import { bareWord, wordsOf } from './words.ts';

/** Names that may share a word that still singles its bearer out. */
const FEW = 100;

/**
 * How often words occur in listed and ordinary names. Only the generator uses
 * it: to leave a name its distinctive word, without which it denotes nobody.
 */
export class Vocabulary {
  readonly #counts = new Map<string, number>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      for (const word of wordsOf(name)) {
        const bare = bareWord(word);
        this.#counts.set(bare, (this.#counts.get(bare) ?? 0) + 1);
      }
    }
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
