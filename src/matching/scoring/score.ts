import { LOOSE, legalForm, OTHER_SCRIPT, RELATION, WORD_CLASS } from '../../names/index.ts';
import { spellingOf } from '../listed/acronyms.ts';
import type { NameForm } from '../listed/name-form.ts';
import { commonest, isCoined, isReal } from '../listed/ordinary-word.ts';
import { bitsOf } from '../listed/statistics.ts';
import { type Alignment, align, emptyAlignment } from './alignment.ts';
import { add, features } from './feature-values.ts';
import { COMPANY_MODEL, FEATURE, PERSON_MODEL } from './score-model.ts';
import {
  BEST_BY_FEW_INITIALS,
  BEST_BY_INITIALS,
  BEST_UNEQUAL,
  LEAST_INITIAL_BITS,
  scoreOfEvidence,
} from './score-scale.ts';
import { addUnmatched } from './unmatched-words.ts';
import { ALL, BEGINNING, CUT, NOTHING, sameForms, sameLetters } from './whole-names.ts';

/** Romanisations of one word are at least as alike. */
const LEAST_ROMANISED = 0.78;

/** The alignment of the last score, for explanations. */
export const alignment: Alignment = emptyAlignment();
/** What the last score compared: word by word, the letters of the whole names, or initials. */
export let compared: 'words' | 'letters' | 'initials' = 'words';

/** How likely two names denote the same, 0..1. Symmetric; 1 for equal normal forms. */
export function scoreForms(x: NameForm, y: NameForm): number {
  if (y.kind === 'person' && x.spelled !== null) x = x.spelled;
  else if (x.kind === 'person' && y.spelled !== null) y = y.spelled;
  // One orientation for either order of arguments: greedy ties cannot break the symmetry.
  return comesFirst(x, y) ? score(x, y) : score(y, x);
}

/** Whether `x` takes the first place in an alignment with `y`. */
export function comesFirst(x: NameForm, y: NameForm): boolean {
  if (x.count !== y.count) return x.count < y.count;
  if (x.hash !== y.hash) return x.hash < y.hash;
  return true;
}

/** The model for two forms: persons are compared by their own. */
export function modelFor(a: NameForm, b: NameForm): Float64Array {
  return a.kind === 'person' || b.kind === 'person' ? PERSON_MODEL : COMPANY_MODEL;
}

function score(a: NameForm, b: NameForm): number {
  align(a, b, alignment);
  compared = 'words';
  if (sameForms(a, b)) {
    features.fill(0);
    return 1;
  }
  if (!fillFeatures(a, b)) return 0;
  return scoreOfEvidence(evidenceOf(modelFor(a, b)));
}

/** The score that what was compared last can have at most, short of equality. */
export function mostOfLast(): number {
  if (compared !== 'initials') return BEST_UNEQUAL;
  const bits = 10 * (features[FEATURE.acronymBits] as number);
  return bits < LEAST_INITIAL_BITS ? BEST_BY_FEW_INITIALS : BEST_BY_INITIALS;
}

export function evidenceOf(model: Float64Array): number {
  let sum = 0;
  for (let f = 0; f < features.length; f++) sum += (features[f] as number) * (model[f] as number);
  return sum;
}

/** Measures what speaks for and against the alignment; false when no word has a partner. */
function fillFeatures(a: NameForm, b: NameForm): boolean {
  features.fill(0);
  features[FEATURE.bias] = 1;
  let restDistinct = 0;
  let full = 0;
  let matched = 0;
  let equalBits = 0;
  let fuzzyBits = 0;
  const sameScript = ((a.foreign ^ b.foreign) & LOOSE) === 0;
  const translated = ((a.foreign ^ b.foreign) & OTHER_SCRIPT) !== 0;
  let coined = false;
  let rarestPair = Number.POSITIVE_INFINITY;
  let strongPairs = 0;
  let lastA = -1;
  for (let p = 0; p < alignment.count; p++) {
    const weight = alignment.weight[p] as number;
    const spelt = alignment.similarity[p] as number;
    // Between scripts another romanisation is no wrong spelling; a word that is hardly alike is another word.
    const strictness = sameScript || spelt < LEAST_ROMANISED ? 1 : 0.55;
    const similarity = 1 - strictness * (1 - spelt);
    const relation = alignment.relation[p] as number;
    const bits = bitsOf(weight / 2);
    const common = commonest(a, alignment.a[p] as number, b, alignment.b[p] as number);
    if (relation !== RELATION.initial) rarestPair = Math.min(rarestPair, common);
    full += weight;
    matched += weight * similarity;
    if (relation === RELATION.equal || relation === RELATION.number) {
      equalBits += bits;
      if (isCoined(a, alignment.a[p] as number)) coined = true;
    } else {
      fuzzyBits += bits * similarity;
      add(FEATURE.lossBits, (bits * (1 - similarity)) / 10);
      if (relation === RELATION.truncation) add(FEATURE.truncations, 1);
      else if (relation === RELATION.join || relation === RELATION.split) add(FEATURE.joins, 1);
      else if (relation === RELATION.abbreviation || relation === RELATION.plural)
        add(FEATURE.abbreviations, translated ? 0 : 1);
      else {
        const i = alignment.a[p] as number;
        const j = alignment.b[p] as number;
        const n = (a.end[i] as number) - (a.start[i] as number);
        const m = (b.end[j] as number) - (b.start[j] as number);
        add(FEATURE.fuzzyPairs, strictness);
        if (isReal(a, i) && isReal(b, j)) add(FEATURE.realWords, 1);
        add(FEATURE.shortFuzzy, (strictness * Math.max(0, 8 - Math.min(n, m))) / 4);
      }
    }
    if (relation !== RELATION.initial && similarity >= 0.7) strongPairs++;
    if (
      p > 0 &&
      (alignment.a[p] as number) > lastA !==
        (alignment.b[p] as number) > (alignment.b[p - 1] as number)
    )
      features[FEATURE.disorder] = 1;
    lastA = alignment.a[p] as number;
  }
  const same = sameLetters(a, b);
  const spelling = spellingOf(a, b);
  if (matched === 0 && same === NOTHING && spelling === null) return false;
  if (same === ALL) {
    const wordByWord = fuzzyBits === 0 && alignment.count === a.count && a.count === b.count;
    if (!wordByWord) compared = 'letters';
    // "hangzhou hikvision" = "hangzhouhikvision": the words do not matter.
    features.fill(0);
    features[FEATURE.bias] = 1;
    features[FEATURE.joins] = 1;
    full = 1;
    matched = 1;
    fuzzyBits = bitsOf(Math.max(a.total, b.total));
  } else {
    if (same === CUT) features[FEATURE.cutWord] = 1;
    restDistinct = addUnmatched(a, alignment.usedA, b, alignment.usedB, same >= BEGINNING);
  }
  if (spelling !== null) {
    compared = 'initials';
    // The words of the longer name are spelt out in the letters of the shorter: none is missing.
    features.fill(0);
    features[FEATURE.bias] = 1;
    features[FEATURE.acronym] = 1;
    features[FEATURE.acronymBits] = spelling.bits / 10;
    features[FEATURE.commonMatch] = Math.log2(1 + spelling.common);
    // "Coim S.p.A." is a firm of that form; initials alone say nothing of a form.
    if (spelling.short.legalCount > 0) compareLegalForms(a, b);
    compareKinds(a, b);
    return true;
  }
  const rest = features[FEATURE.restWeight] as number;
  features[FEATURE.restWeight] = 0;
  const coverage = full === 0 ? 0 : matched / (full + rest);
  features[FEATURE.gap] = -Math.log(1.03 - coverage);
  features[FEATURE.equalBits] = Math.min(40, equalBits) / 10;
  features[FEATURE.fuzzyBits] = Math.min(40, fuzzyBits) / 10;
  features[FEATURE.firstBits] = Math.min(14, equalBits + fuzzyBits) / 10;
  if (restDistinct === 0) features[FEATURE.wholeFuzzy] = features[FEATURE.fuzzyBits] as number;
  if (rarestPair < Number.POSITIVE_INFINITY)
    features[FEATURE.commonMatch] = Math.log2(1 + rarestPair);
  if (a.count === 1 && b.count === 1) features[FEATURE.single] = 1;
  compareLegalForms(a, b);
  compareKinds(a, b);
  // "Hikvision Europe": a rare word and nothing else that tells firms apart.
  const plain = restDistinct === 0 && equalBits + fuzzyBits > 16;
  if (
    coined &&
    restDistinct === 0 &&
    features[FEATURE.places] === 0 &&
    features[FEATURE.firmForBare] === 0
  )
    features[FEATURE.coined] = 1;
  if (strongPairs < 2 && Math.max(a.count, b.count) > 1 && !plain) features[FEATURE.onePair] = 1;
  return true;
}

function compareLegalForms(a: NameForm, b: NameForm): void {
  if (a.legalCount === 0 && b.legalCount === 0) return;
  if (a.legalCount === 0 || b.legalCount === 0) {
    features[FEATURE.legalMissing] = 1;
    return;
  }
  let sameClass = false;
  for (let i = 0; i < a.legalCount; i++) {
    for (let j = 0; j < b.legalCount; j++) {
      const codeA = a.legal[i] as number;
      const codeB = b.legal[j] as number;
      if (codeA === codeB) {
        features[FEATURE.legalSame] = 1;
        return;
      }
      if (legalForm(codeA).class === legalForm(codeB).class) sameClass = true;
    }
  }
  features[sameClass ? FEATURE.legalAlike : FEATURE.legalDiffers] = 1;
}

/** A ship, an aircraft or a person has no legal form and no line of business. */
function compareKinds(a: NameForm, b: NameForm): void {
  const bare = isBare(a) ? a : isBare(b) ? b : null;
  if (bare === null) return;
  const other = bare === a ? b : a;
  if (isBare(other)) return;
  if (other.kind !== undefined) features[FEATURE.otherKind] = 1;
  if (other.legalCount > 0) features[FEATURE.firmForBare] = 1;
  else
    for (let i = 0; i < other.count; i++)
      if (other.wordClass[i] === WORD_CLASS.generic || other.wordClass[i] === WORD_CLASS.business)
        features[FEATURE.firmForBare] = 1;
}

function isBare(form: NameForm): boolean {
  return form.kind === 'vessel' || form.kind === 'aircraft' || form.kind === 'person';
}
