import { csvReport } from './csv.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import type { ReportWriter } from './writer.ts';

/** Formats in which an examination is written for programs, and for a job summary. */
export const reportFormats = ['json', 'sarif', 'junit', 'markdown', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportWriters: Readonly<Record<ReportFormat, ReportWriter>> = {
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  markdown: markdownReport,
  csv: csvReport,
};
