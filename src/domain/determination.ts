import type { IsoDate } from './date.ts';
import {
  type Activity,
  activities,
  type Consequence,
  type Effect,
  holdsOn,
  severity,
} from './effect.ts';
import { type Limit, type Span, together, within } from './span.ts';
import type { Force } from './standing.ts';

/** What one list means for one activity with one party, and on which days. */
export interface Determination extends Span {
  readonly activity: Activity;
  readonly consequence: Consequence;
  readonly list: string;
  /** Id of the listed party, which a path may have led to. */
  readonly party: string;
  /** What it stands on, that which began first in front; at least one. */
  readonly grounds: readonly Ground[];
}

/** A designation that leads to a determination, and by which of its effects. */
export interface Ground {
  /** Place among the designations that were given, from 0. */
  readonly designation: number;
  /** Place among the effects of the designation, from 0; null where its standing alone is watched. */
  readonly effect: number | null;
}

/** A designation as far as determinations need it. */
export interface Determinable {
  readonly list: string;
  readonly party: string;
  readonly force: Force;
  readonly effects: readonly Effect[];
  /** The period that holds on the date. */
  readonly period: Span & { readonly seenOn: IsoDate | null };
  /** Within which days the path from the party denoted carries it; none for a designation of its own. */
  readonly limits: readonly Limit[];
}

/**
 * One determination for each activity, list and party, strongest first; of equally
 * strong ones by activity, then the oldest. What is in force counts with every effect
 * that holds on the date; what is merely reported, proposed, announced or suspended
 * is a `watch`; what was removed or lapsed is nothing.
 *
 * `from` and `to` are the days on which the consequence holds by what holds on the
 * date: the period, cut by the effect's own days, the rule of reach and the ties.
 *
 *     period      2018-08-13 |------------------------------->
 *     effect                     2019-08-13 |---------------->
 *     tie                              2021-03-01 |----------|
 *     determination                    2021-03-01 |----------|
 */
export function determine(designations: Iterable<Determinable>, asOf: IsoDate): Determination[] {
  const strongest = new Map<string, Determination>();
  let designation = -1;
  for (const { list, party, force, effects, period, limits } of designations) {
    designation += 1;
    if (force === 'nothing') continue;
    for (const [at, effect] of effects.entries()) {
      if (force === 'effects' && !holdsOn(effect, asOf)) continue;
      const watched = force === 'watch';
      const { activity } = effect;
      const key = `${activity} ${list} ${party}`;
      const found = {
        ...{ activity, consequence: watched ? 'watch' : effect.consequence, list, party },
        ...within(period, watched ? limits : [effect, ...limits]),
        grounds: [{ designation, effect: watched ? null : at }],
      } satisfies Determination;
      const known = strongest.get(key);
      strongest.set(key, known ? stronger(known, found) : found);
    }
  }
  return [...strongest.values()].sort(
    (a, b) =>
      severity(b.consequence) - severity(a.consequence) ||
      activities.indexOf(a.activity) - activities.indexOf(b.activity) ||
      byStart(a, b) ||
      (`${a.list} ${a.party}` < `${b.list} ${b.party}` ? -1 : 1),
  );
}

/** The stronger of two determinations of the same thing; equally strong ones stand together. */
function stronger(known: Determination, found: Determination): Determination {
  const difference = severity(found.consequence) - severity(known.consequence);
  if (difference !== 0) return difference > 0 ? found : known;
  const [first, second] = byStart(found, known) < 0 ? [found, known] : [known, found];
  const added = second.grounds.filter(
    ({ designation, effect }) =>
      !first.grounds.some((each) => each.designation === designation && each.effect === effect),
  );
  const grounds = [...first.grounds, ...added];
  return { ...first, ...together(first, second), grounds };
}

/** After every day. */
const LAST = '9999';

/** The oldest first; a start that is not stated last. */
function byStart(a: Span, b: Span): number {
  const [x, y] = [a.from ?? LAST, b.from ?? LAST];
  return x < y ? -1 : x > y ? 1 : 0;
}
