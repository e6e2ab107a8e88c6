import type { OfficialReader } from '../reader.ts';
import { mapTarget } from './map.ts';
import { readTargets, type TargetRow } from './read.ts';

/** OpenSanctions `targets.simple.csv`. */
export const targetsSimpleCsv: OfficialReader<TargetRow> = {
  format: 'targets-simple-csv',
  title: 'OpenSanctions targets (simplified CSV)',
  publisher: null,
  parts: ['targets.simple.csv'],
  read: readTargets,
  map: mapTarget,
};
