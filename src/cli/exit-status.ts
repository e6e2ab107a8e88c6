import { type Consequence, consequences, severity } from '../domain/effect.ts';
import type { Screening } from '../screening/answer.ts';

/** What a command tells the shell. */
export const exitStatus = {
  /** Nothing at or above the fail level. */
  nothing: 0,
  /** Something at or above the fail level. */
  found: 1,
  /** The command could not do its work. */
  failed: 2,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** `--fail-on`: any match at all, then the consequences from the weakest to the strongest. */
export const failLevels = ['possible-match', ...consequences] as const;
export type FailLevel = (typeof failLevels)[number];

export const DEFAULT_FAIL_LEVEL: FailLevel = 'red-flag';

/** The strongest consequence that an answer determines; undefined where it determines none. */
export function strongestOf(screening: Pick<Screening, 'determinations'>): Consequence | undefined {
  // Determinations stand strongest first.
  return screening.determinations[0]?.consequence;
}

/** Whether an answer is at or above the level at which a command fails. */
export function reaches(
  screening: Pick<Screening, 'determinations' | 'outcome'>,
  level: FailLevel,
): boolean {
  if (level === 'possible-match') return screening.outcome !== 'no-match';
  const strongest = strongestOf(screening);
  return strongest !== undefined && severity(strongest) >= severity(level);
}
