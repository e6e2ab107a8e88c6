export { inputsOf, openCatalogue } from './catalogue-file.ts';
export { type PreparedCatalogue, prepareCatalogue, writeCatalogue } from './catalogue-writer.ts';
export {
  hasHistory,
  hasListRecords,
  type KeptRecord,
  ListRecords,
  ListRecordsWriter,
} from './list-records.ts';
export {
  type Keeping,
  type KeptVersion,
  keepVersion,
  keptVersions,
  openVersion,
  VERSIONS_KEPT,
} from './versions.ts';
