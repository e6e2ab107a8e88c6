import { type Citation, citationsIn } from '../../domain/citation.ts';
import { dayAfter } from '../../domain/date.ts';
import type { Designation, Period } from '../../domain/designation.ts';
import type { Party } from '../../domain/party.ts';
import { primarySourceTypes } from '../../domain/source.ts';
import type { Problem } from '../problem.ts';
import type { SeedRecord, Seeds } from './files.ts';

type Path = readonly (string | number)[];
type Complain = (path: Path, message: string) => void;

/**
 * The rules that hold between records: ids resolve, names are told apart,
 * periods follow each other. What holds inside one record is the schema's.
 *
 * @returns one problem for each breach; an empty array means that the seeds are sound
 */
export function checkSeeds(seeds: Seeds): Problem[] {
  const problems: Problem[] = [...seeds.problems];
  const sources = new Set(seeds.sources.map(({ value }) => value.id));
  const lists = new Set(seeds.lists.map(({ value }) => value.id));
  const parties = new Set(seeds.parties.map(({ value }) => value.id));

  const check = <T extends object>(
    records: readonly SeedRecord<T>[],
    rules: (value: T, complain: Complain) => void,
  ) => {
    for (const { file, value, lineOf } of records) {
      const complain: Complain = (path, message) =>
        problems.push({ file, line: lineOf(path), path: path.join('.'), message });
      for (const { citation, path } of citationsIn(value)) {
        if (!sources.has(citation.source)) {
          complain([...path, 'source'], `there is no source "${citation.source}"`);
        }
      }
      rules(value, complain);
    }
  };

  check(seeds.sources, () => {});
  check(seeds.lists, (list, complain) => {
    checkOrder(list.periods, ['periods'], complain);
    for (const [index, effect] of list.effects.entries()) {
      checkInterval(effect.from, effect.to, ['effects', index], complain);
    }
    for (const [index, reach] of list.reach.entries()) {
      checkOrder(reach.periods, ['reach', index, 'periods'], complain);
    }
  });
  check(seeds.parties, (party, complain) => {
    checkNames(party, complain);
    for (const [index, relation] of party.relations.entries()) {
      const path = ['relations', index];
      if (!parties.has(relation.party)) {
        complain([...path, 'party'], `there is no party "${relation.party}"`);
      }
      if (relation.party === party.id) complain([...path, 'party'], 'is the party itself');
      checkInterval(relation.since, relation.until, path, complain, ['since', 'until']);
    }
    if (party.kind === 'brand' && !party.relations.some(({ type }) => type === 'brand-of')) {
      complain(['relations'], 'a brand needs a brand-of relation to its owner');
    }
    for (const [index, same] of party.sameAs.entries()) {
      if (!lists.has(same.list))
        complain(['sameAs', index, 'list'], `there is no list "${same.list}"`);
    }
    checkDesignations(party.designations, lists, complain);
  });
  check(seeds.devices, (devices, complain) => {
    if (!parties.has(devices.id)) complain(['id'], `there is no party "${devices.id}"`);
  });
  return problems;
}

function checkNames(party: Party, complain: Complain): void {
  const seen = new Map<string, number>();
  for (const [index, { name }] of party.names.entries()) {
    const known = seen.get(name.normalize('NFKC'));
    if (known !== undefined) {
      complain(['names', index, 'name'], `"${name}" is already name ${known} of this party`);
    }
    seen.set(name.normalize('NFKC'), index);
  }
}

function checkDesignations(
  designations: readonly Designation[],
  lists: ReadonlySet<string>,
  complain: Complain,
): void {
  const entries = new Set<string>();
  for (const [index, designation] of designations.entries()) {
    const path = ['designations', index];
    if (!lists.has(designation.list)) {
      complain([...path, 'list'], `there is no list "${designation.list}"`);
    }
    const key = `${designation.list}\0${designation.entry.name}\0${designation.entry.record ?? ''}`;
    if (entries.has(key)) {
      complain(
        [...path, 'entry'],
        'the same entry of the same list stands twice: join the periods',
      );
    }
    entries.add(key);
    checkOrder(designation.periods, [...path, 'periods'], complain);
    for (const [at, period] of designation.periods.entries()) {
      checkPeriod(period, [...path, 'periods', at], complain);
    }
    for (const [at, effect] of designation.effects.entries()) {
      checkInterval(effect.from ?? null, effect.to ?? null, [...path, 'effects', at], complain);
    }
  }
}

function checkPeriod(period: Period, path: Path, complain: Complain): void {
  if (period.from === null && period.seenOn === null) {
    complain([...path, 'seenOn'], 'is needed where no start is stated');
  }
  if (period.status === 'reported' && !period.report) {
    complain([...path, 'report'], 'is needed: who reported it, on whose word, what became of it');
  }
}

/**
 * Periods stand in order, none overlaps another, and none leaves a gap: a
 * standing that ended without a word on what followed is a missing fact.
 */
function checkOrder(
  periods: readonly { from: string | null; to: string | null }[],
  path: Path,
  complain: Complain,
): void {
  for (const [index, period] of periods.entries()) {
    checkInterval(period.from, period.to, [...path, index], complain);
    const before = periods[index - 1];
    if (!before) continue;
    const at = [...path, index, 'from'];
    if (period.from === null) complain(at, 'only the first period may have no start');
    else if (before.to === null) complain(at, `overlaps the period before, which has no end`);
    else if (period.from <= before.to) complain(at, `overlaps the period before, to ${before.to}`);
    else if (period.from !== dayAfter(before.to)) {
      complain(at, `leaves a gap after ${before.to}: must be ${dayAfter(before.to)}`);
    }
  }
}

function checkInterval(
  from: string | null,
  to: string | null,
  path: Path,
  complain: Complain,
  [start, end]: readonly [string, string] = ['from', 'to'],
): void {
  if (from !== null && to !== null && to < from) {
    complain([...path, end], `"${to}" lies before ${start} "${from}"`);
  }
}

/** A statement that no statute, regulation, Federal Register page, official list or court supports. */
export interface Unsupported {
  readonly file: string;
  readonly line: number | null;
  readonly path: string;
}

/** The periods and effects that rest on secondary sources alone: not an error, but to be known. */
export function withoutPrimarySource(seeds: Seeds): Unsupported[] {
  const types = new Map(seeds.sources.map(({ value }) => [value.id, value.type]));
  const isPrimary = (citation: Citation) =>
    primarySourceTypes.has(types.get(citation.source) ?? '');
  return seeds.parties.flatMap(({ file, value, lineOf }) =>
    value.designations.flatMap((designation, index) =>
      designation.periods.flatMap((period, at) => {
        if (period.status === 'reported' || period.citations.some(isPrimary)) return [];
        const path = ['designations', index, 'periods', at];
        return [{ file, line: lineOf(path), path: path.join('.') }];
      }),
    ),
  );
}
