import type { Placed, ReadContext, Report } from '../reader.ts';
import type { OfficialRecord } from '../record.ts';
import { ofacParty } from './party.ts';
import type { OfacRow } from './triple.ts';

/** A row of the SDN list as its record. */
export function mapOfacSdn(
  { row }: Placed<OfacRow>,
  _context: ReadContext,
  report: Report,
): OfficialRecord[] {
  const party = ofacParty(row, report);
  return party === null ? [] : [{ ...party.record, list: 'sdn' }];
}
