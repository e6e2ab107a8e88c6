import { labelOf } from '../component.ts';
import type { Finding } from './finding.ts';

/** `model (advisory) and mac (registry)`: the fields that matched, with the evidence of each. */
export function matchedWords({ matched }: Pick<Finding, 'matched'>): string {
  return matched.map(({ field, evidence }) => `${field} (${evidence})`).join(' and ');
}

/** The party with the path to the listed one, where there is one. */
export function partyWords({ party, path }: Pick<Finding, 'party' | 'path'>): string {
  return path === '' ? `${party.name} (${party.id})` : `${party.name} (${path})`;
}

/** What a finding amounts to, in few words. */
export function verdictWords({ kind, consequence }: Pick<Finding, 'kind' | 'consequence'>): string {
  if (kind === 'lead') return 'lead: nothing is determined';
  if (kind === 'provenance') return 'provenance: not covered equipment by itself';
  if (kind === 'possible-match') return 'possible match: for a person to verify';
  return consequence ?? 'match: nothing for the activities asked about';
}

const RELATIONS = { maker: 'is of', supplier: 'is supplied by', provenance: 'comes from' } as const;

/** One sentence that says what was found. */
export function sentenceOf(finding: Finding): string {
  const { component, kind, role } = finding;
  const relation =
    kind === 'lead'
      ? 'leads to'
      : kind === 'possible-match'
        ? `may be ${role === 'supplier' ? 'supplied by' : 'of'}`
        : RELATIONS[role];
  const what = `${labelOf(component)} ${relation} ${partyWords(finding)}`;
  return `${what}: ${verdictWords(finding)}. Matched on ${matchedWords(finding)}.`;
}
