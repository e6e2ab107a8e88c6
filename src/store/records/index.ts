/** records.db: what was asked and answered, decided and allowed. Append-only; never rebuilt. */
export {
  type ApiKey,
  createKey,
  KeyFinder,
  listKeys,
  revokeKey,
  type Scope,
  scopes,
} from './api-keys.ts';
export { backUp } from './backup.ts';
export {
  askedThrough,
  type DispositionDecision,
  type DispositionHead,
  dispositionDecisions,
  type Entry,
  entryOf,
  type RecordMode,
  recordId,
  recordModes,
  type ScreeningHead,
} from './entry.ts';
export { RECORDS_FILE } from './file.ts';
export type { Commit, Journal } from './journal.ts';
export { type OpenRecords, openRecords } from './open.ts';
export {
  RecordReader,
  type ScreeningFilter,
  type ScreeningSummary,
  type StoredScreening,
} from './reader.ts';
export { removeOlderThan } from './retention.ts';
export { type ChainBreak, type Verification, verifyChain } from './verify.ts';
export { type ChainHead, RecordWriter, type Statement } from './writer.ts';
