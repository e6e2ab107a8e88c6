export { type OfficialAddress, officialAddresses } from './addresses.ts';
export {
  type AdministrationSettings,
  type ListAdministration,
  listAdministration,
  noLists,
} from './administration.ts';
export { type ApartSettings, importApart } from './apart.ts';
export { CATALOGUE_FILE, hashInputs, type Installation, prepareBuild } from './build.ts';
export { type ChangeSet, type ChangeSource, changeSource } from './changes.ts';
export type { DownloadOptions } from './download.ts';
export { type Layout, layouts } from './feeds.ts';
export {
  forgetList,
  type ImportResult,
  importLists,
  rebuildLists,
} from './import.ts';
export type { ImportOutcome, ImportRequest, ImportSettings } from './import-request.ts';
export { exclusivelyInTurn } from './lock.ts';
export { type Manifest, readManifests } from './manifest.ts';
export { listProblems, type ProblemPage } from './problems.ts';
export { type OnStep, type Step, stepText } from './progress.ts';
export { type RefreshSettings, refreshLists } from './refresh.ts';
export { type Waiver, waivers } from './rules.ts';
export { type FeedStatus, listsStatus, STALE_AFTER_DAYS } from './status.ts';
export { UPLOAD_LIMIT, type Upload } from './upload.ts';
