import { countryCode } from '../../../domain/country.ts';
import { dayIn, partialDateIn } from '../dates.ts';
import { identifier, schemeOf, uniqueIdentifiers } from '../identifiers.ts';
import { childText, descendants, flatten, type XmlElement } from '../input/xml.ts';
import { kindOf } from '../kind.ts';
import { unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';

const LISTS: Readonly<Record<string, string>> = {
  'SDN List': 'sdn',
  'Sectoral Sanctions Identifications List': 'ssi',
  'Non-SDN Palestinian Legislative Council List': 'plc',
  'Non-SDN CMIC List': 'ns-cmic',
  'Non-SDN Menu-Based Sanctions List': 'ns-mbs',
  'CAPTA List': 'capta',
  'FSE List': 'fse',
};

/** The umbrella under which the others are published: no list of its own. */
const UMBRELLA = 'Consolidated List';

/** BCP 47 tags of the scripts that OFAC prints names in; the language is not stated. */
const SCRIPTS: Readonly<Record<string, string>> = {
  Cyrillic: 'und-Cyrl',
  Arabic: 'und-Arab',
  'Chinese Simplified': 'zh-Hans',
  'Chinese Traditional': 'zh-Hant',
};

/** An entity as a record of each list that it is on. */
export function mapOfacEnhanced(
  { row }: Placed<XmlElement>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const names = unique([...descendants(row, 'name')].flatMap(namesOf));
  const [first] = names;
  if (!first) {
    report('names', 'has no name');
    return [];
  }
  const uid = row.attributes.id ?? '';
  const addresses = [...descendants(row, 'address')].flatMap(addressOf);
  const features = [...descendants(row, 'feature')].map((feature) => ({
    type: childText(feature, 'type') ?? '',
    value: clean(childText(feature, 'value')) ?? '',
  }));
  const countries = new Set(addresses.flatMap(({ country }) => country ?? []));
  const base = {
    ...emptyRecord,
    record: uid,
    name: first.name,
    kind: kindOf([...descendants(row, 'entityType')][0]?.text ?? null) ?? ('company' as const),
    country: countries.size === 1 ? ([...countries][0] ?? null) : null,
    names,
    addresses,
    identifiers: uniqueIdentifiers([
      identifier('ofac-uid', uid),
      ...[...descendants(row, 'identityDocument')].flatMap(documentOf),
      ...features.flatMap(({ type, value }) => {
        const scheme = schemeOf(type);
        return scheme === null || value === '' ? [] : [identifier(scheme, value)];
      }),
    ]),
    birthDates: birthDates(features, report),
    programme: clean([...descendants(row, 'sanctionsProgram')].map(({ text }) => text).join('; ')),
    note: clean([...descendants(row, 'remarks')][0]?.text),
    original: stated(flatten(row)),
  };
  return [...descendants(row, 'sanctionsList')].flatMap((element) => {
    if (element.text === UMBRELLA) return [];
    const list = LISTS[element.text];
    if (list === undefined) {
      report('sanctionsList', `"${element.text}" is no list that is known here`);
      return [];
    }
    const from = dayIn(element.attributes.datePublished ?? '');
    return [{ ...base, list, from, ...particulars(list, features) }];
  });
}

/** A name stands in one script or several: each is a name of its own. */
function namesOf(element: XmlElement) {
  const primary = childText(element, 'isPrimary') === 'true';
  const weak = childText(element, 'isLowQuality') === 'true';
  const former = childText(element, 'aliasType') === 'F.K.A.';
  return [...descendants(element, 'translation')].flatMap((translation) => {
    const name = clean(childText(translation, 'formattedFullName'));
    if (name === null) return [];
    const lang = SCRIPTS[childText(translation, 'script') ?? ''];
    const latin = lang === undefined;
    const type = weak ? 'weak-alias' : former ? 'former' : primary && latin ? 'legal' : 'alias';
    return [{ name, type, ...(lang !== undefined && { lang }) } as const];
  });
}

function addressOf(element: XmlElement) {
  const country = childText(element, 'country');
  const [translation] = [...descendants(element, 'translation')];
  const parts = translation ? [...descendants(translation, 'addressPart')] : [];
  const values = parts.flatMap((part) => clean(childText(part, 'value')) ?? []);
  const text = clean([...values, ...(country === null ? [] : [country])].join(', '));
  return text === null ? [] : [{ text, country: countryCode(country ?? '') ?? null }];
}

function documentOf(element: XmlElement) {
  const scheme = schemeOf(childText(element, 'type') ?? '');
  const value = clean(childText(element, 'documentNumber'));
  return scheme === null || value === null ? [] : [identifier(scheme, value)];
}

interface Feature {
  readonly type: string;
  readonly value: string;
}

function birthDates(features: readonly Feature[], report: Report): string[] {
  const dates = features.flatMap(({ type, value }) => {
    if (type !== 'Birthdate') return [];
    const date = partialDateIn(value);
    if (date === null) report('Birthdate', `"${value}" is no date: left out`);
    return date ?? [];
  });
  return [...new Set(dates)];
}

function particulars(list: string, features: readonly Feature[]): Partial<OfficialRecord> {
  const values = (label: RegExp) =>
    features.filter(({ type }) => label.test(type)).map(({ value }) => value);
  if (list === 'ssi') return { scope: clean(values(/13662 Directive Determination/).join('; ')) };
  if (list !== 'ns-cmic') return {};
  const day = (label: RegExp) => {
    const date = values(label).flatMap((value) => partialDateIn(value) ?? [])[0];
    return date?.length === 10 ? date : null;
  };
  const listed = day(/^Listing Date \(CMIC\)/);
  const effective = day(/^Effective Date \(CMIC\)/);
  return {
    ...(listed !== null && { from: listed }),
    effects: effective === null ? [] : [{ activity: 'invest', from: effective }],
  };
}
