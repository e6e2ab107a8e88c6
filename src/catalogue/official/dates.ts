import { isoDateSchema, partialDateSchema } from '../../domain/date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_MONTH_YEAR = /^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(\d{4})$/i;

/**
 * A date as lists print it ("25 Mar 1973", "Mar 1973", "1973", "circa 1973",
 * "1973-03-25") as far as it is stated; null for anything else, a span among it.
 */
export function partialDateIn(text: string): string | null {
  const trimmed = text.trim().replace(/^(?:circa|approximately|c\.)\s+/i, '');
  const parts = DAY_MONTH_YEAR.exec(trimmed);
  const written = parts ? fromWords(parts[1], parts[2] ?? '', parts[3] ?? '') : trimmed;
  return partialDateSchema.safeParse(written).success ? written : null;
}

function fromWords(day: string | undefined, month: string, year: string): string {
  const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return day === undefined ? `${year}-${number}` : `${year}-${number}-${day.padStart(2, '0')}`;
}

/** A whole day, `YYYY-MM-DD`, also where a time follows; null for anything else. */
export function dayIn(text: string): string | null {
  const day = text.trim().slice(0, 10);
  return isoDateSchema.safeParse(day).success ? day : null;
}
