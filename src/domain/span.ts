import type { IsoDate } from './date.ts';

/** True when `date` lies in the closed interval; a null end is open. */
export function contains(from: IsoDate | null, to: IsoDate | null, date: IsoDate): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** The days on which something holds, both ends included. */
export interface Span {
  /** Null: no start is stated. */
  readonly from: IsoDate | null;
  /** Null: open. */
  readonly to: IsoDate | null;
}

/** The days within which something can hold at all; a null end sets no limit. */
export interface Limit {
  /** A day, or only a month or year where no more is stated. */
  readonly from: string | null;
  readonly to: IsoDate | null;
}

/**
 * What of a period lies within the limits. Where the period's own start is not
 * stated, it is enough that a limit begins after the day by which it had begun.
 *
 *     period    ?··· seen |------------------>
 *     limit               ·    |------------->   from: where the limit begins
 *     limit          |----·------------------>   from: null, not stated
 *
 * @param seenOn the day by which a period without a stated start had begun; null: not known
 * @param limits each of which overlaps the period
 */
export function within(
  { from, to, seenOn }: Span & { readonly seenOn: IsoDate | null },
  limits: readonly Limit[],
): Span {
  let start: string | null = null;
  let end = to;
  for (const limit of limits) {
    if (limit.from !== null && (start === null || limit.from > start)) start = limit.from;
    if (limit.to !== null && (end === null || limit.to < end)) end = limit.to;
  }
  if (from !== null) start = start === null || from > start ? from : start;
  else if (start === null || seenOn === null || seenOn > start) start = null;
  // A month or a year is no day: which one it was is not stated.
  return { from: start?.length === DAY_LENGTH ? start : null, to: end };
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** The first start that is stated, and the last end: what spans that share a day amount to together. */
export function together(a: Span, b: Span): Span {
  return {
    from: a.from === null || (b.from !== null && b.from < a.from) ? b.from : a.from,
    to: a.to === null || b.to === null ? null : a.to > b.to ? a.to : b.to,
  };
}
