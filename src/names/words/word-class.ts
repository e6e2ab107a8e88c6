/**
 * What part a word plays in a name. The class decides how much it costs when the other name lacks it:
 * a distinctive word much, a generic one little, a number or a second place a great deal.
 */
export const WORD_CLASS = {
  core: 0,
  /** Words that any firm may add without becoming another: technology, group, international. */
  generic: 1,
  /** Countries, regions, cities; two different ones contradict each other. */
  geographic: 2,
  'legal-form': 3,
  /** Cardinals, ordinals, Roman numerals; two different ones contradict each other. */
  number: 4,
  title: 5,
  initial: 6,
  /** Articles and prepositions. */
  stop: 7,
  /** A line of business (electronics, shipping): common, but it tells siblings and strangers apart. */
  business: 8,
} as const;

export type WordClass = keyof typeof WORD_CLASS;

const CLASS_NAMES = Object.keys(WORD_CLASS) as WordClass[];

/** The class for a stored code; an unknown code is a core word. */
export function wordClassOf(code: number): WordClass {
  return CLASS_NAMES[code] ?? 'core';
}
