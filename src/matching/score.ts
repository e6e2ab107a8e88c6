import { legalForm, RELATION, WORD_CLASS } from '../names/index.ts';
import { type Alignment, align, emptyAlignment } from './alignment.ts';
import type { NameForm } from './name-form.ts';

/** Share of its weight that an unmatched word costs, by class. */
const UNMATCHED_COST = new Float32Array(16).fill(1);
UNMATCHED_COST[WORD_CLASS.generic] = 0.7;
UNMATCHED_COST[WORD_CLASS.geographic] = 0.7;
UNMATCHED_COST[WORD_CLASS.business] = 1.3;
UNMATCHED_COST[WORD_CLASS.initial] = 0.5;
UNMATCHED_COST[WORD_CLASS.stop] = 0.3;
UNMATCHED_COST[WORD_CLASS.title] = 0.3;

/** The best score of names that are not equal: 1 is kept for equality. */
export const BEST_UNEQUAL = 0.99;

export const alignment: Alignment = emptyAlignment();

/** What took part in the last score, for explanations. */
export const factors = {
  base: 0,
  contrary: 1,
  places: 1,
  numbers: 1,
  information: 1,
  persons: 1,
  legal: 0,
};

/** How likely two names denote the same, 0..1. Symmetric; 1 for equal normal forms. */
export function scoreForms(x: NameForm, y: NameForm): number {
  // One orientation for either order of arguments: greedy ties cannot break the symmetry.
  return comesFirst(x, y) ? score(x, y) : score(y, x);
}

/** Whether `x` takes the first place in an alignment with `y`. */
export function comesFirst(x: NameForm, y: NameForm): boolean {
  if (x.count !== y.count) return x.count < y.count;
  if (x.hash !== y.hash) return x.hash < y.hash;
  return true;
}

function score(a: NameForm, b: NameForm): number {
  align(a, b, alignment);
  if (sameForms(a, b)) return 1;
  const person = a.person || b.person;
  let full = 0;
  let matched = 0;
  let information = 0;
  let strongPairs = 0;
  for (let p = 0; p < alignment.count; p++) {
    const weight = alignment.weight[p] as number;
    const similarity = alignment.similarity[p] as number;
    full += weight;
    matched += weight * similarity;
    information += (weight * similarity * similarity) / 2;
    if (alignment.relation[p] !== RELATION.initial && similarity >= 0.7) strongPairs++;
  }
  if (matched === 0) return 0;
  const restA = unmatched(a, alignment.usedA);
  const geoA = restPlaces;
  const numbersA = restNumbers;
  const restB = unmatched(b, alignment.usedB);
  const geoB = restPlaces;
  const numbersB = restNumbers;
  const factor = factors;
  factor.base = matched / (full + (person ? 0.5 : 1) * (restA + restB));
  const contrary = restA < restB ? restA : restB;
  factor.contrary = 1 - 0.45 * Math.min(1, (2 * contrary) / full);
  factor.places = geoA !== 0 && geoB !== 0 && geoA !== geoB ? 0.84 : 1;
  factor.numbers =
    numbersA !== 0 && numbersB !== 0 ? 0.6 : numbersA !== 0 || numbersB !== 0 ? 0.88 : 1;
  factor.information = information >= 0.5 ? 1 : 0.8 + 0.4 * information;
  factor.persons = 1;
  if (person) {
    if (strongPairs < 2 && Math.max(a.count, b.count) > 1) factor.persons = 0.7;
  }
  factor.legal = legalDifference(a, b);
  const result =
    factor.base *
      factor.contrary *
      factor.places *
      factor.numbers *
      factor.information *
      factor.persons -
    factor.legal;
  return Math.max(0, Math.min(BEST_UNEQUAL, result));
}

let restPlaces = 0;
let restNumbers = 0;

/** Cost of the words without a partner; leaves their first place and number in the variables above. */
function unmatched(form: NameForm, used: number): number {
  let rest = 0;
  restPlaces = 0;
  restNumbers = 0;
  for (let i = 0; i < form.count; i++) {
    if ((used >>> i) & 1) continue;
    const wordClass = form.wordClass[i] as number;
    rest += (form.weight[i] as number) * (UNMATCHED_COST[wordClass] as number);
    if (wordClass === WORD_CLASS.geographic) restPlaces = form.group[i] as number;
    else if (wordClass === WORD_CLASS.number) restNumbers = form.group[i] as number;
  }
  return rest;
}

/** Equal word for word, and in their legal forms. */
function sameForms(a: NameForm, b: NameForm): boolean {
  if (a.hash !== b.hash || a.count !== b.count || a.legalCount !== b.legalCount) return false;
  if (alignment.count !== a.count) return false;
  for (let p = 0; p < alignment.count; p++) {
    const relation = alignment.relation[p];
    if (relation !== RELATION.equal && relation !== RELATION.number) return false;
  }
  return true;
}

/** What differing legal forms cost: little, and least when one name has none. */
export function legalDifference(a: NameForm, b: NameForm): number {
  if (a.legalCount === 0 && b.legalCount === 0) return 0.002;
  if (a.legalCount === 0 || b.legalCount === 0) return 0.006;
  let sameClass = false;
  for (let i = 0; i < a.legalCount; i++) {
    for (let j = 0; j < b.legalCount; j++) {
      const codeA = a.legal[i] as number;
      const codeB = b.legal[j] as number;
      if (codeA === codeB) return 0.002;
      if (legalForm(codeA).class === legalForm(codeB).class) sameClass = true;
    }
  }
  return sameClass ? 0.01 : 0.02;
}
