import { baseVocabulary, ordinaryCounts, type Vocabulary, WORD_CLASS } from '../names/index.ts';

/**
 * How much a word says: from the share of ordinary company names, and of listed parties, that hold it.
 *
 *   weight = (ln(1 / share) / ln(1 / rarest))^2         1 = nobody else has it, 0.07 = "technology"
 *
 * The square is that of a tf-idf cosine, in which a shared word counts once for either name.
 */
export interface Statistics {
  readonly vocabulary: Vocabulary;
  /** By word id. */
  readonly weight: Float32Array;
}

/** Share of names at which a word counts as one that nobody else has. */
const RAREST = 1 / 50_000;
const LOG_RAREST = Math.log(1 / RAREST);
/** Parties that a small catalogue is taken to have besides its own: three of ten parties are no statistic. */
const PRIOR_PARTIES = 20_000;

/** A short word is shared by chance more often than its frequency shows. */
const LENGTH_FACTOR = [0, 0.35, 0.6, 0.85];

const CLASS_LIMIT = new Float32Array(16).fill(1);
CLASS_LIMIT[WORD_CLASS.generic] = 0.16;
CLASS_LIMIT[WORD_CLASS.business] = 0.3;
CLASS_LIMIT[WORD_CLASS.geographic] = 0.4;
CLASS_LIMIT[WORD_CLASS.stop] = 0.02;
CLASS_LIMIT[WORD_CLASS.title] = 0.1;

/** The weight of a word that is in `share` of the names. */
function weightOfShare(share: number, wordClass: number, length: number): number {
  const bits = Math.log(1 / Math.max(share, RAREST)) / LOG_RAREST;
  const weight = bits * bits * (LENGTH_FACTOR[length] ?? 1);
  return Math.max(0.01, Math.min(weight, CLASS_LIMIT[wordClass] as number));
}

/** The weight of a word that no name is known to hold. */
export function weightOfUnknown(wordClass: number, length: number): number {
  return wordClass === WORD_CLASS.number ? NUMBER_WEIGHT : weightOfShare(0, wordClass, length);
}

const NUMBER_WEIGHT = 0.35;

/** Weighs the words of a vocabulary; `parties[id]` = number of parties of `partyCount` that hold the word. */
export function weighWords(
  vocabulary: Vocabulary,
  parties: Uint32Array,
  partyCount: number,
): Float32Array {
  const size = vocabulary.table.size;
  const weight = new Float32Array(size);
  const ordinary = ordinaryCounts();
  const { start } = vocabulary.table;
  for (let id = 0; id < size; id++) {
    const wordClass = vocabulary.wordClass[id] as number;
    if (wordClass === WORD_CLASS.number) {
      weight[id] = NUMBER_WEIGHT;
      continue;
    }
    const inOrdinary = (ordinary.counts[id] ?? 0) / ordinary.names;
    const inCatalogue = ((parties[id] ?? 0) - 1) / (partyCount + PRIOR_PARTIES);
    const length = (start[id + 1] as number) - (start[id] as number);
    weight[id] = weightOfShare(Math.max(inOrdinary, inCatalogue), wordClass, length);
  }
  return weight;
}

function learnt(): Statistics {
  const vocabulary = baseVocabulary();
  return { vocabulary, weight: weighWords(vocabulary, new Uint32Array(0), 0) };
}

/** Weights from ordinary company names alone, for comparing two names without a catalogue. */
export const defaultStatistics: Statistics = learnt();
