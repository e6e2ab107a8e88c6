import { type Consequence, severity } from '../../domain/effect.ts';
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
      layout.paragraph(matchWords(match, screening, layout), `${at + 1}. `),
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

function matchWords(match: Match, screening: Screening, layout: Layout): string {
  const { party, score, strength } = match;
  const country = party.country ?? 'country not stated';
  const who = `${layout.style('bold', party.name)} (${party.id}): ${country}, ${score.toFixed(2)} ${strength}`;
  const decided = match.dispositioned === undefined ? '' : '; held for a false positive before';
  return `${who}; ${consequenceWords(match, screening, layout)}${decided}`;
}

/** `prohibited first from 2019-08-13 (procure, use; ndaa-889, fcc-covered), and weaker`. */
function consequenceWords(match: Match, screening: Screening, layout: Layout): string {
  const effects = determining(match, screening);
  const [strongest] = effects.map(({ consequence }) => consequence).sort(byStrength);
  if (strongest === undefined) {
    return match.strength === 'possible'
      ? 'for a person to verify'
      : 'nothing is determined for what was asked';
  }
  const those = effects.filter(({ consequence }) => consequence === strongest);
  const [since] = those.flatMap(({ from }) => from ?? []).sort();
  const distinct = (words: readonly string[]) => [...new Set(words)].join(', ');
  const activities = distinct(those.map(({ activity }) => activity));
  const lists = distinct(those.map(({ list }) => list));
  const weaker = effects.length > those.length ? ', and weaker' : '';
  // Each has its own day: the one that is shown is the earliest.
  const from = those.length > 1 ? 'first from' : 'from';
  const start = since === undefined ? 'start not stated' : `${from} ${since}`;
  return `${styledConsequence(layout, strongest)} ${start} (${activities}; ${lists})${weaker}`;
}

/** The effects of a match that stand behind a determination of the answer, each with its first day. */
function determining({ party, strength, designations }: Match, { determinations }: Screening) {
  if (strength === 'possible') return [];
  return designations.flatMap(({ list, via, effects, from: begun }) => {
    const listed = via.at(-1)?.to ?? party.id;
    return effects.flatMap(({ activity, consequence, from }) =>
      determinations.some(
        (one) =>
          one.list === list.id &&
          one.party === listed &&
          one.activity === activity &&
          one.consequence === consequence,
      )
        ? [{ activity, consequence, list: list.id, from: from ?? begun }]
        : [],
    );
  });
}

function byStrength(a: Consequence, b: Consequence): number {
  return severity(b) - severity(a);
}
