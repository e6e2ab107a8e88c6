export { countryCode } from '../domain/country.ts';
export * from './answer.ts';
export { BulkScreener } from './bulk-screener.ts';
export { type BuildReport, buildCatalogue, CATALOGUE_FILE } from './catalogue-build.ts';
export { coverageOf, DISCLAIMER } from './coverage.ts';
export {
  type Decision,
  type Disposition,
  decisionSchema,
  describeDisposition,
  dispositionSchema,
} from './disposition.ts';
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
export { Pending } from './pending.ts';
export {
  describeParty,
  type PartyProfile,
  partyProfileSchema,
} from './profile.ts';
export { PACKAGE, PROGRAM_VERSION } from './program-version.ts';
export {
  MAX_NAME,
  type ScreenQuery,
  type ScreenQueryInput,
  screenQuerySchema,
} from './query.ts';
export { Answered, type Asked, noScreening, Recorder, type RecorderOptions } from './recorder.ts';
export { reloadScreener } from './reload.ts';
export { type Replay, Replayer, replaySchema, type VersionSource } from './replay.ts';
export { Screener } from './screener.ts';
export { joinWhole, serialiseInBatch, serialiseScreening } from './serialise.ts';
