/** One name -> comparable form. Pure: no I/O, no clock. */

export {
  bitCount,
  editCost,
  lastRelation,
  letterMask,
  mayBeAlike,
  RELATION,
  RELATIONS,
  type Relation,
  startsWith,
  wordSimilarity,
} from './letters/distance.ts';
export { scanKey, skeletonKey, soundKey } from './letters/keys.ts';
export { asciiBytes, asciiText, hashBytes, powerOfTwo, WordTable } from './letters/word-table.ts';
export { NAME_KINDS, type NameKind } from './name-kind.ts';
export { isSearchable, type NameToken, type NormalName, normaliseName } from './normalise.ts';
export { type OtherName, otherNames } from './other-names.ts';
export { type FoldedWords, foldWords, LOOSE, OTHER_SCRIPT } from './scripts/fold.ts';
export { visibleForm } from './scripts/latinise.ts';
export { emptySequence, MAX_WORDS, readName, type WordSequence } from './word-sequence.ts';
export { type LegalClass, type LegalForm, legalForm } from './words/legal-forms.ts';
export {
  areOpposites,
  baseVocabulary,
  classOfUnknown,
  groupOfUnknown,
  ordinaryCounts,
  Vocabulary,
} from './words/vocabulary.ts';
export type { WordClass } from './words/word-class.ts';
export { WORD_CLASS, wordClassOf } from './words/word-class.ts';
