import { mapCsl } from '../csl-csv/map.ts';
import type { Placed, ReadContext, Report } from '../reader.ts';
import { clean, type OfficialRecord } from '../record.ts';
import type { CslResult } from './read.ts';

/** Writes a result as the CSV file has it, so that both layouts give the same record. */
export function mapCslJson(
  { row, file, line }: Placed<CslResult>,
  context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const join = (values: readonly (string | null)[], mark: string) =>
    values.flatMap((value) => clean(value) ?? []).join(mark);
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string') fields[key] = value;
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
      fields[key] = join(value, '; ');
    }
  }
  const addresses = (row.addresses ?? []).map((part) =>
    join([part.address, part.city, part.state, part.postal_code, part.country], ', '),
  );
  const ids = (row.ids ?? []).map((part) =>
    join([part.type, part.number, part.country, part.issue_date, part.expiration_date], ', '),
  );
  const csv = {
    ...fields,
    _id: row.id,
    addresses: join(addresses, '; '),
    ids: join(ids, '; '),
  };
  return mapCsl({ row: csv, file, line }, context, report);
}
