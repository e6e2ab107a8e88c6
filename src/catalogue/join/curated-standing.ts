import { citationsIn, type Disagreement } from '../../domain/citation.ts';
import { dayBefore } from '../../domain/date.ts';
import type { Designation, Period } from '../../domain/designation.ts';
import type { Source } from '../../domain/source.ts';
import { contains } from '../../domain/span.ts';
import { ended, type NewestComplete } from './standing.ts';
import { cite, newestFirst, type Testimony } from './witness.ts';

type Sources = ReadonlyMap<string, Source>;

/**
 * A curated designation with what the list files testify of the same entry. The
 * curated one has read the rules and keeps its periods; files that agree are cited,
 * a start that differs is shown, an older file revives nothing, and a newer one that
 * still has, again has or no longer has the entry says so.
 */
export function withTestimony(
  designation: Designation,
  testimonies: readonly Testimony[],
  complete: NewestComplete,
  sources: Sources,
): Designation {
  const [newest, ...older] = [...testimonies].sort(newestFirst);
  if (newest === undefined) return designation;
  const known = newestEvidence(designation, sources);
  const isNewer = newest.date > known;
  const periods = [newest, ...older].reduce(
    (current, testimony) => attest(current, testimony, known),
    designation.periods,
  );
  const last = periods.at(-1);
  const standing =
    last?.status === 'in-force' && isNewer
      ? [...periods.slice(0, -1), ...ended(last, newest, complete.get(designation.list))]
      : periods;
  const { record } = newest;
  const entry = designation.entry;
  const fill = (mine: string | null, theirs: string | null) =>
    isNewer ? (theirs ?? mine) : (mine ?? theirs);
  return {
    ...designation,
    periods: standing,
    entry: {
      ...entry,
      record: entry.record ?? (record.lasting ? record.record : null),
      programme: fill(entry.programme, record.programme),
      licenceRequirement: fill(entry.licenceRequirement, record.licenceRequirement),
      licencePolicy: fill(entry.licencePolicy, record.licencePolicy),
      federalRegister: fill(entry.federalRegister, record.federalRegister),
    },
  };
}

/**
 * Says, of an entry that no file has, that a newer version of the whole list lacks
 * it: shown, not followed, for the entry may stand there under another name.
 */
export function withoutTestimony(
  designation: Designation,
  complete: NewestComplete,
  sources: Sources,
): Designation {
  const whole = complete.get(designation.list);
  const last = designation.periods.at(-1);
  if (!whole || last?.status !== 'in-force' || last.to !== null) return designation;
  if (whole.date <= newestEvidence(designation, sources)) return designation;
  const disagreement: Disagreement = {
    field: 'status',
    value: `no entry is printed so in the version of ${whole.date}`,
    followed: 'in-force',
    reason: 'It may have been removed, or renamed: a person must look.',
    citations: [{ source: whole.source.id, locator: null }],
  };
  return {
    ...designation,
    periods: [
      ...designation.periods.slice(0, -1),
      { ...last, disagreements: [...last.disagreements, disagreement] },
    ],
  };
}

function attest(periods: Period[], testimony: Testimony, known: string): Period[] {
  const { date } = testimony;
  const last = periods.at(-1);
  const isOver = last?.status === 'removed' || last?.status === 'lapsed';
  const begins = last?.from ?? '';
  if (last && isOver && date > known && date > begins) return again(periods, last, testimony);
  const starts = new Set(periods.map(({ from }) => from));
  return periods.map((period) => {
    const there = period.status === 'in-force' || period.status === 'suspended';
    // A period without a stated start is taken to hold before the first document too.
    if (!there || !contains(period.from, period.to, date)) return period;
    return agree(period, testimony, starts);
  });
}

/** Removed by the curated list, and in a newer file: the entry is back, by the day of the file. */
function again(periods: Period[], last: Period, testimony: Testimony): Period[] {
  const stated = testimony.record.from;
  const from =
    stated !== null && last.from !== null && stated > last.from ? stated : testimony.date;
  const back: Period = {
    status: 'in-force',
    from,
    to: null,
    seenOn: testimony.date,
    scope: testimony.record.scope,
    note: 'In a later version of the list again.',
    citations: [cite(testimony)],
    disagreements: [],
  };
  return [...periods.slice(0, -1), { ...last, to: dayBefore(from) }, back];
}

/** The file's citation on the period; its start where the period has none, or shown where it is another. */
function agree(period: Period, testimony: Testimony, starts: ReadonlySet<string | null>): Period {
  const stated = testimony.record.from;
  const citations = [...period.citations, cite(testimony)];
  if (stated === null || starts.has(stated)) return { ...period, citations };
  if (period.from === null) return { ...period, from: stated, seenOn: null, citations };
  const disagreements = [...period.disagreements, otherStart(period, testimony)];
  return { ...period, citations, disagreements };
}

function otherStart(period: Period, testimony: Testimony): Disagreement {
  return {
    field: 'from',
    value: testimony.record.from ?? '',
    followed: period.from,
    reason: 'The list file prints another day; the curated list follows the document it cites.',
    citations: [cite(testimony)],
  };
}

/** The newest day that anything the designation rests on is dated. */
function newestEvidence(designation: Designation, sources: Sources): string {
  let newest = '';
  for (const { citation } of citationsIn(designation)) {
    const date = sources.get(citation.source)?.date ?? '';
    // A document dated to the month or year may be of its last day.
    const latest = date.length === 10 ? date : `${date}-31`.slice(0, 10);
    if (date !== '' && latest > newest) newest = latest;
  }
  for (const { from, seenOn } of designation.periods) {
    for (const day of [from, seenOn]) if (day !== null && day > newest) newest = day;
  }
  return newest;
}
