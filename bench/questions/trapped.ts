import { matchingThresholds } from '../../src/matching/index.ts';
import type { Trap } from '../generator/traps.ts';
import type { Matcher } from '../matchers/matcher.ts';
import { type Share, wilson } from '../measures/wilson.ts';

/** How often a class of must-not-match queries found the party that it does not denote. */
export interface TrapResult {
  readonly of: string;
  readonly possible: Share;
  readonly strong: Share;
  readonly examples: readonly {
    readonly query: string;
    readonly listed: string | null;
    readonly score: number;
  }[];
}

const EXAMPLES = 8;
const DEEPEST = 20;

export function trapped(matcher: Matcher, traps: readonly Trap[]): TrapResult[] {
  return [...Map.groupBy(traps, ({ of }) => of)].map(([of, ones]) => {
    const scored = ones.map(({ query, kind, listed, against }) => {
      const answers = matcher.search(query, kind, DEEPEST);
      const score = answers.find(({ party }) => against?.has(party) ?? true)?.score ?? 0;
      return { query, listed, score };
    });
    const above = (threshold: number) => scored.filter(({ score }) => score >= threshold);
    return {
      of,
      possible: wilson(above(matchingThresholds.possible).length, ones.length),
      strong: wilson(above(matchingThresholds.strong).length, ones.length),
      examples: above(matchingThresholds.strong)
        .sort((a, b) => b.score - a.score)
        .slice(0, EXAMPLES),
    };
  });
}
