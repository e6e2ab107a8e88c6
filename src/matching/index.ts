/** Many names -> index -> candidates -> score -> explanation. Pure, in memory. */
export { compareNames } from './compare.ts';
export { type IndexBuffers, IndexVersionError } from './index-arrays.ts';
export { buildIndex, NameIndex } from './name-index.ts';
export { defaultStatistics, type Statistics } from './statistics.ts';
export { matchingThresholds } from './thresholds.ts';
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
