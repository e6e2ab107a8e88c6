export * from './answer.ts';
export { type BuildReport, buildCatalogue, CATALOGUE_FILE } from './catalogue-build.ts';
export { countryCode } from './country.ts';
export { coverageOf, DISCLAIMER } from './coverage.ts';
export { type Between, type LegalChange, legalChangeSchema } from './legal-change.ts';
export {
  describeList,
  describeSource,
  type ListProfile,
  type ListSummary,
  listProfileSchema,
  listSummarySchema,
  type SourceProfile,
  sourceProfileSchema,
  summariseLists,
} from './list-profile.ts';
export { type OpenOptions, type OpenScreener, openScreener } from './open.ts';
export {
  describeParty,
  type PartyProfile,
  partyProfileSchema,
} from './profile.ts';
export {
  MAX_NAME,
  type ScreenQuery,
  type ScreenQueryInput,
  screenQuerySchema,
} from './query.ts';
export { Screener } from './screener.ts';
export { serialiseInBatch, serialiseScreening } from './serialise.ts';
