import { z } from 'zod';
import { looksLikeCompany } from './company-words.ts';
import { textOf } from './delimited.ts';
import { listFile } from './folders.ts';
import { type ListedParty, partyOf } from './listed.ts';

const recordsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.object({ english: z.string(), native: z.string().nullable() }),
    aliases: z.array(z.string()),
    source: z.object({ list_id: z.string() }),
  }),
);

/** Restricted-party tables of 2026-08: `us` for the lists of US agencies, else those of Japan and Canada. */
export function restrictedParties(where: 'us' | 'abroad'): ListedParty[] {
  const path = listFile('bis/restricted_parties-2026-08.json');
  if (path === undefined) return [];
  return recordsSchema
    .parse(JSON.parse(textOf(path)))
    .filter(({ source }) => source.list_id.startsWith('us-') === (where === 'us'))
    .flatMap(({ id, name, aliases }) => {
      const texts = [name.english, ...aliases].flatMap(unglued);
      const native =
        name.native && /[^\p{Script=Latin}\P{L}]/u.test(name.native) ? [name.native] : [];
      const party = partyOf(id, 'company', looksLikeCompany(name.english), texts, native);
      return party ? [party] : [];
    });
}

/** The table glues affiliates and other names to a name; each is a name of its own. */
function unglued(name: string): string[] {
  const own = name.replace(/^.*(?:Affiliated Entity|Subordinate Institution)\s*[-:]\s*/, '');
  return own.split(/ - (?=\p{Lu})/u);
}
