import type { XmlElement } from '../input/xml.ts';
import type { OfficialReader } from '../reader.ts';
import { mapOfacEnhanced } from './map.ts';
import { readOfacEnhanced } from './read.ts';

/** OFAC's "enhanced" XML, of the SDN list or the consolidated ones, plain or zipped. */
export const ofacEnhanced: OfficialReader<XmlElement> = {
  format: 'ofac-enhanced',
  title: 'OFAC lists (enhanced XML)',
  publisher: 'Office of Foreign Assets Control, US Department of the Treasury',
  parts: ['CONS_ENHANCED.XML'],
  read: readOfacEnhanced,
  map: mapOfacEnhanced,
};
