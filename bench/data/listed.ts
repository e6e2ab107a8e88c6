/** The kinds of the product's contract; the evaluation needs no more of it than these words. */
export type Kind =
  | 'company'
  | 'institution'
  | 'government'
  | 'person'
  | 'vessel'
  | 'aircraft'
  | 'brand';

export type NameType =
  | 'legal'
  | 'short'
  | 'alias'
  | 'weak-alias'
  | 'former'
  | 'brand'
  | 'acronym'
  | 'transliteration';

export interface ListedText {
  readonly text: string;
  readonly type: NameType;
}

/** A party as a list file gives it. */
export interface ListedParty {
  /** Stable across runs and, where the list has ids, across files; cases are split by it. */
  readonly key: string;
  readonly kind: Kind;
  /** Whether the file states the kind, or the name leaves no doubt: only such parties make cases. */
  readonly kindIsSure: boolean;
  readonly names: readonly ListedText[];
  /** The same names in another script, where the file carries both. */
  readonly native: readonly string[];
}

/** One row of an index: exactly what the engine's `buildIndex` takes. */
export interface IndexedName {
  readonly party: number;
  readonly text: string;
  readonly type: NameType;
  readonly kind: Kind;
}

/** Names to be indexed together, and whose they are. */
export interface Corpus {
  readonly label: string;
  readonly parties: readonly ListedParty[];
  /** `party` is the position in `parties`. */
  readonly names: readonly IndexedName[];
}

export function corpusOf(label: string, parties: readonly ListedParty[]): Corpus {
  const names = parties.flatMap((party, ordinal) =>
    party.names.map(({ text, type }) => ({ party: ordinal, text, type, kind: party.kind })),
  );
  return { label, parties, names };
}

/** Letters and digits in lower case, words in alphabetical order: equal for names that differ in form only. */
export function plainKey(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .sort()
    .join(' ');
}

/** A party from loose strings: blanks and repetitions dropped, the first name is the legal one. */
export function partyOf(
  key: string,
  kind: Kind,
  kindIsSure: boolean,
  texts: readonly string[],
  native: readonly string[] = [],
): ListedParty | undefined {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const tidy = text.replace(/\s+/g, ' ').trim();
    const plain = plainKey(tidy);
    if (plain !== '' && !byKey.has(plain)) byKey.set(plain, tidy);
  }
  if (byKey.size === 0) return undefined;
  const names = [...byKey.values()].map((text, at) => ({
    text,
    type: at === 0 ? ('legal' as const) : ('alias' as const),
  }));
  return { key, kind, kindIsSure, names, native };
}
