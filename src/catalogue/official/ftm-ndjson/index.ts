import type { OfficialReader } from '../reader.ts';
import { mapFtm } from './map.ts';
import { type FtmRow, readFtm } from './read.ts';

/** FollowTheMoney entities, one JSON object a line, with the delta files that follow them. */
export const ftmNdjson: OfficialReader<FtmRow> = {
  format: 'ftm-ndjson',
  title: 'FollowTheMoney entities (NDJSON)',
  publisher: null,
  parts: ['entities.ftm.json'],
  read: readFtm,
  map: mapFtm,
};
