import type { OfficialReader } from '../reader.ts';
import { mapCsl } from './map.ts';
import { type CslRow, readCslCsv } from './read.ts';

/** trade.gov Consolidated Screening List, `consolidated.csv`. */
export const cslCsv: OfficialReader<CslRow> = {
  format: 'csl-csv',
  title: 'Consolidated Screening List (CSV)',
  publisher: 'International Trade Administration, US Department of Commerce',
  parts: ['consolidated.csv'],
  read: readCslCsv,
  map: mapCsl,
};
