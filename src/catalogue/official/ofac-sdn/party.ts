import { countryCode } from '../../../domain/country.ts';
import { partialDateIn } from '../dates.ts';
import { identifier, uniqueIdentifiers } from '../identifiers.ts';
import { kindOf } from '../kind.ts';
import { unique } from '../names.ts';
import type { Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';
import { type Remarks, readRemarks } from './remarks.ts';
import type { OfacAddress, OfacAlias, OfacRow } from './triple.ts';

/** What a row of an OFAC list says whatever the list; `null` where it has no name. */
export function ofacParty(
  row: OfacRow,
  report: Report,
): { record: Omit<OfficialRecord, 'list'>; remarks: Remarks } | null {
  const printed = clean(row.name);
  if (printed === null) {
    report('name', 'is empty');
    return null;
  }
  const remarks = readRemarks(row.remarks);
  for (const date of remarks.unread) report('DOB', `"${date}" is no date: left out`);
  const addresses = row.addresses.flatMap(addressOf);
  const countries = new Set(addresses.flatMap(({ country }) => country ?? []));
  const nationalities = remarks.nationalities.flatMap((name) => countryCode(name) ?? []);
  const record = {
    ...emptyRecord,
    record: row.ent_num.trim(),
    name: printed,
    kind: kindOf(clean(row.type)) ?? 'company',
    country: only(countries) ?? only(new Set(nationalities)),
    names: unique([
      { name: printed, type: 'legal' as const },
      ...row.aliases.flatMap(aliasOf),
      ...remarks.names,
    ]),
    addresses,
    identifiers: uniqueIdentifiers([
      identifier('ofac-uid', row.ent_num),
      ...remarks.identifiers,
      ...(clean(row.call_sign) === null ? [] : [identifier('call-sign', row.call_sign)]),
    ]),
    birthDates: remarks.birthDates,
    programme: programmes(row.program),
    original: original(row),
  };
  return { record, remarks };
}

/** "SDGT] [NS-PLC" -> "SDGT; NS-PLC": OFAC closes the first bracket and leaves out the outer ones. */
function programmes(printed: string): string | null {
  return clean(printed.replaceAll('] [', '; ').replace(/[[\]]/g, ''));
}

/** The day of a date that the remarks print in words: "03 Jun 2021". */
export function dayOfRemark(remarks: Remarks, label: string): string | null {
  const printed = remarks.dates.get(label);
  const date = printed === undefined ? null : partialDateIn(printed);
  return date?.length === 10 ? date : null;
}

function aliasOf({ type, name }: OfacAlias) {
  const cleaned = clean(name);
  if (cleaned === null) return [];
  return [{ name: cleaned, type: type === 'fka' ? ('former' as const) : ('alias' as const) }];
}

function addressOf({ address, city, country }: OfacAddress) {
  const text = clean([address, city, country].flatMap((part) => clean(part) ?? []).join(', '));
  return text === null ? [] : [{ text, country: countryCode(country) ?? null }];
}

function only(codes: ReadonlySet<string>): string | null {
  return codes.size === 1 ? ([...codes][0] ?? null) : null;
}

function original({ aliases, addresses, ...fields }: OfacRow): Record<string, string> {
  const lines = (rows: readonly object[]) =>
    rows.map((row) => Object.values(row).filter(Boolean).join(' | ')).join('\n');
  return stated({ ...fields, alt: lines(aliases), add: lines(addresses) });
}
