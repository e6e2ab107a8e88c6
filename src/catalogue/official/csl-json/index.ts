import type { OfficialReader } from '../reader.ts';
import { mapCslJson } from './map.ts';
import { type CslResult, readCslJson } from './read.ts';

/** trade.gov Consolidated Screening List, `consolidated.json`. */
export const cslJson: OfficialReader<CslResult> = {
  format: 'csl-json',
  title: 'Consolidated Screening List (JSON)',
  publisher: 'International Trade Administration, US Department of Commerce',
  parts: ['consolidated.json'],
  read: readCslJson,
  map: mapCslJson,
};
