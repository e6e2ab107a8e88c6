import { z } from 'zod';
import { looksLikeCompany, looksLikePerson } from './company-words.ts';
import { rowsOf, textOf } from './delimited.ts';
import { listFile } from './folders.ts';
import { type Kind, type ListedParty, partyOf } from './listed.ts';

const entitySchema = z.object({
  entity_id: z.number(),
  names: z.array(z.object({ full_name: z.string(), is_primary: z.boolean() })),
});

const kinds: Record<string, Kind> = {
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'aircraft',
  '-0-': 'company',
};

/** Every SDN entity of 2025-11 with its aliases; kinds from the SDN file of 2024-05, guessed for the newer ones. */
export function sdnParties(): ListedParty[] {
  const path = listFile('ofac/sdn_entities-2025-11.jsonl');
  if (path === undefined) return [];
  const stated = kindsByUid();
  const lines = textOf(path).split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { entity_id: uid, names } = entitySchema.parse(JSON.parse(line));
    const texts = [...names]
      .sort((a, b) => Number(b.is_primary) - Number(a.is_primary))
      .map(({ full_name }) => full_name);
    const kind = stated.get(String(uid)) ?? guess(texts);
    const sure = stated.has(String(uid)) || texts.some(looksLikeCompany);
    const party = partyOf(`ofac:${uid}`, kind, sure, texts);
    return party ? [party] : [];
  });
}

/** OFAC's consolidated non-SDN lists of 2025-12. */
export function nonSdnParties(): ListedParty[] {
  const primary = listFile('ofac/non-sdn-2025-12/cons_prim.csv');
  const alternate = listFile('ofac/non-sdn-2025-12/cons_alt.csv');
  if (primary === undefined || alternate === undefined) return [];
  const aliases = Map.groupBy(rowsOf(alternate), (row) => row[0] ?? '');
  return rowsOf(primary).flatMap((row) => {
    const [uid = '', name = '', kind = ''] = row.map((cell) => cell.trim());
    const texts = [name, ...(aliases.get(uid) ?? []).map((alias) => alias[3] ?? '')];
    const party = partyOf(`ofac:${uid}`, kinds[kind] ?? 'company', true, texts);
    return party ? [party] : [];
  });
}

function kindsByUid(): Map<string, Kind> {
  const path = listFile('ofac/2024-05/sdn-2024-05-03.csv');
  if (path === undefined) return new Map();
  return new Map(
    rowsOf(path).map((row) => [row[0] ?? '', kinds[(row[2] ?? '').trim()] ?? 'company']),
  );
}

function guess(texts: readonly string[]): Kind {
  const first = texts[0] ?? '';
  const person = !texts.some(looksLikeCompany) && looksLikePerson(first) && /\p{Ll}/u.test(first);
  return person ? 'person' : 'company';
}
