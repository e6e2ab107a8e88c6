import type { XmlElement } from '../input/xml.ts';
import type { OfficialReader } from '../reader.ts';
import { mapUn } from './map.ts';
import { readUn } from './read.ts';

/** United Nations Security Council Consolidated List in XML. */
export const unXml: OfficialReader<XmlElement> = {
  format: 'un-xml',
  title: 'United Nations Security Council Consolidated List (XML)',
  publisher: 'United Nations Security Council',
  parts: ['consolidated.xml'],
  read: readUn,
  map: mapUn,
};
