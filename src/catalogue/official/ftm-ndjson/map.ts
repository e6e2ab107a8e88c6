import { countryCode } from '../../../domain/country.ts';
import type { NameType, PartyKind } from '../../../domain/party.ts';
import { partialDateIn } from '../dates.ts';
import { identifier, uniqueIdentifiers } from '../identifiers.ts';
import { unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord } from '../record.ts';
import { type FtmEntity, texts } from './entity.ts';
import type { FtmRow } from './read.ts';

export const ftmKinds: Readonly<Record<string, PartyKind>> = {
  Person: 'person',
  Company: 'company',
  Organization: 'institution',
  LegalEntity: 'company',
  PublicBody: 'government',
  Vessel: 'vessel',
  Airplane: 'aircraft',
};

const NAMES: readonly (readonly [string, NameType])[] = [
  ['name', 'legal'],
  ['alias', 'alias'],
  ['previousName', 'former'],
  ['weakAlias', 'weak-alias'],
  ['abbreviation', 'acronym'],
];

const IDENTIFIERS: Readonly<Record<string, string>> = {
  leiCode: 'lei',
  uscCode: 'uscc',
  imoNumber: 'imo',
  mmsi: 'mmsi',
  callSign: 'call-sign',
  wikidataId: 'wikidata',
  isin: 'isin',
  swiftBic: 'swift-bic',
  innCode: 'inn',
  ogrnCode: 'ogrn',
  okpoCode: 'okpo',
  bikCode: 'bik',
  dunsCode: 'duns',
  registrationNumber: 'registration-number',
  taxNumber: 'tax-id',
  vatCode: 'vat',
  passportNumber: 'passport',
  idNumber: 'national-id',
  socialSecurityNumber: 'ssn',
  uniqueEntityId: 'uei',
  cageCode: 'cage',
};

const COUNTRIES = ['jurisdiction', 'country', 'nationality', 'citizenship', 'mainCountry', 'flag'];

/** An entity that is a party as the record of the feed's own list. */
export function mapFtm(
  { row: { entity, addresses } }: Placed<FtmRow>,
  { list }: ReadContext,
  report: Report,
): OfficialRecord[] {
  const names = unique(
    NAMES.flatMap(([property, type]) =>
      texts(entity, property).flatMap((text, index) => {
        const name = clean(text);
        // Only the first name is taken for the legal one: the others are its variants.
        const own = type === 'legal' && index > 0 ? ('alias' as const) : type;
        return name === null ? [] : [{ name, type: own }];
      }),
    ),
  );
  const printed = clean(entity.caption) ?? names[0]?.name;
  if (printed === undefined || names.length === 0) {
    report('name', 'has no name');
    return [];
  }
  const dates = texts(entity, 'birthDate').flatMap((text) => {
    const date = partialDateIn(text);
    if (date === null) report('birthDate', `"${text}" is no date: left out`);
    return date ?? [];
  });
  return [
    {
      ...emptyRecord,
      list,
      record: entity.id,
      name: printed,
      kind: ftmKinds[entity.schema] ?? 'company',
      country: countryOf(entity),
      names,
      addresses: [...texts(entity, 'address'), ...addresses].flatMap((text) => {
        const cleaned = clean(text);
        return cleaned === null ? [] : [{ text: cleaned, country: null }];
      }),
      identifiers: uniqueIdentifiers(
        Object.entries(IDENTIFIERS).flatMap(([property, scheme]) =>
          texts(entity, property).flatMap((value) =>
            clean(value) === null ? [] : [identifier(scheme, value)],
          ),
        ),
      ),
      birthDates: [...new Set(dates)],
      programme: clean(texts(entity, 'programId').join('; ')),
      original: original(entity),
    },
  ];
}

function countryOf(entity: FtmEntity): string | null {
  const codes = COUNTRIES.flatMap((property) => texts(entity, property)).flatMap(
    (code) => countryCode(code) ?? [],
  );
  return new Set(codes).size === 1 ? (codes[0] ?? null) : null;
}

function original(entity: FtmEntity): Record<string, string> {
  const properties = Object.entries(entity.properties).map(([key, values]) => [
    key,
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n'),
  ]);
  return {
    id: entity.id,
    schema: entity.schema,
    ...(entity.datasets && { datasets: entity.datasets.join('; ') }),
    ...Object.fromEntries(properties),
  };
}
