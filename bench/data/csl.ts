import { looksLikeCompany, looksLikePerson } from './company-words.ts';
import { recordsOf } from './delimited.ts';
import { listFile } from './folders.ts';
import { type Kind, type ListedParty, partyOf } from './listed.ts';

const kinds: Record<string, Kind> = {
  Entity: 'company',
  Individual: 'person',
  Vessel: 'vessel',
  Aircraft: 'aircraft',
};

/** The Consolidated Screening List of 2022-05: all 13 lists, about 34,000 names. */
export function cslParties(): ListedParty[] {
  const path = listFile('csl/consolidated-2022-05.csv.gz');
  if (path === undefined) return [];
  return recordsOf(path).flatMap((row, at) => {
    const name = row.name ?? '';
    const stated = kinds[row.type ?? ''];
    // BIS and State lists state no kind: the denied and debarred are mostly persons, the others mostly companies.
    const mostlyPersons = /Denied|Debarred/.test(row.source ?? '');
    const guessed: Kind = mostlyPersons && looksLikePerson(name) ? 'person' : 'company';
    const sure = stated !== undefined || guessed === 'person' || looksLikeCompany(name);
    const uid = row.entity_number;
    const party = partyOf(uid ? `ofac:${uid}` : `csl:${at}:${name}`, stated ?? guessed, sure, [
      name,
      ...(row.alt_names ?? '').split(';'),
    ]);
    return party ? [party] : [];
  });
}
