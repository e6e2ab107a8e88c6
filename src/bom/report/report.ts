import type { Examination } from '../examine.ts';
import { csvReport } from './csv.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';

/** Formats in which an examination is written for programs, and for a job summary. */
export const reportFormats = ['json', 'sarif', 'junit', 'markdown', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes an examination in pieces, so that a report of any length passes through. */
export type ReportWriter = (examination: Examination) => Iterable<string>;

export const reportWriters: Readonly<Record<ReportFormat, ReportWriter>> = {
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  csv: csvReport,
};
