/** Many names -> index -> candidates -> score -> explanation. Pure, in memory. */
export { compareNames } from './compare.ts';
export { type IndexBuffers, IndexVersionError } from './listed/index-arrays.ts';
export { defaultStatistics, type Statistics } from './listed/statistics.ts';
export { buildIndex, NameIndex } from './name-index.ts';
export { matchingThresholds } from './scoring/thresholds.ts';
export type {
  Adjustment,
  Explanation,
  ExplanationStep,
  Identifier,
  ListedName,
  NameComparison,
  NameMatch,
  NameQuery,
  NameType,
  PartyEvidence,
  SearchOptions,
  Strength,
} from './types.ts';
