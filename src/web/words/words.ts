import type {
  Activity,
  Consequence,
  Decision,
  Evidence,
  MatchedField,
  NameType,
  PartyKind,
  RelationType,
  Status,
  Strength,
} from '../api/types.ts';
import { counted } from './dates.ts';

/** What the words of the interface are called for a reader. Only wording: nothing here decides. */

export const activityWords: Readonly<Record<Activity, string>> = {
  procure: 'Buy',
  use: 'Use',
  export: 'Export to',
  import: 'Import',
  invest: 'Invest in',
  transact: 'Deal with',
  authorize: 'Authorise equipment',
  fund: 'Fund',
  operate: 'Operate',
};

export const consequenceWords: Readonly<Record<Consequence, string>> = {
  watch: 'Watch',
  'red-flag': 'Red flag',
  restricted: 'Restricted',
  'license-required': 'Licence required',
  prohibited: 'Prohibited',
  blocked: 'Blocked',
};

export const statusWords: Readonly<Record<Status, string>> = {
  reported: 'Reported',
  proposed: 'Proposed',
  announced: 'Announced',
  'in-force': 'In force',
  suspended: 'Suspended',
  removed: 'Removed',
  lapsed: 'Lapsed',
};

/** What a person may decide on a match. */
export const decisionWords: Readonly<Record<Decision['decision'], string>> = {
  'true-match': 'True match: it is this party',
  'false-positive': 'False positive: it is another one',
  escalate: 'Escalate: someone else must decide',
};

export const relationWords: Readonly<Record<RelationType, string>> = {
  'subsidiary-of': 'subsidiary of',
  'owned-by': 'owned by',
  'affiliate-of': 'affiliate of',
  'brand-of': 'brand of',
  relabels: 'relabels products of',
  formerly: 'formerly',
};

/** How many of a list's parties are here: some lists name nobody, and of some nothing is loaded. */
export function holdsWords(list: { readonly parties: number; readonly complete: boolean }): string {
  const { parties, complete } = list;
  if (parties === 0) return complete ? 'it names no party' : 'none of its parties';
  return `${counted(parties, 'party', 'parties')}${complete ? '' : ', not all that it names'}`;
}

/** How far a list goes beyond the parties that it names. */
export function reachWords(rule: string): string {
  const words: Readonly<Record<string, string>> = {
    none: 'The named only',
    'subsidiaries-and-affiliates': 'Subsidiaries and affiliates',
    'owned-50': 'Owned 50 % or more',
  };
  return words[rule] ?? plain(rule);
}

export const evidenceWords: Readonly<Record<Evidence, string>> = {
  registry: 'company register',
  filing: 'filing',
  official: 'official document',
  press: 'press',
  community: 'community',
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  exact: 'exact match',
  strong: 'strong match',
  possible: 'possible match',
};

export const fieldWords: Readonly<Record<MatchedField, string>> = {
  name: 'name',
  identifier: 'identifier',
  brand: 'brand',
  model: 'model number',
  mac: 'MAC address block',
  fccId: 'FCC id grantee',
  cpe: 'CPE vendor',
  purl: 'package',
};

export const nameTypeWords: Readonly<Record<NameType, string>> = {
  legal: 'legal name',
  short: 'short name',
  alias: 'alias',
  'weak-alias': 'weak alias',
  former: 'former name',
  brand: 'brand',
  acronym: 'acronym',
  transliteration: 'transliteration',
};

export const kindWords: Readonly<Record<PartyKind, string>> = {
  company: 'Company',
  institution: 'Institution',
  government: 'Government body',
  person: 'Person',
  vessel: 'Vessel',
  aircraft: 'Aircraft',
  brand: 'Brand',
};

/** How two words of a name relate, for a reader who knows nothing of how names are compared. */
const WORD_RELATIONS: Readonly<Record<string, string>> = {
  equal: 'same word',
  edit: 'letters differ',
  phonetic: 'sounds alike',
  skeleton: 'same consonants',
  scan: 'letters that scanners confuse',
  plural: 'singular and plural',
  truncation: 'cut short',
  initial: 'initial',
  abbreviation: 'abbreviation',
  number: 'same number',
  join: 'written together',
  split: 'written apart',
  acronym: 'acronym',
  'legal form': 'legal form',
  transliteration: 'another transliteration',
  identifier: 'same identifier',
  unmatched: 'no counterpart',
  model: 'model number of this maker',
  chip: 'part number of this maker',
  mac: 'address block of this holder',
  'fcc-grantee': 'FCC grantee of this code',
  'cpe-vendor': 'vendor in CPE names',
  package: 'package of this publisher',
};

export function wordRelation(relation: string): string {
  return WORD_RELATIONS[relation] ?? relation;
}

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** `CN` as "China". */
export function countryWords(code: string | null): string {
  if (code === null) return 'country not stated';
  try {
    return COUNTRIES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** `vendor-document` as "vendor document". */
export function plain(word: string): string {
  return word.replaceAll('-', ' ');
}

/** A word that an earlier version of the page may not know yet, by its table, else as it is. */
export function worded<T extends string>(table: Readonly<Record<T, string>>, word: T): string {
  return table[word] ?? plain(word);
}
