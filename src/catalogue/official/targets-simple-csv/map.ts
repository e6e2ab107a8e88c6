import { countryCode } from '../../../domain/country.ts';
import { partialDateIn } from '../dates.ts';
import { ftmKinds } from '../ftm-ndjson/map.ts';
import { identifier, type PrintedIdentifier, uniqueIdentifiers } from '../identifiers.ts';
import { unique } from '../names.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, emptyRecord, type OfficialRecord, stated } from '../record.ts';
import type { TargetRow } from './read.ts';

/** A row as the record of the feed's own list. */
export function mapTarget(
  { row }: Placed<TargetRow>,
  { list }: ReadContext,
  report: Report,
): OfficialRecord[] {
  const id = clean(row.id);
  const printed = clean(row.name);
  if (id === null || printed === null) {
    report(id === null ? 'id' : 'name', 'is empty');
    return [];
  }
  const countries = parts(row.countries).flatMap((code) => countryCode(code) ?? []);
  const birthDates = parts(row.birth_date).flatMap((text) => {
    const date = partialDateIn(text);
    if (date === null) report('birth_date', `"${text}" is no date: left out`);
    return date ?? [];
  });
  const kind = ftmKinds[row.schema ?? ''];
  if (kind === undefined)
    report('schema', `"${row.schema}" is no kind of party: taken for a company`);
  return [
    {
      ...emptyRecord,
      list,
      record: id,
      name: printed,
      kind: kind ?? 'company',
      country: new Set(countries).size === 1 ? (countries[0] ?? null) : null,
      names: unique([
        { name: printed, type: 'legal' as const },
        ...parts(row.aliases).map((name) => ({ name, type: 'alias' as const })),
      ]),
      addresses: parts(row.addresses).map((text) => ({ text, country: null })),
      identifiers: uniqueIdentifiers(parts(row.identifiers).map((value) => plain(value, kind))),
      birthDates: [...new Set(birthDates)],
      programme: clean(row.program_ids),
      original: stated(row),
    },
  ];
}

/** The export does not say what an identifier is; only "IMO" before a number shows it. */
function plain(value: string, kind: string | undefined): PrintedIdentifier {
  const numbered = /^IMO\s*\d{7}$/i.test(value);
  return identifier(numbered && kind === 'vessel' ? 'imo' : 'unspecified', value);
}

function parts(printed: string | undefined): string[] {
  return (printed ?? '').split(';').flatMap((part) => clean(part) ?? []);
}
