import type { Consequence } from '../../domain/effect.ts';
import type { AnsweredDesignation, Match, Outcome, Screening } from '../../screening/answer.ts';
import type { Layout } from './layout.ts';

type Step = Match['explanation']['steps'][number];

/** What an outcome is called in a text. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  match: 'MATCH',
  'possible-match': 'POSSIBLE MATCH',
  'no-match': 'NO MATCH',
};

const OUTCOME_STYLES = {
  match: ['bold', 'red'],
  'possible-match': ['bold', 'yellow'],
  'no-match': ['bold'],
} as const;

export function styledOutcome(layout: Layout, outcome: Outcome): string {
  return layout.style([...OUTCOME_STYLES[outcome]], outcomeWords[outcome]);
}

const CONSEQUENCE_STYLES = {
  watch: 'dim',
  'red-flag': 'yellow',
  restricted: 'yellow',
  'license-required': 'yellow',
  prohibited: 'red',
  blocked: 'red',
} as const;

export function styledConsequence(layout: Layout, consequence: Consequence): string {
  return layout.style(CONSEQUENCE_STYLES[consequence], consequence);
}

/** What a relation of two words means, for a reader who knows nothing of how names are compared. */
const RELATION_WORDS: Readonly<Record<string, string>> = {
  equal: 'the same word',
  edit: 'letters differ',
  phonetic: 'sounds alike',
  skeleton: 'the same consonants',
  scan: 'letters that scanners confuse',
  plural: 'singular and plural',
  truncation: 'cut short',
  initial: 'an initial',
  abbreviation: 'an abbreviation',
  number: 'the same number',
  join: 'written together',
  split: 'written apart',
  acronym: 'an acronym',
  'legal form': 'legal form',
  transliteration: 'another transliteration',
  identifier: 'the same identifier',
  unmatched: 'no counterpart',
};

/** `"hikvison" for "hikvision": letters differ`. */
function stepWords({ query, listed, relation }: Step): string {
  const words = RELATION_WORDS[relation] ?? relation;
  if (query === null) return `"${listed}" is listed, not asked for`;
  if (listed === null) return `"${query}" is asked for, not listed`;
  return query === listed ? `"${query}": ${words}` : `"${query}" for "${listed}": ${words}`;
}

/** Word by word why two names are alike, what was added or taken off, and what would have changed it. */
export function explanationRows({
  steps,
  adjustments,
  counterfactual,
}: Match['explanation']): string[][] {
  const reasons = [
    ...steps.map((step) => {
      const numbers = `alike ${step.similarity.toFixed(2)}, weight ${step.weight.toFixed(2)}`;
      return `${stepWords(step)} (${numbers})`;
    }),
    ...adjustments.map(
      ({ reason, delta }) => `${reason}: ${delta < 0 ? '' : '+'}${delta.toFixed(3)}`,
    ),
    ...(counterfactual === null ? [] : [counterfactual]),
  ];
  return reasons.map((reason, index) => [index === 0 ? 'why' : '', reason]);
}

/** From when to when, as far as a document states it. */
export function periodWords({
  from,
  to,
  seenOn,
}: Pick<AnsweredDesignation, 'from' | 'to'> & { seenOn?: string | null }): string {
  const start =
    from !== null
      ? `from ${from}`
      : seenOn
        ? `start not stated, first seen ${seenOn}`
        : 'start not stated';
  if (to === null) return start;
  return from === null ? `${start}, until ${to}` : `${from} to ${to}`;
}

/** `in force`, `reported`. */
export function statusWords(status: string): string {
  return status.replace('-', ' ');
}

/** `subsidiary of`, `brand of`. */
export function relationWords(relation: string): string {
  return relation.replaceAll('-', ' ');
}

/** `1 party`, `2 parties`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** The one sentence that says what an answer amounts to. */
export function verdict({ outcome, determinations, coverage, asOf }: Screening): string {
  const strongest = determinations[0];
  if (strongest) return `the strongest consequence on ${asOf} is "${strongest.consequence}"`;
  if (outcome === 'match') return `no list that was asked about determines anything on ${asOf}`;
  if (outcome === 'possible-match') return 'nothing is determined until a person has verified it';
  return `in ${counted(coverage.lists.length, 'list', 'lists')} as of ${asOf}`;
}
