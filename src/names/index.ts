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
} from './distance.ts';
export { type FoldedWords, foldWords, LOOSE, OTHER_SCRIPT } from './fold.ts';
export { scanKey, skeletonKey, soundKey } from './keys.ts';
export { visibleForm } from './latinise.ts';
export { type LegalClass, type LegalForm, legalForm } from './legal-forms.ts';
export { NAME_KINDS, type NameKind } from './name-kind.ts';
export { isSearchable, type NameToken, type NormalName, normaliseName } from './normalise.ts';
export { type OtherName, otherNames } from './other-names.ts';
export {
  areOpposites,
  baseVocabulary,
  classOfUnknown,
  groupOfUnknown,
  ordinaryCounts,
  Vocabulary,
} from './vocabulary.ts';
export type { WordClass } from './word-class.ts';
export { WORD_CLASS, wordClassOf } from './word-class.ts';
export { emptySequence, MAX_WORDS, readName, type WordSequence } from './word-sequence.ts';
export { asciiBytes, asciiText, hashBytes, powerOfTwo, WordTable } from './word-table.ts';
