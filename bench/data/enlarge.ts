import { Random } from '../random.ts';
import { type Corpus, type IndexedName, plainKey } from './listed.ts';

/** Words met this often at most are distinctive: each name has its own. */
const RARE = 3;
/** Share of rare words that repeat an earlier coined one; the rest are new (Heaps' law: vocabulary grows with size). */
const REPEATED = 0.35;
/** Share of common words that give way to another of about the same frequency. */
const EXCHANGED = 0.3;
/** Share of names that are another name of the party before, as on real lists (2.2 names a party). */
const ALIAS = 0.55;

/**
 * A corpus of `size` names made of real ones, for measuring growth: real names
 * first, then names on the pattern of real ones.
 *
 *   pattern  HANGZHOU   HIKVISION   DIGITAL  TECHNOLOGY  CO., LTD.
 *   becomes  SHENZHEN   SHUVISTEK   DIGITAL  TECHNOLOGY  CO., LTD.
 *            like count  coined      kept     kept        kept
 *
 * Rare words are coined by a chain over three letters learnt from the real rare
 * words, so that lengths, letters and neighbours at one edit are like theirs;
 * common words keep their frequencies. Seeded.
 */
export function enlarged(corpus: Corpus, ordinary: readonly string[], size: number): Corpus {
  const random = new Random('enlarged');
  const patterns = [...corpus.names.map(({ text }) => text), ...ordinary];
  const words = new WordSource(patterns, random);
  const names: IndexedName[] = corpus.names.slice(0, size);
  let party = corpus.parties.length;
  let text = '';
  while (names.length < size) {
    if (text !== '' && random.chance(ALIAS)) text = words.reworded(text, EXCHANGED / 3);
    else {
      party++;
      text = words.onPattern(random.pick(patterns));
    }
    names.push({ party, text, type: 'legal', kind: 'company' });
  }
  return { label: 'enlarged', parties: corpus.parties, names };
}

class WordSource {
  readonly #random: Random;
  readonly #counts = new Map<string, number>();
  readonly #byFrequency: string[][] = [];
  readonly #next = new Map<string, string[]>();
  readonly #coined: string[] = [];

  constructor(names: readonly string[], random: Random) {
    this.#random = random;
    for (const name of names) {
      for (const word of plainKey(name).split(' ')) {
        this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
      }
    }
    for (const [word, count] of this.#counts) {
      if (count > RARE) this.#classify(word, count);
      else if (/^[a-z]{4,}$/.test(word)) this.#learn(word);
    }
  }

  /** A new name on the pattern of a real one. */
  onPattern(pattern: string): string {
    return this.#each(pattern, (word, count) => {
      if (count <= RARE && /^\p{L}{3,}$/u.test(word)) return this.#distinctive();
      return this.#random.chance(EXCHANGED) ? this.#alike(count) : undefined;
    });
  }

  /** The name with some of its common words exchanged: an alias of the same party. */
  reworded(name: string, share: number): string {
    return this.#each(name, (_, count) =>
      count > RARE && this.#random.chance(share) ? this.#alike(count) : undefined,
    );
  }

  #each(name: string, change: (word: string, count: number) => string | undefined): string {
    return name.replace(/[\p{L}\p{N}]+/gu, (word) => {
      const lower = word.toLowerCase();
      const other = change(lower, this.#counts.get(lower) ?? 0);
      if (other === undefined) return word;
      return word === lower ? other : other.toUpperCase();
    });
  }

  #alike(count: number): string | undefined {
    const alike = this.#byFrequency[band(count)];
    return alike && this.#random.pick(alike);
  }

  #distinctive(): string {
    if (this.#coined.length > 0 && this.#random.chance(REPEATED))
      return this.#random.pick(this.#coined);
    const word = this.#coin();
    this.#coined.push(word);
    return word;
  }

  #classify(word: string, count: number): void {
    const like = this.#byFrequency[band(count)];
    if (like) like.push(word);
    else this.#byFrequency[band(count)] = [word];
  }

  #learn(word: string): void {
    const padded = `^^${word}$`;
    for (let at = 0; at + 2 < padded.length; at++) {
      const before = padded.slice(at, at + 2);
      const follows = this.#next.get(before);
      if (follows) follows.push(padded.charAt(at + 2));
      else this.#next.set(before, [padded.charAt(at + 2)]);
    }
  }

  #coin(): string {
    let word = '^^';
    while (word.length < 16) {
      const letter = this.#random.pick(this.#next.get(word.slice(-2)) ?? ['$']);
      if (letter === '$' && word.length >= 6) break;
      word += letter === '$' ? this.#random.pick(['a', 'e', 'o', 'i']) : letter;
    }
    return word.slice(2);
  }
}

/** Words of one band are about equally frequent. */
function band(count: number): number {
  return Math.floor(2 * Math.log2(count));
}
