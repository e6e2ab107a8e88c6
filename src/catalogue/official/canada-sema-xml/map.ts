import { dayIn, partialDateIn } from '../dates.ts';
import { identifier } from '../identifiers.ts';
import { childText, flatten, type XmlElement } from '../input/xml.ts';
import { namesIn, unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';

/** One record of the list of the Special Economic Measures Act and the Magnitsky law. */
export function mapCanadaSema(
  { row }: Placed<XmlElement>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const field = (name: string) => clean(childText(row, name));
  const last = field('LastName');
  const given = field('GivenName');
  const entity = field('EntityOrShip');
  const printed = entity ?? [last, given].filter((part) => part !== null).join(', ');
  if (printed === '') {
    report('LastName', 'has no name');
    return [];
  }
  // The regulation under which it is listed ("Russia / Russie"), which is not the party's country.
  const regulation = field('Country')?.split(' / ')[0] ?? 'no regulation';
  const schedule = field('Schedule');
  const item = field('Item');
  const ship = field('ShipIMONumber');
  const listed = field('DateOfListing');
  const from = dayIn(listed ?? '');
  if (listed !== null && from === null) report('DateOfListing', `"${listed}" is no date: left out`);
  const birth = ship === null ? field('DateOfBirthOrShipBuildDate') : null;
  const birthDate = birth === null ? null : partialDateIn(birth);
  if (birth !== null && birthDate === null) {
    report('DateOfBirthOrShipBuildDate', `"${birth}" is no date: left out`);
  }
  const place = [regulation, schedule && `Schedule ${schedule}`, item && `item ${item}`];
  return [
    {
      ...emptyRecord,
      list: 'ca-sema',
      record: place.filter(Boolean).join(', '),
      name: printed,
      kind: ship !== null ? 'vessel' : entity !== null ? 'company' : 'person',
      names: unique([
        ...bilingual(printed),
        ...(field('Aliases')?.split(';') ?? []).flatMap((alias) =>
          alias.split(BETWEEN_ALIASES).flatMap((name) => namesIn(name, 'alias')),
        ),
      ]),
      identifiers: ship === null ? [] : [identifier('imo', ship)],
      birthDates: birthDate === null ? [] : [birthDate],
      programme: [regulation, schedule && `Schedule ${schedule}`].filter(Boolean).join(', '),
      from,
      original: stated(flatten(row)),
    },
  ];
}

/**
 * Aliases are parted by semicolons and, less surely, by a slash or before the name
 * of a language; commas also stand inside names ("Company, LLC") and part nothing.
 */
const BETWEEN_ALIASES =
  /\s+\/\s*|\s*\/\s+|(?<=[\p{L}"»”]{3})\/(?=[\p{L}"«“]{3})|[,(]?\s*\b(?:Russian|Belarus{1,2}ian|Ukrainian)\s*:\s*/u;

/** "English name/Nom français": both are the party's names. */
function bilingual(printed: string) {
  const [first = printed, ...others] = printed.split(/(?<=[\p{L})]{3})\/(?=\p{Lu}\p{Ll}+)/u);
  return [...namesIn(first), ...others.flatMap((name) => namesIn(name, 'alias'))];
}
