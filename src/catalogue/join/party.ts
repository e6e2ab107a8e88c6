import type { Citation } from '../../domain/citation.ts';
import type { Designation } from '../../domain/designation.ts';
import type { NameType, Party, PartyName } from '../../domain/party.ts';
import type { Source } from '../../domain/source.ts';
import { withoutTestimony, withTestimony } from './curated-standing.ts';
import { printedKey } from './keys.ts';
import { designationOf, type NewestComplete } from './standing.ts';
import { cite, newestFirst, type Testimony } from './witness.ts';

export interface JoinContext {
  readonly complete: NewestComplete;
  /** The sources that the curated list cites, by id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * One party of what the curated list says of it, if anything, and what the list
 * files do. Every name, address and number carries the citations of all that
 * print it.
 */
export function joinParty(
  id: string,
  seed: Party | undefined,
  testimonies: readonly Testimony[],
  context: JoinContext,
): Party {
  const ordered = [...testimonies].sort(newestFirst);
  const [newest] = ordered;
  return {
    id,
    kind: seed?.kind ?? newest?.record.kind ?? 'company',
    country: seed?.country ?? ordered.find(({ record }) => record.country)?.record.country ?? null,
    names: names(seed, ordered),
    addresses: cited(
      seed?.addresses ?? [],
      ordered,
      ({ addresses }) => addresses,
      ({ text }) => printedKey(text).toLowerCase(),
    ),
    identifiers: cited(
      seed?.identifiers ?? [],
      ordered,
      ({ identifiers }) => identifiers,
      ({ scheme, value }) => `${scheme}:${value}`,
    ),
    birthDates: cited(
      seed?.birthDates ?? [],
      ordered,
      ({ birthDates }) => birthDates.map((date) => ({ date })),
      ({ date }) => date,
    ),
    relations: seed?.relations ?? [],
    designations: designations(seed, ordered, context),
    sameAs: seed?.sameAs ?? [],
    notes: seed?.notes ?? [],
  };
}

/** Values once each, with the citations of all that state them. */
function cited<T extends object>(
  curated: readonly (T & { citations: Citation[] })[],
  testimonies: readonly Testimony[],
  valuesOf: (record: Testimony['record']) => readonly T[],
  keyOf: (value: T) => string,
): (T & { citations: Citation[] })[] {
  const known = new Map(
    curated.map((value) => [keyOf(value), { ...value, citations: [...value.citations] }]),
  );
  for (const testimony of testimonies) {
    for (const value of valuesOf(testimony.record)) {
      const already = known.get(keyOf(value));
      if (already) addCitation(already.citations, cite(testimony));
      else known.set(keyOf(value), { ...value, citations: [cite(testimony)] });
    }
  }
  return [...known.values()];
}

function names(seed: Party | undefined, testimonies: readonly Testimony[]): PartyName[] {
  const curated = new Set(seed?.names.map(({ name }) => nameKey(name)));
  const known = new Map<string, PartyName>();
  for (const name of seed?.names ?? []) {
    const copy = { ...name, citations: [...name.citations] };
    // The curated list may hold a name twice, in other cases: both stay.
    known.set(known.has(nameKey(name.name)) ? name.name : nameKey(name.name), copy);
  }
  for (const testimony of testimonies) {
    for (const { name, type, lang } of testimony.record.names) {
      const key = nameKey(name);
      const already = known.get(key);
      if (already) {
        addCitation(already.citations, cite(testimony));
        if (!curated.has(key)) already.type = graver(already.type, type);
      } else {
        const citations = [cite(testimony)];
        known.set(key, { name, type, ...(lang && { lang }), citations, disagreements: [] });
      }
    }
  }
  return [...known.values()];
}

/** Lists that print in capitals print the same name. */
function nameKey(name: string): string {
  return printedKey(name).toLowerCase();
}

/** Who marks an alias as weak knows more than who prints it without a word (the CSL does not mark them). */
function graver(first: NameType, second: NameType): NameType {
  if (first === 'alias' && second === 'weak-alias') return second;
  if (first === 'alias' && second === 'former') return second;
  return first;
}

function addCitation(citations: Citation[], citation: Citation): void {
  const known = citations.some(
    ({ source, locator }) => source === citation.source && locator === citation.locator,
  );
  if (!known) citations.push(citation);
}

function designations(
  seed: Party | undefined,
  testimonies: readonly Testimony[],
  { complete, sources }: JoinContext,
): Designation[] {
  const entries = new Map<string, Testimony[]>();
  for (const testimony of testimonies) {
    const key = `${testimony.record.list}|${testimony.entry}`;
    const known = entries.get(key);
    if (known) known.push(testimony);
    else entries.set(key, [testimony]);
  }
  const curated = (seed?.designations ?? []).map((designation) => {
    const key = entryOf(designation, entries, seed);
    const found = key === undefined ? undefined : entries.get(key);
    if (key !== undefined) entries.delete(key);
    return found
      ? withTestimony(designation, found, complete, sources)
      : withoutTestimony(designation, complete, sources);
  });
  const listed = [...entries.values()].flatMap((found) => designationOf(found, complete) ?? []);
  listed.sort((a, b) => a.list.localeCompare(b.list) || a.entry.name.localeCompare(b.entry.name));
  return [...curated, ...listed];
}

/**
 * Which entry of the files a curated designation speaks of: the one with its record
 * id or its printed name; else the only one that its list has for the party.
 */
function entryOf(
  { list, entry }: Designation,
  entries: ReadonlyMap<string, readonly Testimony[]>,
  seed: Party | undefined,
): string | undefined {
  const ofList = [...entries].filter(([, [first]]) => first?.record.list === list);
  const named = ofList.find(([, found]) =>
    found.some(
      ({ record }) =>
        (record.lasting && record.record === entry.record) ||
        printedKey(record.name) === printedKey(entry.name),
    ),
  );
  if (named) return named[0];
  const alone = seed?.designations.filter((other) => other.list === list).length === 1;
  return alone && ofList.length === 1 ? ofList[0]?.[0] : undefined;
}
