import { countryCode } from '../../../domain/country.ts';
import { dayIn, partialDateIn } from '../dates.ts';
import { identifier, uniqueIdentifiers } from '../identifiers.ts';
import { childrenOf, childText, flatten, type XmlElement } from '../input/xml.ts';
import { unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'];
const ADDRESS_PARTS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE'];

/** An individual or entity of the UN list as its record. */
export function mapUn(
  { row }: Placed<XmlElement>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const printed = clean(NAME_PARTS.map((part) => childText(row, part) ?? '').join(' '));
  const reference = clean(childText(row, 'REFERENCE_NUMBER'));
  const record = reference ?? clean(childText(row, 'DATAID'));
  if (printed === null || record === null) {
    report(printed === null ? 'FIRST_NAME' : 'REFERENCE_NUMBER', 'is empty');
    return [];
  }
  const listed = childText(row, 'LISTED_ON');
  const from = dayIn(listed ?? '');
  if (listed !== null && from === null) report('LISTED_ON', `"${listed}" is no date: left out`);
  const person = row.name === 'INDIVIDUAL';
  const addresses = childrenOf(row, `${row.name}_ADDRESS`).flatMap(addressOf);
  const original = clean(childText(row, 'NAME_ORIGINAL_SCRIPT'));
  const nations = childrenOf(row, 'NATIONALITY').flatMap(({ children }) =>
    children.flatMap(({ text }) => countryCode(text) ?? []),
  );
  return [
    {
      ...emptyRecord,
      list: 'un-sc',
      record,
      name: printed,
      kind: person ? 'person' : 'company',
      country: only(nations) ?? only(addresses.flatMap(({ country }) => country ?? [])),
      names: unique([
        { name: printed, type: 'legal' as const },
        ...(original === null ? [] : [{ name: original, type: 'alias' as const }]),
        ...childrenOf(row, `${row.name}_ALIAS`).flatMap(aliasOf),
      ]),
      addresses,
      identifiers: uniqueIdentifiers([
        ...(reference === null ? [] : [identifier('un-reference', reference)]),
        ...childrenOf(row, 'INDIVIDUAL_DOCUMENT').flatMap(documentOf),
      ]),
      birthDates: birthDates(row, report),
      programme: clean(childText(row, 'UN_LIST_TYPE')),
      from,
      note: clean(childText(row, 'COMMENTS1')),
      original: stated(flatten(row)),
    },
  ];
}

/** The committee marks an alias "Low" where it is too vague to identify by: a weak one. */
function aliasOf(element: XmlElement) {
  const name = clean(childText(element, 'ALIAS_NAME'));
  if (name === null) return [];
  const quality = childText(element, 'QUALITY');
  const type = quality === 'Low' ? 'weak-alias' : quality === 'f.k.a.' ? 'former' : 'alias';
  return [{ name, type } as const];
}

function addressOf(element: XmlElement) {
  const text = clean(ADDRESS_PARTS.flatMap((part) => childText(element, part) ?? []).join(', '));
  const country = countryCode(childText(element, 'COUNTRY') ?? '') ?? null;
  return text === null ? [] : [{ text, country }];
}

const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/passe?port|pasaporte/i, 'passport'],
  [/national\s+identification/i, 'national-id'],
];

function documentOf(element: XmlElement) {
  const type = childText(element, 'TYPE_OF_DOCUMENT') ?? '';
  const scheme = DOCUMENTS.find(([pattern]) => pattern.test(type))?.[1];
  const number = clean(childText(element, 'NUMBER'));
  return scheme === undefined || number === null ? [] : [identifier(scheme, number)];
}

function birthDates(row: XmlElement, report: Report): string[] {
  const dates = childrenOf(row, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((element) => {
    const date = childText(element, 'DATE') ?? childText(element, 'YEAR');
    if (date === null) return [];
    const read = partialDateIn(date);
    if (read === null) report('INDIVIDUAL_DATE_OF_BIRTH', `"${date}" is no date: left out`);
    return read ?? [];
  });
  return [...new Set(dates)];
}

function only(codes: readonly string[]): string | null {
  return new Set(codes).size === 1 ? (codes[0] ?? null) : null;
}
