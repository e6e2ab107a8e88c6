import type { IsoDate } from './date.ts';
import type { Designation, Period, Status } from './designation.ts';
import { contains } from './span.ts';

/** How a designation stands on a date: the period that holds then, and whether its start is known to lie before. */
export interface Standing {
  readonly period: Period;
  /** False while `asOf` lies before the first document that shows a period without a stated start. */
  readonly shown: boolean;
}

/**
 * The standing of a designation on a date, or null when it had neither begun nor
 * been reported by then.
 *
 *     reported      announced  in force                    removed
 *     |-------------|----------|---------------------------|------------>
 *     2019-05-21    10-07      10-09          ^ asOf
 *
 * A period with `from: null` has no stated start: it is taken to hold before
 * `seenOn` too, but `shown` is then false, and it may determine no more than
 * `watch`.
 *
 * @example standingOn(designation, '2019-09-01')?.period.status // 'reported'
 */
export function standingOn(designation: Designation, asOf: IsoDate): Standing | null {
  const holding = designation.periods.find((period) => contains(period.from, period.to, asOf));
  if (holding) return { period: holding, shown: isShown(holding, asOf) };
  const ended = designation.periods.findLast((period) => period.to !== null && period.to < asOf);
  if (!ended) return null;
  // `seeds check` lets no gap through; imported lists may state an end and nothing after it.
  return { period: { ...ended, status: 'lapsed' }, shown: true };
}

function isShown(period: Period, asOf: IsoDate): boolean {
  return period.from !== null || (period.seenOn !== null && period.seenOn <= asOf);
}

/** Statuses that bind nobody on their own: they determine `watch`. */
const WATCHED: ReadonlySet<Status> = new Set(['reported', 'proposed', 'announced', 'suspended']);

/** What a standing can amount to: its effects, a `watch`, or nothing any more. */
export const forces = ['effects', 'watch', 'nothing'] as const;
export type Force = (typeof forces)[number];

export function forceOf(standing: Standing): Force {
  const { status } = standing.period;
  if (WATCHED.has(status)) return 'watch';
  if (status === 'in-force') return standing.shown ? 'effects' : 'watch';
  return 'nothing';
}
