import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../domain/date.ts';
import { type Designation, statusSchema } from '../domain/designation.ts';
import { activitySchema, consequenceSchema } from '../domain/effect.ts';
import { idSchema } from '../domain/id.ts';
import type { Party } from '../domain/party.ts';
import { standingOn } from '../domain/standing.ts';
import { citedSchema } from './answer.ts';
import type { Disclosure } from './disclosure.ts';

/** What changed in the law about a party between two dates. */
export const legalChangeSchema = z
  .object({
    date: isoDateSchema.describe('The day on which it takes effect'),
    list: idSchema,
    entry: z.string(),
    change: z.enum(['status', 'effect-begins', 'effect-ends']),
    before: statusSchema.nullable(),
    after: statusSchema.nullable(),
    effect: z
      .object({ activity: activitySchema, consequence: consequenceSchema })
      .nullable()
      .describe('That which begins or ends; null where the status changes'),
    summary: z.string(),
    citations: z.array(citedSchema).min(1),
  })
  .meta({ id: 'LegalChange' });
export type LegalChange = z.infer<typeof legalChangeSchema>;

/** The days between which changes are asked for: after `from`, up to and with `to`. */
export interface Between {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/**
 * What the law changed about a party: each period that began and each effect
 * that began or ended while the entry was in force, by date.
 */
export function changesBetween(
  disclosure: Disclosure,
  party: Party,
  { from, to }: Between,
): LegalChange[] {
  const within = (date: IsoDate | null): date is IsoDate =>
    date !== null && (from === undefined || date > from) && (to === undefined || date <= to);
  return party.designations
    .flatMap((designation) => [
      ...statusChanges(disclosure, designation, within),
      ...effectChanges(disclosure, designation, within),
    ])
    .sort((a, b) => a.date.localeCompare(b.date) || a.list.localeCompare(b.list));
}

type Within = (date: IsoDate | null) => date is IsoDate;

function statusChanges(
  disclosure: Disclosure,
  { list, entry, periods }: Designation,
  within: Within,
): LegalChange[] {
  return periods.flatMap((period, index): LegalChange[] => {
    if (!within(period.from)) return [];
    const before = periods[index - 1]?.status ?? null;
    const summary = before === null ? period.status : `${before} -> ${period.status}`;
    return [
      {
        ...{ date: period.from, list, entry: entry.name, change: 'status' as const },
        ...{ before, after: period.status, effect: null, summary },
        citations: disclosure.cite(period.citations),
      },
    ];
  });
}

function effectChanges(
  disclosure: Disclosure,
  designation: Designation,
  within: Within,
): LegalChange[] {
  const { list, entry } = designation;
  const statusOn = (date: IsoDate) => standingOn(designation, date)?.period.status ?? null;
  return disclosure.effects(designation).flatMap((effect): LegalChange[] => {
    const ends = [
      { date: effect.from, change: 'effect-begins' as const },
      { date: effect.to, change: 'effect-ends' as const },
    ];
    return ends.flatMap(({ date, change }): LegalChange[] => {
      // An effect that begins while the entry is not in force changes nothing for the party.
      if (!within(date) || statusOn(date) !== 'in-force') return [];
      const { activity, consequence, citations } = effect;
      return [
        {
          ...{ date, list, entry: entry.name, change },
          ...{ before: statusOn(date), after: statusOn(date) },
          ...{
            effect: { activity, consequence },
            summary: `${activity}: ${consequence}`,
            citations,
          },
        },
      ];
    });
  });
}
