import { countryCode } from '../../../domain/country.ts';
import { partyKindSchema } from '../../../domain/party.ts';
import { dayIn, partialDateIn } from '../dates.ts';
import { uniqueIdentifiers } from '../identifiers.ts';
import { unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';
import type { WatchlistRow } from './read.ts';

/** A row of a company's own list as its record. */
export function mapWatchlist(
  { row: { fields, mapping }, line }: Placed<WatchlistRow>,
  { list }: ReadContext,
  report: Report,
): OfficialRecord[] {
  const { columns } = mapping;
  const value = (column: string | undefined) =>
    column === undefined ? null : clean(fields[column]);
  const printed = value(columns.name);
  if (printed === null) {
    report(columns.name, 'is empty');
    return [];
  }
  const read = <T>(column: string | undefined, parse: (text: string) => T | null, what: string) => {
    const text = value(column);
    if (text === null || column === undefined) return null;
    const parsed = parse(text);
    if (parsed === null) report(column, `"${text}" is no ${what}: left out`);
    return parsed;
  };
  const country = read(columns.country, (text) => countryCode(text) ?? null, 'country');
  const kind = read(columns.kind, (text) => partyKindSchema.safeParse(text).data ?? null, 'kind');
  const birthDate = read(columns.birthDate, partialDateIn, 'date');
  const address = value(columns.address);
  return [
    {
      ...emptyRecord,
      list,
      record: value(columns.record) ?? `line ${line}`,
      lasting: value(columns.record) !== null,
      name: printed,
      kind: kind ?? mapping.kind,
      country,
      names: unique([
        { name: printed, type: 'legal' as const },
        ...mapping.names.flatMap(({ column, type, separator }) => {
          const text = value(column) ?? '';
          const parts = separator === undefined ? [text] : text.split(separator);
          return parts.flatMap((part) => {
            const name = clean(part);
            return name === null ? [] : [{ name, type }];
          });
        }),
      ]),
      addresses: address === null ? [] : [{ text: address, country }],
      identifiers: uniqueIdentifiers(
        mapping.identifiers.flatMap(({ column, scheme }) => {
          const text = value(column);
          return text === null ? [] : [{ scheme, value: text }];
        }),
      ),
      birthDates: birthDate === null ? [] : [birthDate],
      programme: value(columns.programme),
      from: read(columns.from, dayIn, 'date'),
      to: read(columns.to, dayIn, 'date'),
      note: value(columns.note),
      original: stated(fields),
    },
  ];
}
