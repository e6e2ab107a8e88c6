import type { Citation } from '../../domain/citation.ts';
import { dayBefore } from '../../domain/date.ts';
import {
  type Designation,
  designationSchema,
  type Period,
  periodSchema,
} from '../../domain/designation.ts';
import {
  cite,
  citeFirst,
  newestFirst,
  type Testimony,
  versionId,
  type Witness,
} from './witness.ts';

/** The newest version of each list that holds it whole. */
export type NewestComplete = ReadonlyMap<string, Witness>;

/**
 * The standing of one entry by its testimonies: the newest sets it, the older ones
 * are cited. Where a newer version of the whole list does not have the entry any
 * more, it ended by the day of that version.
 *
 *     file of 2022-05: in it   file of 2024-05: not in it
 *     ----|------------------------------|------------------>
 *     in force, seenOn 2022-05 ..        removed from 2024-05
 */
export function designationOf(
  testimonies: readonly Testimony[],
  complete: NewestComplete,
): Designation | null {
  const [newest, ...older] = [...testimonies].sort(newestFirst);
  if (newest === undefined) return null;
  const { record } = newest;
  const first = firstSeen(testimonies);
  const citations = [
    ...[newest, ...older].map(cite),
    ...(newest.record.from === null && first ? citeFirst(first) : []),
  ];
  const stating = [newest, ...older].find((one) => one.record.from !== null);
  const from = stating?.record.from ?? null;
  const others = [newest, ...older].filter((one) => {
    const stated = one.record.from;
    return stated !== null && stated !== from;
  });
  const inForce = periodSchema.parse({
    status: 'in-force',
    from,
    to: record.to,
    seenOn: from === null ? (first?.firstSeen ?? null) : null,
    scope: record.scope,
    ...(record.note !== null && { note: record.note }),
    citations,
    disagreements: others.map((one) => ({
      field: 'from',
      value: one.record.from,
      followed: from,
      reason: 'The newest version of the list that states a start is followed.',
      citations: [cite(one)],
    })),
  });
  return designationSchema.parse({
    list: record.list,
    entry: {
      name: record.name,
      record: record.lasting ? record.record : null,
      programme: record.programme,
      licenceRequirement: record.licenceRequirement,
      licencePolicy: record.licencePolicy,
      federalRegister: record.federalRegister,
    },
    periods: ended(inForce, newest, complete.get(record.list)),
    effects: record.effects.map(({ activity, from: begins }) => ({
      activity,
      from: begins,
      citations: [cite(newest)],
    })),
  });
}

/** Adds the end that a newer version of the whole list shows by not having the entry. */
export function ended(period: Period, newest: Testimony, complete: Witness | undefined): Period[] {
  const { witness, gone, date } = newest;
  const lacking = gone ? witness : complete;
  if (!lacking || lacking.date <= date) return [period];
  const from = gone?.from ?? lacking.date;
  const last = dayBefore(from);
  const over = period.to !== null && period.to <= last;
  const begins = period.from ?? period.seenOn;
  if (over || (begins !== null && begins > last)) return [period];
  const removed = periodSchema.parse({
    status: 'removed',
    from,
    to: null,
    note: `Not in the version of the list of ${from}; last seen in that of ${date}. The day of the removal is not stated.`,
    citations: [absence(lacking, newest), cite(newest)],
  });
  return [{ ...period, to: last }, removed];
}

/** The version that first lacked the entry, where one of the same file did; else that of the other file. */
function absence(lacking: Witness, newest: Testimony): Citation {
  const { gone, witness } = newest;
  return {
    source: gone ? versionId(witness.feed, gone.from) : lacking.source.id,
    locator: null,
    statement: `holds the whole list and no record ${newest.record.record}`,
  };
}

function firstSeen(testimonies: readonly Testimony[]): Testimony | undefined {
  return [...testimonies].sort((a, b) => a.firstSeen.localeCompare(b.firstSeen))[0];
}
