const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MS_PER_DAY = 86_400_000;

/** `2019-08-13` as "13 August 2019"; a month or a year stays what it is. */
export function longDate(date: string): string {
  if (date.length === 4) return date;
  const time = timeOf(date);
  if (Number.isNaN(time)) return date;
  return date.length === 7 ? MONTH.format(time) : LONG.format(time);
}

/** `2019-08-13` as "13 Aug 2019". */
export function shortDate(date: string): string {
  const time = timeOf(date);
  return date.length < 10 || Number.isNaN(time) ? longDate(date) : SHORT.format(time);
}

/** `2026-11-22T09:03:00.000Z` as "22 Nov 2026, 09:03 UTC". */
export function momentWords(moment: string): string {
  return `${shortDate(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`;
}

/** Midnight in UTC at which a day, month or year begins, in milliseconds. */
export function timeOf(date: string): number {
  return Date.parse(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / MS_PER_DAY);
}

/** "3 weeks", "5 months", "2 years": how old something is, in a word. */
export function ageWords(days: number): string {
  if (days < 1) return 'today';
  if (days < 14) return counted(days, 'day', 'days');
  if (days < 60) return counted(Math.round(days / 7), 'week', 'weeks');
  if (days < 730) return counted(Math.round(days / 30.44), 'month', 'months');
  return `${(days / 365.25).toFixed(1)} years`;
}

/** From when to when, as far as a document states it. */
export function periodWords(period: {
  readonly from: string | null;
  readonly to: string | null;
  readonly seenOn?: string | null;
}): string {
  const { from, to, seenOn } = period;
  const seen = seenOn ? `, first seen ${shortDate(seenOn)}` : '';
  if (from === null) {
    return to === null
      ? `start not stated${seen}`
      : `start not stated${seen}, until ${shortDate(to)}`;
  }
  return to === null ? `since ${shortDate(from)}` : `${shortDate(from)} – ${shortDate(to)}`;
}

/** `1 party`, `2,000 parties`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
