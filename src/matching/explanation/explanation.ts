import { type NameForm, normalText } from '../listed/name-form.ts';
import { lifted } from '../scoring/chance.ts';
import { features } from '../scoring/feature-values.ts';
import { evidenceOf, modelFor, mostOfLast, scoreForms } from '../scoring/score.ts';
import { FEATURE, type Feature } from '../scoring/score-model.ts';
import { scoreOfEvidence } from '../scoring/score-scale.ts';
import { strengthOf } from '../scoring/thresholds.ts';
import type { Adjustment, Explanation } from '../types.ts';
import { round, stepsOf } from './explanation-steps.ts';

/** Scores two forms again and writes down why: the steps, then what was taken off or added. */
export function explain(
  asked: NameForm,
  listed: NameForm,
  further: readonly Adjustment[],
  threshold: number,
  lift: number,
): Explanation {
  const query = listed.kind === 'person' ? (asked.spelled ?? asked) : asked;
  const score = scoreForms(query, listed);
  const adjustments = score === 1 || score === 0 ? [] : deductions(modelFor(query, listed));
  const gain = lifted(score, lift, mostOfLast()) - score;
  const gained = gain > 0 ? [{ reason: 'few names are listed: chance is rarer', delta: gain }] : [];
  const others = [...gained, ...further];
  adjustments.push(...others.map(({ reason, delta }) => ({ reason, delta: round(delta) })));
  return {
    steps: stepsOf(query, listed),
    adjustments,
    normalised: { query: normalText(query), listed: normalText(listed) },
    counterfactual: counterfactual(score, adjustments, others, threshold),
  };
}

/** An explanation with one more reason, which changes no score. */
export function withReason(explanation: Explanation, reason: string): Explanation {
  return { ...explanation, adjustments: [...explanation.adjustments, { reason, delta: 0 }] };
}

/** Features that a person would name as one reason. */
const REASONS: readonly (readonly [string, readonly Feature[]])[] = [
  ['both names hold words that the other lacks', ['contraryBits']],
  ['one name holds further words', ['extraBits']],
  ['the first distinctive word has no partner', ['firstWord']],
  ['places conflict', ['places']],
  ['numbers differ', ['numbers']],
  ['words exclude one another', ['opposites']],
  ['words that are alike are both in use', ['realWords']],
  ['words in another order', ['disorder']],
  ['legal forms differ', ['legalAlike', 'legalDiffers', 'legalMissing']],
  ['a firm is no ship, aircraft or person', ['firmForBare']],
  ['names of different kinds', ['otherKind']],
  ['what agrees is a common word', ['commonMatch']],
  ['one word to go by', ['onePair', 'single']],
];

/** What each reason took off the last score: the score as it is, less the score without it. */
function deductions(model: Float64Array): Adjustment[] {
  const evidence = evidenceOf(model);
  const found: Adjustment[] = [];
  for (const [reason, names] of REASONS) {
    const part = names.reduce(
      (sum, name) => sum + (features[FEATURE[name]] as number) * (model[FEATURE[name]] as number),
      0,
    );
    const delta = round(scoreOfEvidence(evidence) - scoreOfEvidence(evidence - part));
    if (delta < 0) found.push({ reason, delta });
  }
  return found;
}

/** The heaviest deduction, and the score without it, where that would have changed the strength. */
function counterfactual(
  nameScore: number,
  adjustments: readonly Adjustment[],
  further: readonly Adjustment[],
  threshold: number,
): string | null {
  const total = clamp(nameScore + further.reduce((sum, { delta }) => sum + delta, 0));
  const worst = adjustments.reduce<Adjustment | null>(
    (found, next) => (next.delta < (found?.delta ?? 0) ? next : found),
    null,
  );
  if (worst === null) return null;
  const without = clamp(total - worst.delta);
  if (strengthOf(without, threshold) === strengthOf(total, threshold)) return null;
  return `without "${worst.reason}" ${without.toFixed(2)}`;
}

function clamp(score: number): number {
  return Math.max(0, Math.min(1, score));
}
