import { recordsOf } from './delimited.ts';
import { listFile } from './folders.ts';
import { type ListedParty, partyOf } from './listed.ts';

const sections = ['inksna', 'section_1286', 'section_154', 'section_5949', 'section_889'];

/** Parties of sections 889, 5949, 154, 1286 and of the INKSNA notices, from hand-kept tables. */
export function sectionParties(): ListedParty[] {
  return sections.flatMap((section) => {
    const path = listFile(`us-tables/special_leg/source_files/${section}.csv`);
    if (path === undefined) return [];
    return recordsOf(path).flatMap((row, at) => {
      const kind = row.schema === 'Person' ? 'person' : 'company';
      const texts = [row.name ?? '', ...(row.aliases ?? '').split(';')];
      const party = partyOf(`${section}:${at}`, kind, true, texts);
      return party ? [party] : [];
    });
  });
}
