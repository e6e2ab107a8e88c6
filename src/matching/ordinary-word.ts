import { ordinaryCounts, WORD_CLASS } from '../names/index.ts';
import type { NameForm } from './name-form.ts';

const ordinary = ordinaryCounts().counts;
/** A word of fewer letters is borne by several firms soon enough. */
const SHORTEST_COINED = 5;

/** Whether a word is somebody's own: no part of a trade, a place or a common name, and unknown among ordinary names. */
export function isCoined(form: NameForm, i: number): boolean {
  const id = form.id[i] as number;
  const letters = (form.end[i] as number) - (form.start[i] as number);
  if (form.wordClass[i] !== WORD_CLASS.core || letters < SHORTEST_COINED) return false;
  return id < 0 || (ordinary[id] ?? 0) === 0;
}
