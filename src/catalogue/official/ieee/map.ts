import { z } from 'zod';
import type { TableRow } from '../input/table.ts';
import type { Report } from '../reader.ts';
import { clean } from '../record.ts';

/** Hexadecimal digits of a block's prefix by registry: 24, 28 or 36 bits of the address. */
const DIGITS: Readonly<Record<string, number>> = {
  'MA-L': 6,
  'MA-M': 7,
  'MA-S': 9,
  IAB: 9,
  CID: 6,
};

/** A block of MAC addresses and who registered it. */
export const macBlockSchema = z.strictObject({
  prefix: z.string().regex(/^[0-9A-F]{6,9}$/),
  registry: z.string().min(1),
  organisation: z.string().min(1),
  address: z.string().min(1).nullable(),
});

export type MacBlock = z.infer<typeof macBlockSchema>;

/** A row of a registry as a block; null where it is none, which is reported. */
export function mapIeee(row: TableRow, report: Report): MacBlock | null {
  const registry = clean(row.Registry) ?? '';
  const prefix = clean(row.Assignment)?.toUpperCase() ?? '';
  const organisation = clean(row['Organization Name']);
  if (DIGITS[registry] !== prefix.length || !/^[0-9A-F]+$/.test(prefix)) {
    report('Assignment', `"${prefix}" is no block of the registry "${registry}"`);
    return null;
  }
  if (organisation === null) {
    report('Organization Name', 'is empty');
    return null;
  }
  return { prefix, registry, organisation, address: clean(row['Organization Address']) };
}
