/** Redflag as a library: `import { openScreener } from "redflag"`. */
export {
  type BomFile,
  bufferInput,
  type Examination,
  examine,
  type Finding,
  fails,
  fileInput,
} from './bom/index.ts';
export type { Catalogue, CatalogueVersion } from './domain/catalogue.ts';
export { type Complaint, type ErrorCode, RedflagError } from './domain/error.ts';
export {
  type OpenOptions,
  type OpenScreener,
  openScreener,
  type Screening,
  type ScreenQueryInput,
} from './screening/index.ts';
