import { partialDateIn } from '../dates.ts';
import { identifier, labelBefore, type PrintedIdentifier, schemeOf } from '../identifiers.ts';
import type { PrintedName } from '../names.ts';

/** What OFAC writes as one line of remarks, taken apart. */
export interface Remarks {
  readonly names: PrintedName[];
  readonly identifiers: PrintedIdentifier[];
  readonly birthDates: string[];
  /** Birth dates that are no date: spans of years. */
  readonly unread: string[];
  readonly nationalities: string[];
  /** `Listing Date (CMIC)` -> `03 Jun 2021`. */
  readonly dates: ReadonlyMap<string, string>;
  readonly directives: string[];
}

const QUOTED_ALIAS = /^(?:alt\. )?([afn])\.k\.a\. '(.+)'$/;
const BIRTH = /^(?:alt\. )?DOB (.+)$/;
const NATIONALITY = /^(?:alt\. )?(?:nationality|citizen) (.+)$/;
const DATED = /^((?:Listing|Effective) Date \([^)]+\)):? (.+)$/;
const DIRECTIVE = /^(?:alt\. )?Executive Order 13662 Directive Determination - (.+)$/;
/** What follows a number: its country, when it was issued and ends. */
const AFTER_NUMBER = /\s+(?:\([^()]*\)|issued\b.*|expires\b.*).*$/;

/**
 * Takes remarks apart at their semicolons.
 *
 *     DOB 25 Mar 1973; nationality Syria; Passport 0123 (Syria); a.k.a. 'BNC'.
 *
 * An alias in quotes in the remarks is what OFAC calls a weak one: too common or
 * vague to be searched by; the good ones are in `alt.csv`.
 */
export function readRemarks(remarks: string): Remarks {
  const names: PrintedName[] = [];
  const identifiers: PrintedIdentifier[] = [];
  const birthDates: string[] = [];
  const unread: string[] = [];
  const nationalities: string[] = [];
  const dates = new Map<string, string>();
  const directives: string[] = [];
  for (const part of remarks.trim().replace(/\.$/, '').split(/;\s+/)) {
    const text = part.trim().replace(/\.$/, '');
    const alias = QUOTED_ALIAS.exec(text)?.[2];
    const birth = BIRTH.exec(text)?.[1];
    const dated = DATED.exec(text);
    if (alias) names.push({ name: alias, type: 'weak-alias' });
    else if (birth) {
      const date = partialDateIn(birth);
      if (date === null) unread.push(birth);
      else if (!birthDates.includes(date)) birthDates.push(date);
    } else if (dated?.[1] && dated[2]) dates.set(dated[1], dated[2]);
    else if (DIRECTIVE.test(text)) directives.push(DIRECTIVE.exec(text)?.[1] ?? '');
    else if (NATIONALITY.test(text)) nationalities.push(NATIONALITY.exec(text)?.[1] ?? '');
    else {
      const labelled = labelBefore(text.replace(/^alt\. /, ''));
      const scheme = labelled && schemeOf(labelled.label);
      const value = labelled?.rest.replace(AFTER_NUMBER, '').trim();
      if (scheme && value) identifiers.push(identifier(scheme, value));
    }
  }
  return { names, identifiers, birthDates, unread, nationalities, dates, directives };
}
