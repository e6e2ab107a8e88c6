import type { Random } from '../random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A way in which a name that denotes a listed party reaches a screening in another form. */
export interface Alteration {
  readonly id: string;
  /** What the class is called in the results. */
  readonly label: string;
  /** Names of which kind of party it applies to. */
  readonly of: 'company' | 'person';
  /** Whether it keeps letters and digits, so that the plain key may stay the same. */
  readonly keepsLetters?: boolean;
  /**
   * The altered name, or undefined where the name gives no hold for it.
   * Deterministic: the same name, state of `random` and vocabulary give the same result.
   */
  alter(name: string, random: Random, vocabulary: Vocabulary): string | undefined;
}
