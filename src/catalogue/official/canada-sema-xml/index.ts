import type { XmlElement } from '../input/xml.ts';
import type { OfficialReader } from '../reader.ts';
import { mapCanadaSema } from './map.ts';
import { readCanadaSema } from './read.ts';

/** Canada's consolidated list of autonomous sanctions in XML. */
export const canadaSemaXml: OfficialReader<XmlElement> = {
  format: 'canada-sema-xml',
  title: 'Consolidated Canadian Autonomous Sanctions List (XML)',
  publisher: 'Global Affairs Canada',
  parts: ['sema-lmes.xml'],
  read: readCanadaSema,
  map: mapCanadaSema,
};
