import { ordinaryCounts, WORD_CLASS } from '../../names/index.ts';
import type { NameForm } from './name-form.ts';

const { counts } = ordinaryCounts();
/** A word of fewer letters is borne by several firms soon enough. */
const SHORTEST_COINED = 5;

/** How many ordinary company names are known to hold the word; 0 for one that is not known. */
export function commonness(form: NameForm, i: number): number {
  const id = form.id[i] as number;
  return id < 0 ? 0 : (counts[id] ?? 0);
}

/** How common the commoner one of two words is. */
export function commonest(a: NameForm, i: number, b: NameForm, j: number): number {
  return Math.max(commonness(a, i), commonness(b, j));
}

/** Whether a word that is no part of a trade or a place is in use among ordinary names: it need not be misspelt. */
export function isReal(form: NameForm, i: number): boolean {
  return form.wordClass[i] === WORD_CLASS.core && commonness(form, i) > 0;
}

/** Whether a word is somebody's own: no part of a trade, a place or a common name, and unknown among ordinary names. */
export function isCoined(form: NameForm, i: number): boolean {
  const letters = (form.end[i] as number) - (form.start[i] as number);
  return (
    form.wordClass[i] === WORD_CLASS.core && letters >= SHORTEST_COINED && commonness(form, i) === 0
  );
}
