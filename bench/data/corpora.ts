import { restrictedParties } from './bis.ts';
import { cslParties } from './csl.ts';
import { type Corpus, corpusOf, type ListedParty, plainKey } from './listed.ts';
import { nonSdnParties, sdnParties } from './ofac.ts';
import { ukraineParties, unParties } from './scripts.ts';
import { sectionParties } from './tables.ts';

/** The Consolidated Screening List alone, as its file has it: about 34,000 names. */
export function cslCorpus(): Corpus {
  return corpusOf('Consolidated Screening List 2022-05', merge(cslParties()));
}

/** Every US list at hand, parties of several files merged: about 60,000 names. */
export function usCorpus(): Corpus {
  const files = [
    cslParties,
    sdnParties,
    nonSdnParties,
    () => restrictedParties('us'),
    sectionParties,
  ];
  return corpusOf('all US lists', merge(files.flatMap((read) => read())));
}

/** Every list at hand that names parties, US and other: about 60,000 names. */
export function allCorpus(): Corpus {
  const others = [() => restrictedParties('abroad'), unParties, ukraineParties];
  return corpusOf('all lists', merge([...usCorpus().parties, ...others.flatMap((read) => read())]));
}

/** Parties whose list carries their name in two scripts: US, UN, Japanese, Canadian and Ukrainian lists. */
export function twoScriptParties(): ListedParty[] {
  const files = [
    () => restrictedParties('us'),
    () => restrictedParties('abroad'),
    unParties,
    ukraineParties,
  ];
  return files.flatMap((read) => read()).filter(({ native }) => native.length > 0);
}

/**
 * Joins records of one party: by OFAC's id, and companies also by an equal
 * first name of eight letters or more (a list of 2022 and its successor of 2026
 * name the same company). Persons of one name stay apart: they may be two.
 */
function merge(parties: readonly ListedParty[]): ListedParty[] {
  const merged = new Map<string, ListedParty>();
  const byName = new Map<string, string>();
  for (const party of parties) {
    const first = plainKey(party.names[0]?.text ?? '');
    const nameKey = party.kind === 'company' && first.length >= 8 ? first : undefined;
    const key = merged.has(party.key) ? party.key : ((nameKey && byName.get(nameKey)) ?? party.key);
    const known = merged.get(key);
    merged.set(key, known ? union(known, party) : party);
    if (nameKey !== undefined && !byName.has(nameKey)) byName.set(nameKey, key);
  }
  return [...merged.values()];
}

function union(a: ListedParty, b: ListedParty): ListedParty {
  const held = new Set(a.names.map(({ text }) => plainKey(text)));
  const fresh = b.names.filter(({ text }) => !held.has(plainKey(text)));
  return {
    ...a,
    kindIsSure: a.kindIsSure || b.kindIsSure,
    names: [...a.names, ...fresh.map(({ text }) => ({ text, type: 'alias' as const }))],
    native: [...new Set([...a.native, ...b.native])],
  };
}
