import type { OfficialReader } from '../reader.ts';
import { mapOfacSdn } from './map.ts';
import { readOfacSdn } from './read.ts';
import type { OfacRow } from './triple.ts';

/** OFAC Specially Designated Nationals in CSV. */
export const ofacSdn: OfficialReader<OfacRow> = {
  format: 'ofac-sdn',
  title: 'Specially Designated Nationals and Blocked Persons List (CSV)',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  parts: ['sdn.csv', 'alt.csv', 'add.csv', 'sdn_comments.csv'],
  read: readOfacSdn,
  map: mapOfacSdn,
};
