import type { Adjustment, NameQuery, PartyEvidence } from '../types.ts';

/** What agreeing or conflicting facts add to the score of a name. */
const DELTAS = {
  identifierAgrees: 0.3,
  countryAgrees: 0.02,
  countryConflicts: -0.03,
  birthDateAgrees: 0.05,
  birthYearAgrees: 0.03,
  birthDateConflicts: -0.12,
  addressAgrees: 0.03,
} as const;

/** Compares the facts of a query with those of a party. Facts that either side lacks change nothing. */
export function weighEvidence(query: NameQuery, party: PartyEvidence): Adjustment[] {
  const adjustments: Adjustment[] = [];
  const add = (reason: string, delta: number) => adjustments.push({ reason, delta });
  if (
    query.identifiers?.some((asked) =>
      party.identifiers.some((known) => sameIdentifier(asked, known)),
    )
  )
    add('identifier agrees', DELTAS.identifierAgrees);
  if (query.country !== undefined && party.countries.length > 0) {
    const country = query.country.toUpperCase();
    if (party.countries.some((known) => known.toUpperCase() === country))
      add('country agrees', DELTAS.countryAgrees);
    else add('country conflicts', DELTAS.countryConflicts);
  }
  if (query.birthDate !== undefined && party.birthDates.length > 0) {
    const asked = query.birthDate;
    if (party.birthDates.some((known) => known === asked))
      add('birth date agrees', DELTAS.birthDateAgrees);
    else if (party.birthDates.some((known) => known.slice(0, 4) === asked.slice(0, 4)))
      add('birth year agrees', DELTAS.birthYearAgrees);
    else add('birth date conflicts', DELTAS.birthDateConflicts);
  }
  if (query.address !== undefined) {
    const asked = addressWords(query.address);
    if (party.addresses.some((known) => sharedWords(asked, addressWords(known)) >= 2))
      add('address agrees', DELTAS.addressAgrees);
  }
  return adjustments;
}

function sameIdentifier(
  a: { scheme: string; value: string },
  b: { scheme: string; value: string },
): boolean {
  return (
    a.scheme.toLowerCase() === b.scheme.toLowerCase() && plainValue(a.value) === plainValue(b.value)
  );
}

function plainValue(value: string): string {
  return value.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function addressWords(address: string): Set<string> {
  return new Set(
    address
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 3),
  );
}

function sharedWords(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
