import type { NameKind } from '../names/index.ts';

export type NameType =
  | 'legal'
  | 'short'
  | 'alias'
  | 'weak-alias'
  | 'former'
  | 'brand'
  | 'acronym'
  | 'transliteration';

/** A name on a list, as an index takes it. */
export interface ListedName {
  /** Dense ordinal of the party, from 0. */
  party: number;
  text: string;
  type: NameType;
  kind: NameKind;
}

export interface Identifier {
  /** "lei", "duns", "imo" ...; compared without case. */
  scheme: string;
  value: string;
}

/** What is known of a party besides its names; fetched only for parties that matched by name. */
export interface PartyEvidence {
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  addresses: string[];
  identifiers: Identifier[];
  /** "1973", "1973-03" or "1973-03-25". */
  birthDates: string[];
}

export interface NameQuery {
  name?: string;
  kind?: NameKind;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  address?: string;
  birthDate?: string;
  identifiers?: Identifier[];
}

export type Strength = 'exact' | 'strong' | 'possible';

/** One step of an alignment: a word of the query against a word of the listed name; null = has no partner. */
export interface ExplanationStep {
  query: string | null;
  listed: string | null;
  /** "equal", "edit", "phonetic", "abbreviation", "legal form", "join", "unmatched" ... */
  relation: string;
  /** 0..1 */
  similarity: number;
  /** How much the step counts, 0..1; the steps of one explanation are comparable with one another. */
  weight: number;
}

export interface Adjustment {
  reason: string;
  /** What the score gained (> 0) or lost (< 0). */
  delta: number;
}

export interface Explanation {
  steps: ExplanationStep[];
  adjustments: Adjustment[];
  normalised: { query: string; listed: string };
  /** What would have changed the verdict, or null: "without the country conflict 0.91". */
  counterfactual: string | null;
}

export interface NameMatch {
  party: number;
  /** Ordinal of the listed name that matched best. */
  name: number;
  /** 0..1; 1 only for names that are equal after normalisation. */
  score: number;
  strength: Strength;
  /** Builds the explanation; nothing is computed before it is called. */
  explain(): Explanation;
}

export interface SearchOptions {
  /** Raises the level of a possible match; a lower value than the default has no effect. */
  threshold?: number;
  /**
   * For measuring: the lowest score returned, which may lie below the default
   * level of a possible match. What lies between the two is returned as possible.
   */
  floor?: number;
  /** Most parties to return; default 20. */
  limit?: number;
  evidence?: (party: number) => PartyEvidence;
}

export interface NameComparison {
  score: number;
  strength: Strength | 'none';
  explanation: Explanation;
}
