import { baseVocabulary, ordinaryCounts, type Vocabulary, WORD_CLASS } from '../../names/index.ts';

/**
 * How much a word says: from the share of ordinary company names, and of listed parties, that hold it.
 *
 *   bits = log2(1 / share)     weight = (bits / 20)^2     1 = nobody else has it, 0.03 = "technology"
 *
 * The square is that of a tf-idf cosine, in which a shared word counts once for either name.
 */
export interface Statistics {
  readonly vocabulary: Vocabulary;
  /** By word id. */
  readonly weight: Float32Array;
  /** What a resemblance gains where few names are listed, as `chanceLift` gives it. */
  readonly lift: number;
}

/**
 * Bits that a word is worth at most, by its length: an unseen word of nine letters is somebody's own, an
 * unseen one of three letters is shared by chance soon enough.
 */
const MOST_BITS = [0, 4, 8, 11, 13, 14.5, 16, 17, 18, 19];
const BITS = 20;
/** Parties that a small catalogue is taken to have besides its own: three of ten parties are no statistic. */
const PRIOR_PARTIES = 60_000;

const CLASS_LIMIT = new Float32Array(16).fill(1);
CLASS_LIMIT[WORD_CLASS.generic] = 0.08;
CLASS_LIMIT[WORD_CLASS.business] = 0.15;
CLASS_LIMIT[WORD_CLASS.geographic] = 0.16;
CLASS_LIMIT[WORD_CLASS.stop] = 0.01;
CLASS_LIMIT[WORD_CLASS.title] = 0.05;

/** The weight of a word that is in `share` of the names. */
function weightOfShare(share: number, wordClass: number, length: number): number {
  const most = MOST_BITS[length] ?? BITS;
  const bits = share > 0 ? Math.min(most, -Math.log2(share)) : most;
  const weight = (bits / BITS) ** 2;
  return Math.max(0.005, Math.min(weight, CLASS_LIMIT[wordClass] as number));
}

/** The bits behind a weight: what the agreement on the word is worth as evidence. */
export function bitsOf(weight: number): number {
  return BITS * Math.sqrt(weight);
}

/** The weight of a word that no name is known to hold. */
export function weightOfUnknown(wordClass: number, length: number): number {
  return wordClass === WORD_CLASS.number ? NUMBER_WEIGHT : weightOfShare(0, wordClass, length);
}

const NUMBER_WEIGHT = 0.16;

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
    const inCatalogue = sharing(parties[id] ?? 0) / (partyCount + PRIOR_PARTIES);
    const length = (start[id + 1] as number) - (start[id] as number);
    weight[id] = weightOfShare(Math.max(inOrdinary, inCatalogue), wordClass, length);
  }
  return weight;
}

/** Two parties that share a word are related as often as not: the count begins in earnest from three on. */
function sharing(parties: number): number {
  return parties < 2 ? 0 : (parties - 1) ** 2 / (parties + 3);
}

let learnt: Statistics | undefined;

/** Weights from ordinary company names alone, for comparing two names without a catalogue. */
export function defaultStatistics(): Statistics {
  if (learnt === undefined) {
    const vocabulary = baseVocabulary();
    learnt = { vocabulary, weight: weighWords(vocabulary, new Uint32Array(0), 0), lift: 0 };
  }
  return learnt;
}
