import { countryCode } from '../../../domain/country.ts';
import { dayIn, partialDateIn } from '../dates.ts';
import { identifier, uniqueIdentifiers } from '../identifiers.ts';
import { guessKind, kindOf } from '../kind.ts';
import { aliasesIn, namesIn, unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';
import { type CslIds, readCslIds } from './ids.ts';
import { cslListOf, ofacLists } from './lists.ts';
import type { CslRow } from './read.ts';

/** One row of the Consolidated Screening List as a record of the list that it names. */
export function mapCsl(
  { row, line }: Placed<CslRow>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const list = cslListOf(row.source ?? '');
  const printed = clean(row.name);
  if (list === undefined) {
    report('source', `"${row.source ?? ''}" is no list that is known here`);
    return [];
  }
  if (printed === null) {
    report('name', 'is empty');
    return [];
  }
  const uid = clean(row.entity_number);
  const ids = readCslIds(row.ids ?? '');
  const from = day(row, 'start_date', report) ?? listedOn(list, ids);
  const to = day(row, 'end_date', report);
  const backwards = from !== null && to !== null && to < from;
  if (backwards) report('end_date', `"${to}" lies before the start ${from}: left out`);
  const addresses = addressesIn(row.addresses ?? '');
  return [
    {
      ...emptyRecord,
      list,
      record: uid ?? clean(row._id) ?? `line ${line}`,
      // The other ids are made from the row: they change with every word of it.
      lasting: uid !== null && ofacLists.has(list),
      name: printed,
      kind: kindOf(clean(row.type)) ?? guessKind(printed),
      country: commonCountry(addresses) ?? countryOf(row.nationalities ?? row.citizenships),
      names: unique([...namesIn(printed), ...aliasesIn(row.alt_names)]),
      addresses,
      identifiers: uniqueIdentifiers([
        ...(uid !== null && ofacLists.has(list) ? [identifier('ofac-uid', uid)] : []),
        ...ids.identifiers,
        ...(clean(row.call_sign) === null ? [] : [identifier('call-sign', row.call_sign ?? '')]),
      ]),
      birthDates: birthDates(row.dates_of_birth ?? '', report),
      programme: clean(row.programs),
      licenceRequirement: clean(row.license_requirement),
      licencePolicy: clean(row.license_policy),
      federalRegister: clean(row.federal_register_notice),
      from,
      to: backwards ? null : to,
      scope: list === 'ssi' ? directives(ids) : null,
      note: clean(row.remarks),
      effects: effectsOf(list, ids),
      original: stated(row),
    },
  ];
}

function day(row: CslRow, column: string, report: Report): string | null {
  const printed = clean(row[column]);
  if (printed === null) return null;
  const date = dayIn(printed);
  if (date === null) report(column, `"${printed}" is no date: left out`);
  return date;
}

/** "Street, City, Code, CC; …": each ends with its country. */
function addressesIn(printed: string): OfficialRecord['addresses'] {
  return printed.split(/;\s*/).flatMap((part) => {
    const text = clean(part);
    if (text === null) return [];
    const code = /(?:^|,\s*)([A-Z]{2})$/.exec(text)?.[1];
    return [{ text, country: code === undefined ? null : (countryCode(code) ?? null) }];
  });
}

/** The country that all addresses share; a party spread over several has none here. */
function commonCountry(addresses: OfficialRecord['addresses']): string | null {
  const countries = new Set(addresses.map(({ country }) => country));
  countries.delete(null);
  return countries.size === 1 ? ([...countries][0] ?? null) : null;
}

function countryOf(printed: string | undefined): string | null {
  const codes = (printed ?? '').split(/;\s*/).flatMap((code) => countryCode(code) ?? []);
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

function birthDates(printed: string, report: Report): string[] {
  const dates = printed.split(/;\s*/).flatMap((part) => {
    if (part.trim() === '') return [];
    const date = partialDateIn(part);
    if (date === null) report('dates_of_birth', `"${part.trim()}" is no date: left out`);
    return date ?? [];
  });
  return [...new Set(dates)];
}

const LISTED = 'Listing Date (CMIC)';
const EFFECTIVE = 'Effective Date (CMIC)';

function listedOn(list: string, ids: CslIds): string | null {
  return list === 'ns-cmic' ? (ids.statements.get(LISTED)?.map(dayIn)[0] ?? null) : null;
}

/** The bar on investment binds 60 days after the listing, on the day that the record prints. */
function effectsOf(list: string, ids: CslIds): OfficialRecord['effects'] {
  const from = list === 'ns-cmic' ? ids.statements.get(EFFECTIVE)?.map(dayIn)[0] : null;
  return from ? [{ activity: 'invest', from }] : [];
}

/** Which sectoral directives the party is subject to: the limit of what its listing forbids. */
function directives(ids: CslIds): string | null {
  const found = [...ids.statements].flatMap(([label, values]) =>
    /Directive Determination/.test(label) ? values : [],
  );
  return found.length === 0 ? null : found.join('; ');
}
