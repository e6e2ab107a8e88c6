import type { Examination } from '../examine.ts';

/** Writes an examination in pieces, so that a report of any length passes through. */
export type ReportWriter = (examination: Examination) => Iterable<string>;
