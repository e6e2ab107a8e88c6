import { z } from 'zod';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const MS_PER_DAY = 86_400_000;

/** True for a day that the calendar has: `2020-02-30` is well formed and still no date. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * A day of the Gregorian calendar, `YYYY-MM-DD`, without time or zone: the unit
 * of every rule here. ISO dates compare correctly as strings, so rules use `<=`.
 *
 * @example isoDateSchema.parse('2019-08-13')
 */
export const isoDateSchema = z
  .string()
  .regex(FULL_DATE, 'must be a date written YYYY-MM-DD')
  .refine((text) => !FULL_DATE.test(text) || isCalendarDay(text), 'is not a day of the calendar')
  .meta({ id: 'Date', description: 'A calendar day, YYYY-MM-DD', examples: ['2019-08-13'] });

export type IsoDate = z.infer<typeof isoDateSchema>;

/**
 * The date of a document as far as the document states it: a day, a month or a
 * year. Nothing is filled in that the document does not say.
 *
 * @example partialDateSchema.parse('2022-05')
 */
export const partialDateSchema = z
  .string()
  .regex(PARTIAL_DATE, 'must be a date written YYYY, YYYY-MM or YYYY-MM-DD')
  .refine((text) => {
    if (!PARTIAL_DATE.test(text)) return true;
    return isCalendarDay(`${text}-01-01`.slice(0, 10));
  }, 'is not a date of the calendar');

/** The day after `date`; periods that follow each other without a gap meet here. */
export function dayAfter(date: IsoDate): IsoDate {
  return shift(date, 1);
}

/** The day before `date`. */
export function dayBefore(date: IsoDate): IsoDate {
  return shift(date, -1);
}

function shift(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The last day of a year, a month or a day. */
export function lastDayOf(date: string): IsoDate {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number);
  // The day before the first of the next month, which counts from 0.
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

/** The day in UTC on which `now` falls. */
export function dayOf(now: Date): IsoDate {
  return now.toISOString().slice(0, 10);
}
