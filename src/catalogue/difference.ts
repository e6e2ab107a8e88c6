import type { Catalogue, CatalogueVersion } from '../domain/catalogue.ts';
import type { Designation, Status } from '../domain/designation.ts';
import { displayName, type Party } from '../domain/party.ts';

/** A designation as differences speak of it. */
export interface DesignationReference {
  readonly list: string;
  readonly entry: string;
  readonly record: string | null;
  /** The status of its last period. */
  readonly status: Status;
}

export interface NameReference {
  readonly name: string;
  readonly type: string;
}

/** What differs about one party; citations alone are no difference. */
export interface PartyDifference {
  readonly party: { readonly id: string; readonly name: string };
  readonly change: 'added' | 'removed' | 'changed';
  readonly names: { readonly added: NameReference[]; readonly removed: NameReference[] };
  readonly designations: {
    readonly added: DesignationReference[];
    /** Those that are gone, and those that ended: removed or lapsed now, and not before. */
    readonly removed: DesignationReference[];
    readonly changed: (DesignationReference & { readonly fields: string[] })[];
  };
  /** Other fields that differ: kind, country, addresses, identifiers, birthDates, relations. */
  readonly fields: string[];
}

export interface ListDifference {
  readonly list: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly asOf: { readonly before: string | null; readonly after: string | null };
}

export interface DifferenceSummary {
  readonly before: CatalogueVersion;
  readonly after: CatalogueVersion;
  readonly parties: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly names: { readonly added: number; readonly removed: number };
  readonly designations: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
  };
  readonly lists: ListDifference[];
}

/**
 * What differs between two versions, party by party in the order of their ids. Both
 * are read side by side, one party of each at a time.
 * @returns the counts, after the last party
 */
export function* differences(
  before: Catalogue,
  after: Catalogue,
): Generator<PartyDifference, DifferenceSummary> {
  const parties = { added: 0, removed: 0, changed: 0 };
  const names = { added: 0, removed: 0 };
  const designations = { added: 0, removed: 0, changed: 0 };
  for (const [old, now] of sideBySide(before, after)) {
    const difference = compare(old, now);
    if (difference === null) continue;
    parties[difference.change]++;
    names.added += difference.names.added.length;
    names.removed += difference.names.removed.length;
    designations.added += difference.designations.added.length;
    designations.removed += difference.designations.removed.length;
    designations.changed += difference.designations.changed.length;
    yield difference;
  }
  const lists = listDifferences(before, after);
  const versions = { before: before.version, after: after.version };
  return { ...versions, parties, names, designations, lists };
}

/** Pairs of parties of the same id; one of a pair is missing where only one version has it. */
function* sideBySide(
  before: Catalogue,
  after: Catalogue,
): Generator<[Party | undefined, Party | undefined]> {
  let left = 0;
  let right = 0;
  while (left < before.size || right < after.size) {
    const old = left < before.size ? before.partyAt(left) : undefined;
    const now = right < after.size ? after.partyAt(right) : undefined;
    if (old && (!now || old.id < now.id)) {
      left++;
      yield [old, undefined];
    } else if (now && (!old || now.id < old.id)) {
      right++;
      yield [undefined, now];
    } else {
      left++;
      right++;
      yield [old, now];
    }
  }
}

const FIELDS = ['kind', 'country', 'addresses', 'identifiers', 'birthDates', 'relations'] as const;

function compare(old: Party | undefined, now: Party | undefined): PartyDifference | null {
  const party = now ?? old;
  if (!party) return null;
  const names = {
    added: missing(now?.names ?? [], old?.names ?? [], nameText).map(nameReference),
    removed: missing(old?.names ?? [], now?.names ?? [], nameText).map(nameReference),
  };
  const designations = compareDesignations(old?.designations ?? [], now?.designations ?? []);
  const fields = old && now ? FIELDS.filter((field) => said(old[field]) !== said(now[field])) : [];
  const change = changeOf(old, now);
  const nothing =
    change === 'changed' &&
    [fields, ...Object.values(names), ...Object.values(designations)].every(
      (found) => found.length === 0,
    );
  if (nothing) return null;
  return {
    party: { id: party.id, name: displayName(party) },
    change,
    names,
    designations,
    fields,
  };
}

/** A party that no list names any more is removed, though it stays known with what it was. */
function changeOf(old: Party | undefined, now: Party | undefined): PartyDifference['change'] {
  const before = old !== undefined && isCurrent(old);
  const after = now !== undefined && isCurrent(now);
  if (before === after) return old && now ? 'changed' : old ? 'removed' : 'added';
  return after ? 'added' : 'removed';
}

function isCurrent({ designations }: Party): boolean {
  return designations.length === 0 || designations.some(isLive);
}

function isLive({ periods }: Designation): boolean {
  const status = periods.at(-1)?.status;
  return status !== 'removed' && status !== 'lapsed';
}

function compareDesignations(
  old: readonly Designation[],
  now: readonly Designation[],
): PartyDifference['designations'] {
  const before = new Map(old.map((one) => [designationText(one), one]));
  const after = new Map(now.map((one) => [designationText(one), one]));
  const added: Designation[] = [];
  const removed: Designation[] = [];
  const changed: (DesignationReference & { fields: string[] })[] = [];
  for (const one of now) {
    const was = before.get(designationText(one));
    const fields = was ? changedFields(was, one) : [];
    if (!was || (isLive(one) && !isLive(was))) added.push(one);
    else if (isLive(was) && !isLive(one)) removed.push(one);
    else if (fields.length > 0) changed.push({ ...designationReference(one), fields });
  }
  removed.push(...old.filter((one) => !after.has(designationText(one))));
  return {
    added: added.map(designationReference),
    removed: removed.map(designationReference),
    changed,
  };
}

function changedFields(was: Designation, now: Designation): string[] {
  const entry = Object.keys(now.entry).filter(
    (field) => said(Reflect.get(was.entry, field)) !== said(Reflect.get(now.entry, field)),
  );
  const periods = said(was.periods.map(standing)) === said(now.periods.map(standing));
  const effects = said(was.effects) === said(now.effects);
  return [...entry, ...(periods ? [] : ['periods']), ...(effects ? [] : ['effects'])];
}

function standing({ status, from, to, seenOn, scope }: Designation['periods'][number]) {
  return { status, from, to, seenOn, scope };
}

/** The values of the first that the second does not have. */
function missing<T>(of: readonly T[], from: readonly T[], text: (value: T) => string): T[] {
  const there = new Set(from.map(text));
  return of.filter((value) => !there.has(text(value)));
}

function nameText({ name, type }: NameReference): string {
  return `${type}|${name}`;
}

function nameReference({ name, type }: NameReference): NameReference {
  return { name, type };
}

/** An entry keeps its record id through a change of its name, where the list gives one. */
function designationText({ list, entry }: Designation): string {
  return `${list}|${entry.record ?? entry.name}`;
}

function designationReference({ list, entry, periods }: Designation): DesignationReference {
  const status = periods.at(-1)?.status ?? 'in-force';
  return { list, entry: entry.name, record: entry.record, status };
}

/** A value without its citations: another version of a file is no other statement. */
function said(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) =>
    key === 'citations' || key === 'disagreements' ? undefined : inner,
  );
}

function listDifferences(before: Catalogue, after: Catalogue): ListDifference[] {
  const old = new Map(before.coverage.map((one) => [one.id, one]));
  const now = new Map(after.coverage.map((one) => [one.id, one]));
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((list): ListDifference[] => {
    const [was, is] = [old.get(list), now.get(list)];
    const asOf = { before: was?.asOf ?? null, after: is?.asOf ?? null };
    if (was && is) {
      const same = was.asOf === is.asOf && was.complete === is.complete;
      return same ? [] : [{ list, change: 'changed', asOf }];
    }
    return [{ list, change: was ? 'removed' : 'added', asOf }];
  });
}
