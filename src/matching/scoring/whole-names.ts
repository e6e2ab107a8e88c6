import { startsWith, WORD_CLASS } from '../../names/index.ts';
import type { NameForm } from '../listed/name-form.ts';
import { SHORTEST_BEGINNING } from '../listed/name-keys.ts';

// Comparisons of two names as wholes: equal, the same letters, a beginning.

/** The same for a beginning that ends in the middle of a word. */
const SHORTEST_CUT = 9;

/** What `sameLetters` finds. */
export const NOTHING = 0;
export const ALL = 1;
export const BEGINNING = 2;
/** A beginning that ends in the middle of a word. */
export const CUT = 3;

/** Whether the letters of both names run the same, spaces apart, to the end or to the end of the shorter. */
export function sameLetters(a: NameForm, b: NameForm): number {
  if (a.bytes[a.start[0] as number] !== b.bytes[b.start[0] as number]) return NOTHING;
  let i = 0;
  let j = 0;
  let x = a.start[0] as number;
  let y = b.start[0] as number;
  let letters = 0;
  for (;;) {
    while (i < a.count && x === a.end[i]) x = a.start[++i] as number;
    while (j < b.count && y === b.end[j]) y = b.start[++j] as number;
    if (i === a.count || j === b.count) {
      if (i === a.count && j === b.count) return ALL;
      // Cut in the middle of a word: nobody is called "srednevol".
      const cut = i === a.count ? isCut(b, j, y) : isCut(a, i, x);
      if (cut && letters >= SHORTEST_CUT) return CUT;
      return letters >= SHORTEST_BEGINNING ? BEGINNING : NOTHING;
    }
    if (a.bytes[x++] !== b.bytes[y++])
      return nearlyOver(a, i, x, b, j, y) && letters >= SHORTEST_BEGINNING ? BEGINNING : NOTHING;
    letters++;
  }
}

/** Whether a name goes on in the middle of word i, by more than a plural's s. */
function isCut(form: NameForm, i: number, at: number): boolean {
  return at > (form.start[i] as number) && ((form.end[i] as number) - at > 2 || i < form.count - 1);
}

/**
 * Whether no more than the rest of a cut word is left of one name ("... Science an", "... Co., L") while the
 * other goes on: "... Works 7" and "... Works 8" are two names, not one cut off.
 */
function nearlyOver(a: NameForm, i: number, x: number, b: NameForm, j: number, y: number): boolean {
  return isRest(a, i, x) ? goesOn(b, j, y) : isRest(b, j, y) && goesOn(a, i, x);
}

function isRest(form: NameForm, i: number, at: number): boolean {
  const last = i === form.count - 1 && (form.end[i] as number) - at < 2;
  return last && form.wordClass[i] !== WORD_CLASS.number;
}

function goesOn(form: NameForm, i: number, at: number): boolean {
  return i < form.count - 1 || (form.end[i] as number) - at > 3;
}

/** Equal word for word, and in their legal forms. */
export function sameForms(a: NameForm, b: NameForm): boolean {
  if (a.hash !== b.hash || a.count !== b.count || a.legalCount !== b.legalCount) return false;
  for (let i = 0; i < a.count; i++) {
    if (a.wordClass[i] === WORD_CLASS.number && a.group[i] === b.group[i]) continue;
    const from = a.start[i] as number;
    const size = (a.end[i] as number) - from;
    if ((b.end[i] as number) - (b.start[i] as number) !== size) return false;
    if (!startsWith(a.bytes, from, b.bytes, b.start[i] as number, size)) return false;
  }
  return true;
}
