export { inputsOf, openCatalogue } from './catalogue-file.ts';
export { writeCatalogue } from './catalogue-writer.ts';
export { hasRecords, RecordsFile, RecordsWriter } from './records-file.ts';
export {
  type KeptVersion,
  keepVersion,
  keptVersions,
  openVersion,
  VERSIONS_KEPT,
} from './versions.ts';
