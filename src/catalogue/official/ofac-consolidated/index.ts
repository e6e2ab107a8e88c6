import type { OfacRow } from '../ofac-sdn/triple.ts';
import type { OfficialReader } from '../reader.ts';
import { mapOfacConsolidated } from './map.ts';
import { readOfacConsolidated } from './read.ts';

/** OFAC's lists other than the SDN list, in CSV. */
export const ofacConsolidated: OfficialReader<OfacRow> = {
  format: 'ofac-consolidated',
  title: 'OFAC consolidated (non-SDN) lists (CSV)',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  parts: ['cons_prim.csv', 'cons_alt.csv', 'cons_add.csv', 'cons_comments.csv'],
  read: readOfacConsolidated,
  map: mapOfacConsolidated,
};
