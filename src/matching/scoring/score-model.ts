/**
 * What is measured on a pair of names. Bits are log2 of how rare the words are, in tens.
 */
export const FEATURES = [
  'bias',
  'gap',
  'equalBits',
  'fuzzyBits',
  'firstBits',
  'lossBits',
  'fuzzyPairs',
  'shortFuzzy',
  'abbreviations',
  'joins',
  'truncations',
  'disorder',
  'contraryBits',
  'extraBits',
  'firstWord',
  'places',
  'numbers',
  'opposites',
  'cutWord',
  'acronym',
  'acronymBits',
  'legalSame',
  'legalAlike',
  'legalDiffers',
  'legalMissing',
  'firmForBare',
  'otherKind',
  'onePair',
  'coined',
  'wholeFuzzy',
  'commonMatch',
  'realWords',
  'single',
  'restWeight',
] as const;

export type Feature = (typeof FEATURES)[number];

export const FEATURE = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<
  Feature,
  number
>;

function model(coefficients: Partial<Record<Feature, number>>): Float64Array {
  return Float64Array.from(FEATURES, (name) => coefficients[name] ?? 0);
}

/**
 * Fitted by logistic regression on one half of the evaluation's names (`npm run eval`): the altered names of listed
 * parties, each class of alteration with the same weight, against the best resemblances of ordinary names, which
 * weigh five times as much each, since it is at their far end that a threshold lies. Not fitted but set: what
 * contradicts (places, numbers, opposites), initials of several words, and the lift of coined words.
 */
export const COMPANY_MODEL = model({
  bias: -2.73,
  gap: 1.12,
  equalBits: 2.02,
  fuzzyBits: 1.71,
  wholeFuzzy: 1.66,
  lossBits: -11.85,
  abbreviations: -2.96,
  joins: -2.95,
  disorder: -2.46,
  contraryBits: -1.8,
  extraBits: -1.42,
  commonMatch: -0.55,
  single: -1.67,
  onePair: -1.53,
  coined: 0.5,
  places: -14,
  numbers: -14,
  opposites: -10,
  cutWord: 3.18,
  acronym: -2.5,
  acronymBits: 3.3,
  legalSame: 0.72,
  legalAlike: -3.94,
  legalDiffers: -4.26,
  legalMissing: -2.94,
  firmForBare: -6,
  otherKind: -2,
});

export const PERSON_MODEL = model({
  bias: -3.0,
  gap: 0.68,
  equalBits: 3.33,
  fuzzyBits: 1.74,
  firstBits: -3.0,
  wholeFuzzy: 3.79,
  lossBits: -9.3,
  fuzzyPairs: -1.66,
  shortFuzzy: 1.22,
  abbreviations: -5.36,
  joins: -1.64,
  truncations: -2.83,
  extraBits: -1.8,
  contraryBits: -1.32,
  firstWord: -0.57,
  commonMatch: -0.73,
  realWords: -2.8,
  single: 2.29,
  onePair: -1.09,
  places: -4,
  numbers: -10,
  legalMissing: -4.06,
  firmForBare: -7.29,
  otherKind: -3,
});
