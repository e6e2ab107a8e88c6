import { type Consequence, consequences } from '../../domain/effect.ts';
import { type Finding, type FindingKind, fails, findingKinds } from './finding.ts';

/** How many findings of each sort. */
export interface Counts {
  readonly findings: number;
  /** At or above the fail level, and not waived. */
  readonly failing: number;
  readonly waived: number;
  readonly byConsequence: Readonly<Partial<Record<Consequence, number>>>;
  readonly byKind: Readonly<Partial<Record<FindingKind, number>>>;
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  return {
    findings: findings.length,
    failing: count(fails),
    waived: count(({ waiver }) => waiver !== null),
    byConsequence: tally(consequences, (one) => count(({ consequence }) => consequence === one)),
    byKind: tally(findingKinds, (one) => count(({ kind }) => kind === one)),
  };
}

/** Numbers above zero, by what they count. */
function tally<Key extends string>(keys: readonly Key[], count: (key: Key) => number) {
  const counted: Partial<Record<Key, number>> = {};
  for (const key of keys) {
    const number = count(key);
    if (number > 0) counted[key] = number;
  }
  return counted;
}
