import { legalForm, RELATIONS, WORD_CLASS } from '../../names/index.ts';
import { type NameForm, wordText } from '../listed/name-form.ts';
import { alignment, comesFirst, compared } from '../scoring/score.ts';
import type { ExplanationStep } from '../types.ts';

/** The steps of the last score: pairs of words, words without a partner, legal forms. */
export function stepsOf(query: NameForm, listed: NameForm): ExplanationStep[] {
  const steps = compared === 'words' ? wordSteps(query, listed) : [wholeStep(query, listed)];
  if (query.legalCount + listed.legalCount > 0) {
    steps.push({
      query: legalText(query),
      listed: legalText(listed),
      relation: 'legal form',
      similarity: sharesLegalForm(query, listed) ? 1 : 0,
      weight: 0.02,
    });
  }
  return steps;
}

/** Both names as wholes: the same letters with other spaces, or a name and its initials. */
function wholeStep(query: NameForm, listed: NameForm): ExplanationStep {
  return {
    query: words(query, 0, query.count),
    listed: words(listed, 0, listed.count),
    relation: compared === 'initials' ? 'acronym' : 'join',
    similarity: 1,
    weight: 1,
  };
}

function wordSteps(query: NameForm, listed: NameForm): ExplanationStep[] {
  const swapped = !comesFirst(query, listed);
  const [a, b] = swapped ? [listed, query] : [query, listed];
  const heaviest = 2 * Math.max(heaviestWord(query), heaviestWord(listed));
  const steps: ExplanationStep[] = [];
  for (let p = 0; p < alignment.count; p++) {
    const left = words(a, alignment.a[p] as number, alignment.aSpan[p] as number);
    const right = words(b, alignment.b[p] as number, alignment.bSpan[p] as number);
    steps.push({
      query: swapped ? right : left,
      listed: swapped ? left : right,
      relation: relationName(alignment.relation[p] as number, swapped),
      similarity: round(alignment.similarity[p] as number),
      weight: round((alignment.weight[p] as number) / heaviest),
    });
  }
  const alone = (form: NameForm, used: number, side: 'query' | 'listed') => {
    for (let i = 0; i < form.count; i++) {
      if ((used >>> i) & 1) continue;
      const word = wordText(form, i);
      steps.push({
        query: side === 'query' ? word : null,
        listed: side === 'listed' ? word : null,
        relation: form.wordClass[i] === WORD_CLASS.number ? 'number without partner' : 'unmatched',
        similarity: 0,
        weight: round((2 * (form.weight[i] as number)) / heaviest),
      });
    }
  };
  alone(query, swapped ? alignment.usedB : alignment.usedA, 'query');
  alone(listed, swapped ? alignment.usedA : alignment.usedB, 'listed');
  return steps;
}

/** A join seen from the other side is a split. */
function relationName(code: number, swapped: boolean): string {
  const name = RELATIONS[code] ?? 'none';
  if (!swapped) return name;
  return name === 'join' ? 'split' : name === 'split' ? 'join' : name;
}

function heaviestWord(form: NameForm): number {
  let heaviest = 0.01;
  for (let i = 0; i < form.count; i++) heaviest = Math.max(heaviest, form.weight[i] as number);
  return heaviest;
}

function words(form: NameForm, at: number, span: number): string {
  let text = wordText(form, at);
  for (let i = at + 1; i < at + span; i++) text += ` ${wordText(form, i)}`;
  return text;
}

function sharesLegalForm(a: NameForm, b: NameForm): boolean {
  const codes = a.legal.subarray(0, a.legalCount);
  return b.legal.subarray(0, b.legalCount).some((code) => codes.includes(code));
}

function legalText(form: NameForm): string | null {
  if (form.legalCount === 0) return null;
  return Array.from(form.legal.subarray(0, form.legalCount), (code) => legalForm(code).id).join(
    ' ',
  );
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
