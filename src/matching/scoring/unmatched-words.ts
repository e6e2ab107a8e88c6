import { areOpposites, WORD_CLASS } from '../../names/index.ts';
import type { NameForm } from '../listed/name-form.ts';
import { bitsOf } from '../listed/statistics.ts';
import { features } from './feature-values.ts';
import { FEATURE } from './score-model.ts';

/** Share of its weight that an unmatched word costs in the coverage, by class. */
const UNMATCHED_COST = new Float32Array(16).fill(1);
UNMATCHED_COST[WORD_CLASS.generic] = 0.7;
UNMATCHED_COST[WORD_CLASS.geographic] = 0.5;
UNMATCHED_COST[WORD_CLASS.business] = 1.3;
UNMATCHED_COST[WORD_CLASS.initial] = 0.5;
UNMATCHED_COST[WORD_CLASS.stop] = 0.3;
UNMATCHED_COST[WORD_CLASS.title] = 0.3;

let restBits = 0;
let restPlace = 0;
let restNumber = 0;
let restWeight = 0;
let restFirst = 0;
/** Words of the last pair without a partner that are neither generic nor places. */
let restDistinct = 0;

/**
 * Measures the words that have no partner in an alignment; bit i of `used` says that word i has one.
 *
 * @param beginning whether one name is the beginning of the other, cut off: what follows is missing, not contrary
 * @returns how many of them are neither generic nor places
 */
export function addUnmatched(
  a: NameForm,
  usedA: number,
  b: NameForm,
  usedB: number,
  beginning: boolean,
): number {
  restDistinct = 0;
  sumUnmatched(a, usedA);
  const bitsA = restBits;
  const placeA = restPlace;
  const numberA = restNumber;
  const weightA = restWeight;
  const firstA = restFirst;
  sumUnmatched(b, usedB);
  if (beginning) {
    features[FEATURE.restWeight] = 0.3 * (weightA + restWeight);
    return restDistinct;
  }
  features[FEATURE.restWeight] = weightA + restWeight;
  features[FEATURE.contraryBits] = Math.min(20, Math.min(bitsA, restBits)) / 10;
  features[FEATURE.extraBits] = Math.min(30, Math.max(bitsA, restBits)) / 10;
  features[FEATURE.places] = placeA !== 0 && restPlace !== 0 && placeA !== restPlace ? 1 : 0;
  features[FEATURE.numbers] = numberA !== 0 && restNumber !== 0 ? 1 : 0;
  features[FEATURE.firstWord] = firstA + restFirst;
  if (holdOpposites(a, usedA, b, usedB)) features[FEATURE.opposites] = 1;
  return restDistinct;
}

/** Whether a word that is left over on either side excludes one of the other: "import" and "export". */
function holdOpposites(a: NameForm, usedA: number, b: NameForm, usedB: number): boolean {
  for (let i = 0; i < a.count; i++) {
    if (((usedA >>> i) & 1) !== 0) continue;
    for (let j = 0; j < b.count; j++)
      if (((usedB >>> j) & 1) === 0 && areOpposites(a.id[i] as number, b.id[j] as number))
        return true;
  }
  return false;
}

/** Sums the words without a partner into the variables above. */
function sumUnmatched(form: NameForm, used: number): void {
  restBits = 0;
  restPlace = 0;
  restNumber = 0;
  restWeight = 0;
  restFirst = 0;
  let first = true;
  for (let i = 0; i < form.count; i++) {
    const wordClass = form.wordClass[i] as number;
    const free = ((used >>> i) & 1) === 0;
    if (first && wordClass !== WORD_CLASS.geographic && wordClass !== WORD_CLASS.stop) {
      first = false;
      if (free) restFirst = bitsOf(form.weight[i] as number) / 20;
    }
    if (!free) continue;
    const weight = (form.weight[i] as number) * (UNMATCHED_COST[wordClass] as number);
    restWeight += weight;
    if (wordClass === WORD_CLASS.geographic) restPlace = form.group[i] as number;
    else if (wordClass === WORD_CLASS.number) restNumber = form.group[i] as number;
    if (wordClass === WORD_CLASS.stop) continue;
    restBits += bitsOf(weight);
    if (wordClass !== WORD_CLASS.generic && wordClass !== WORD_CLASS.geographic) restDistinct++;
  }
}
