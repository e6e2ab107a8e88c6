export { type Component, labelOf, type NamedParty } from './component.ts';
export {
  type BomFile,
  type Examination,
  examine,
  type FileReport,
  type Inquiry,
  type Progress,
} from './examine.ts';
export { type BomFormat, bomFormats, contentTypes, formatOf, formatWords } from './formats.ts';
export { type BomInput, bufferInput, fileInput, streamInput } from './input/input.ts';
export { fileLimits, REQUEST_POLICY_BYTES, requestLimits } from './limits.ts';
export { type Place, placeWords } from './place.ts';
export {
  DEFAULT_FAIL_LEVEL,
  type FailLevel,
  failLevels,
  type Policy,
  type Waiver,
  waiverSchema,
} from './policy/policy.ts';
export { POLICY_FILE, parsePolicy } from './policy/policy-file.ts';
export { csvCell, csvLine } from './report/csv-cell.ts';
export { evidenceName, evidenceRecord } from './report/evidence.ts';
export { type ReportFormat, reportFormats, reportWriters } from './report/report.ts';
export { type Answer, type Ask, askOf } from './screening/answers.ts';
export { countsOf } from './screening/counts.ts';
export { bearers, type Finding, fails, findingKinds } from './screening/finding.ts';
export { type FindingGroup, groupFindings } from './screening/groups.ts';
export { matchedWords, partyWords, verdictWords } from './screening/wording.ts';
