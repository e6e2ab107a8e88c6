import { recordsOf, textOf } from './delimited.ts';
import { listFile } from './folders.ts';
import { type Kind, type ListedParty, partyOf } from './listed.ts';

const hasOtherScript = (text: string) => /[^\p{Script=Latin}\P{L}]/u.test(text);
const isOtherScript = (text: string) => hasOtherScript(text) && !/\p{Script=Latin}/u.test(text);

/** UN Security Council entries with the name in its original script beside the Latin one. */
export function unParties(): ListedParty[] {
  const path = listFile('un/UN_consolidated-2026-02-27.xml');
  if (path === undefined) return [];
  const records = textOf(path).matchAll(/<(INDIVIDUAL|ENTITY)>([\s\S]*?)<\/\1>/g);
  return [...records].flatMap(([, tag, body = '']) => {
    const field = (name: string) =>
      (body.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1] ?? '').trim();
    const name = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map(field).join(' ');
    const native = field('NAME_ORIGINAL_SCRIPT');
    const kind = tag === 'INDIVIDUAL' ? 'person' : 'company';
    const party = partyOf(
      `un:${field('REFERENCE_NUMBER')}`,
      kind,
      true,
      [name],
      [native].filter(isOtherScript),
    );
    return party ? [party] : [];
  });
}

/** Ukrainian sanctions of 2026-03: persons and companies in Latin, Ukrainian and Russian letters. */
export function ukraineParties(): ListedParty[] {
  const path = listFile('ftm/ua_war_sanctions.targets.simple.csv');
  if (path === undefined) return [];
  const kinds: Record<string, Kind> = { Person: 'person', Company: 'company' };
  return recordsOf(path).flatMap((row) => {
    const kind = kinds[row.schema ?? ''];
    if (kind === undefined) return [];
    const all = [row.name ?? '', ...(row.aliases ?? '').split(';')].map((text) =>
      text.replaceAll('"', '').trim(),
    );
    const native = all.filter(isOtherScript);
    const latin = all.filter((text) => !hasOtherScript(text));
    const party = partyOf(`ua:${row.id}`, kind, true, latin, native);
    return party ? [party] : [];
  });
}
