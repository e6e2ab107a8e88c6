import type { RecordProblem } from '../catalogue/official/index.ts';
import { formatProblem } from '../catalogue/problem.ts';
import { dayAfter, dayOf } from '../domain/date.ts';
import { RedflagError } from '../domain/error.ts';
import type { Manifest } from './manifest.ts';

/** What may be waived for one import, when a person has looked and knows that the file is right. */
export const waivers = ['fewer', 'losses', 'older'] as const;
export type Waiver = (typeof waivers)[number];

export interface RuleLimits {
  /** Share of the records of the last version below which a file is not believed. */
  readonly share: number;
  /** Entries of one list below which a fall in their number says nothing. */
  readonly smallList: number;
  /** Share of the rows that may be lost. */
  readonly losses: number;
  /** Records below which even a first version is not believed. */
  readonly atLeast: number;
}

export const ruleLimits: RuleLimits = { share: 0.8, smallList: 20, losses: 0.02, atLeast: 1 };

/**
 * Checks a version against the rules, before it takes the place of the last one.
 *
 * @param lost some of the rows that were lost, to be named
 * @throws RedflagError `invalid-list` that says which rule, by how much, and how to waive it
 */
export function checkVersion(
  next: Manifest,
  last: Manifest | null,
  lost: readonly RecordProblem[],
  { now, waived, limits }: { now: Date; waived: ReadonlySet<Waiver>; limits: RuleLimits },
): void {
  const count = next.records + next.blocks;
  if (next.date > dayAfter(dayOf(now))) {
    throw refusal(next, `is dated ${next.date}, which lies ahead: give the right --date`);
  }
  if (last !== null && next.date < last.date && !waived.has('older')) {
    throw refusal(
      next,
      `is of ${next.date}; the version in use is newer, of ${last.date}`,
      'older',
    );
  }
  if (next.lost > next.rows * limits.losses && !waived.has('losses')) {
    const shown = lost.slice(0, 3).map(formatProblem).join('; ');
    throw refusal(next, `loses ${next.lost} of ${next.rows} rows: ${shown}`, 'losses');
  }
  if (waived.has('fewer')) return;
  if (count < limits.atLeast) {
    throw refusal(next, `holds ${count} records; at least ${limits.atLeast} are expected`, 'fewer');
  }
  if (last === null) return;
  const before = last.records + last.blocks;
  if (count < before * limits.share) {
    throw refusal(
      next,
      `holds ${count} records, ${percent(count, before)} of the last version's ${before}`,
      'fewer',
    );
  }
  for (const [list, entries] of Object.entries(last.lists)) {
    const left = next.lists[list] ?? 0;
    if (entries >= limits.smallList && left < entries * limits.share) {
      throw refusal(
        next,
        `holds ${left} records of ${list}, ${percent(left, entries)} of the last version's ${entries}`,
        'fewer',
      );
    }
  }
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}

function refusal({ feed }: Manifest, message: string, waiver?: Waiver): RedflagError {
  const way = waiver === undefined ? '' : `: if that is right, import it with --accept ${waiver}`;
  return new RedflagError('invalid-list', `${feed} ${message}${way}`);
}
