import type { IsoDate } from './date.ts';
import { type Activity, type Consequence, type Effect, holdsOn, severity } from './effect.ts';

/** What one list means for one activity with one party. */
export interface Determination {
  readonly activity: Activity;
  readonly consequence: Consequence;
  readonly list: string;
  /** Id of the listed party, which a path may have led to. */
  readonly party: string;
}

/** A designation as far as determinations need it. */
export interface Determinable {
  readonly list: string;
  readonly party: string;
  readonly force: 'effects' | 'watch' | 'nothing';
  readonly effects: readonly Effect[];
}

/**
 * One determination for each activity, list and party, strongest first. What is
 * in force counts with every effect that holds on the date; what is merely
 * reported, proposed, announced or suspended is a `watch`; what was removed or
 * lapsed is nothing.
 */
export function determine(designations: Iterable<Determinable>, asOf: IsoDate): Determination[] {
  const strongest = new Map<string, Determination>();
  for (const { list, party, force, effects } of designations) {
    if (force === 'nothing') continue;
    for (const effect of effects) {
      if (force === 'effects' && !holdsOn(effect, asOf)) continue;
      const consequence = force === 'watch' ? 'watch' : effect.consequence;
      const key = `${effect.activity} ${list} ${party}`;
      const known = strongest.get(key);
      if (!known || severity(consequence) > severity(known.consequence)) {
        strongest.set(key, { activity: effect.activity, consequence, list, party });
      }
    }
  }
  return [...strongest.values()].sort(
    (a, b) =>
      severity(b.consequence) - severity(a.consequence) ||
      a.activity.localeCompare(b.activity) ||
      a.list.localeCompare(b.list) ||
      a.party.localeCompare(b.party),
  );
}
