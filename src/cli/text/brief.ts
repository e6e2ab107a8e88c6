import type { Match, Screening } from '../../screening/answer.ts';
import { coverageCounts } from './coverage.ts';
import { type Layout, printable, printableWithin } from './layout.ts';
import { styledConsequence, styledOutcome, verdict } from './words.ts';

/**
 * An answer in few lines: the outcome, one line a match with the strongest that it
 * leads to and since when, what was not checked, and where the rest is.
 */
export function briefText(name: string, answer: Screening, layout: Layout): string {
  const screening = printableWithin(answer);
  const { matches, coverage, outcome } = screening;
  return [
    layout.style('bold', printable(name)),
    ...layout.paragraph(verdict(screening), `${styledOutcome(layout, outcome)}: `),
    ...matches.flatMap((match, at) =>
      layout.paragraph(matchWords(match, at, screening, layout), `${at + 1}. `),
    ),
    ...coverageCounts(coverage, layout),
    ...layout.paragraph(screening.disclaimer),
    layout.style(
      'dim',
      `${screening.id}, ${screening.screenedAt}; reasons and documents: --full; data: --json`,
    ),
    '',
  ].join('\n');
}

function matchWords(match: Match, at: number, screening: Screening, layout: Layout): string {
  const { party, score, strength } = match;
  const country = party.country ?? 'country not stated';
  const who = `${layout.style('bold', party.name)} (${party.id}): ${country}, ${score.toFixed(2)} ${strength}`;
  const decided = match.decided === undefined ? '' : `; ${decisionWords[match.decided.decision]}`;
  // Determinations stand strongest first.
  const own = screening.determinations.filter(({ grounds }) =>
    grounds.some((ground) => ground.match === at),
  );
  return `${who}; ${consequenceWords(match, own, layout)}${decided}`;
}

/** What a person decided before on this query and party. */
const decisionWords = {
  'true-match': 'held for a true match before',
  'false-positive': 'held for a false positive before',
  escalate: 'handed on for a decision before',
} as const;

/** `prohibited first from 2019-08-13 (procure, use; ndaa-889, fcc-covered), and weaker`. */
function consequenceWords(
  { strength }: Match,
  determinations: Screening['determinations'],
  layout: Layout,
): string {
  const strongest = determinations[0]?.consequence;
  if (strongest === undefined) {
    return strength === 'possible'
      ? 'for a person to verify'
      : 'nothing is determined for what was asked';
  }
  const those = determinations.filter(({ consequence }) => consequence === strongest);
  const [since] = those.flatMap(({ from }) => from ?? []).sort();
  const distinct = (words: readonly string[]) => [...new Set(words)].join(', ');
  const activities = distinct(those.map(({ activity }) => activity));
  const lists = distinct(those.map(({ list }) => list));
  const weaker = determinations.length > those.length ? ', and weaker' : '';
  // Each has its own day: the one that is shown is the earliest.
  const from = those.length > 1 ? 'first from' : 'from';
  const start = since === undefined ? 'start not stated' : `${from} ${since}`;
  return `${styledConsequence(layout, strongest)} ${start} (${activities}; ${lists})${weaker}`;
}
