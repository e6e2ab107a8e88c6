import Fuse from 'fuse.js';
import type { NameType, Party } from '../../domain/party.ts';
import type { OpenScreener } from '../../screening/index.ts';
import { SEARCH_CANDIDATES } from '../limits.ts';

/** A party found by one of its names, and where in the name the text was found. */
export interface FoundParty {
  readonly party: Party;
  readonly matched: {
    readonly name: string;
    readonly type: NameType;
    /** Half-open ranges of UTF-16 units, as `slice` takes them. */
    readonly highlights: [number, number][];
  };
}

/**
 * The parties whose names come closest to a text, best first, each once. The
 * index finds the candidates among all names, by beginnings of words (someone is
 * still typing) and by likeness (someone mistyped); Fuse.js ranks only those and
 * says what to highlight. A candidate in which Fuse.js sees nothing, because the
 * words stand in another order, keeps the index's place behind.
 */
export function searchParties({ catalogue, screener }: OpenScreener, text: string): FoundParty[] {
  const { index } = screener;
  const ordinals = new Set(
    [
      ...index.search({ name: text }, { limit: SEARCH_CANDIDATES }),
      ...index.candidates(text, SEARCH_CANDIDATES),
    ].map(({ name }) => name),
  );
  const names = [...ordinals].map((ordinal) => catalogue.nameAt(ordinal));
  const fuse = new Fuse(names, {
    keys: ['text'],
    includeMatches: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.4,
  });
  const ranked = fuse.search(text).map(({ item, matches = [] }) => ({
    listed: item,
    highlights: matches.flatMap(({ indices }) =>
      indices.map(([from, to]): [number, number] => [from, to + 1]),
    ),
  }));
  const unseen = names.map((listed) => ({ listed, highlights: [] }));
  const found = new Map<number, FoundParty>();
  for (const { listed, highlights } of [...ranked, ...unseen]) {
    if (found.has(listed.party)) continue;
    const party = catalogue.partyAt(listed.party);
    const matched = { name: listed.text, type: listed.type, highlights };
    found.set(listed.party, { party, matched });
  }
  return [...found.values()];
}
