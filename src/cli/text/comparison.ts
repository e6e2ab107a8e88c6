import type { Match } from '../../screening/answer.ts';
import { type Layout, printableWithin } from './layout.ts';
import { explanationRows } from './words.ts';

/** Two names compared, as `GET /compare` answers. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly score: number;
  readonly strength: Match['strength'] | 'none';
  readonly explanation: Match['explanation'];
}

const VERDICTS = {
  exact: 'the same name',
  strong: 'a strong match',
  possible: 'a possible match',
  none: 'no match',
} as const;

/** The comparison as a person reads it. */
export function comparisonText(comparison: Comparison, layout: Layout): string {
  const { a, b, score, strength, explanation } = printableWithin(comparison);
  const rows = [
    ['score', `${layout.style('bold', score.toFixed(3))}, ${VERDICTS[strength]} (${strength})`],
    ...(explanation.normalised === null
      ? []
      : [['read as', `"${explanation.normalised.query}" and "${explanation.normalised.listed}"`]]),
    ...explanationRows(explanation),
  ];
  return [...layout.paragraph(`"${a}" and "${b}"`), ...layout.table(rows, '  '), ''].join('\n');
}
