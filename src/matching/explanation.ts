import { legalForm, RELATIONS, WORD_CLASS } from '../names/index.ts';
import { type NameForm, normalText, wordText } from './name-form.ts';
import {
  alignment,
  comesFirst,
  evidenceOf,
  features,
  modelFor,
  scoreForms,
  scoreOfEvidence,
} from './score.ts';
import { FEATURE, type Feature } from './score-model.ts';
import { strengthOf } from './thresholds.ts';
import type { Adjustment, Explanation, ExplanationStep } from './types.ts';

/** Scores two forms again and writes down why: the steps, then what was taken off or added. */
export function explain(
  asked: NameForm,
  listed: NameForm,
  further: readonly Adjustment[],
  threshold: number,
): Explanation {
  const query = listed.kind === 'person' ? (asked.spelled ?? asked) : asked;
  const score = scoreForms(query, listed);
  const swapped = !comesFirst(query, listed);
  const [a, b] = swapped ? [listed, query] : [query, listed];
  const heaviest =
    2 *
    Math.max(
      0.01,
      ...query.weight.subarray(0, query.count),
      ...listed.weight.subarray(0, listed.count),
    );
  const steps: ExplanationStep[] = [];
  const words = (form: NameForm, at: number, span: number) =>
    Array.from({ length: span }, (_, k) => wordText(form, at + k)).join(' ');
  for (let p = 0; p < alignment.count; p++) {
    const left = words(a, alignment.a[p] as number, alignment.aSpan[p] as number);
    const right = words(b, alignment.b[p] as number, alignment.bSpan[p] as number);
    steps.push({
      query: swapped ? right : left,
      listed: swapped ? left : right,
      relation: RELATIONS[alignment.relation[p] as number] ?? 'none',
      similarity: round(alignment.similarity[p] as number),
      weight: round((alignment.weight[p] as number) / heaviest),
    });
  }
  const usedQuery = swapped ? alignment.usedB : alignment.usedA;
  const usedListed = swapped ? alignment.usedA : alignment.usedB;
  const alone = (form: NameForm, used: number, side: 'query' | 'listed') => {
    for (let i = 0; i < form.count; i++) {
      if ((used >>> i) & 1) continue;
      const word = wordText(form, i);
      steps.push({
        query: side === 'query' ? word : null,
        listed: side === 'listed' ? word : null,
        relation: form.wordClass[i] === WORD_CLASS.number ? 'number without partner' : 'unmatched',
        similarity: 0,
        weight: round((form.weight[i] as number) / heaviest),
      });
    }
  };
  alone(query, usedQuery, 'query');
  alone(listed, usedListed, 'listed');
  if (query.legalCount + listed.legalCount > 0) {
    steps.push({
      query: legalText(query),
      listed: legalText(listed),
      relation: 'legal form',
      similarity: sameLegalForm(query, listed) ? 1 : 0,
      weight: 0.02,
    });
  }
  const adjustments = score === 1 || score === 0 ? [] : deductions(modelFor(query, listed));
  adjustments.push(...further.map(({ reason, delta }) => ({ reason, delta: round(delta) })));
  return {
    steps,
    adjustments,
    normalised: { query: normalText(query), listed: normalText(listed) },
    counterfactual: counterfactual(score, adjustments, further, threshold),
  };
}

/** Features that a person would name as one reason. */
const REASONS: readonly (readonly [string, readonly Feature[]])[] = [
  ['both names hold words that the other lacks', ['contraryBits']],
  ['one name holds further words', ['extraBits', 'business']],
  ['the first distinctive word has no partner', ['firstWord']],
  ['places conflict', ['places']],
  ['a place is named by one side only', ['onePlace']],
  ['numbers differ', ['numbers']],
  ['a number is named by one side only', ['oneNumber']],
  ['words in another order', ['disorder']],
  ['legal forms differ', ['legalAlike', 'legalDiffers', 'legalMissing']],
  ['a firm is no ship, aircraft or person', ['firmForBare']],
  ['names of different kinds', ['otherKind']],
  ['one word in common only', ['onePair']],
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

function sameLegalForm(a: NameForm, b: NameForm): boolean {
  const codes = a.legal.subarray(0, a.legalCount);
  return b.legal.subarray(0, b.legalCount).some((code) => codes.includes(code));
}

function legalText(form: NameForm): string | null {
  if (form.legalCount === 0) return null;
  return Array.from(form.legal.subarray(0, form.legalCount), (code) => legalForm(code).id).join(
    ' ',
  );
}

function clamp(score: number): number {
  return Math.max(0, Math.min(1, score));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
