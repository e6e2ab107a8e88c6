import {
  asciiText,
  legalForm,
  letterMask,
  MAX_WORDS,
  type NameKind,
  WORD_CLASS,
  type WordSequence,
} from '../../names/index.ts';
import { type Statistics, weightOfUnknown } from './statistics.ts';

/**
 * A name made ready for alignment: words as byte ranges with class, group, weight and a mask of their
 * letters, side by side in flat arrays. Forms are reused; nothing is allocated while candidates are scored.
 */
export interface NameForm {
  count: number;
  kind: NameKind | undefined;
  bytes: Uint8Array;
  id: Int32Array;
  start: Uint32Array;
  end: Uint32Array;
  wordClass: Uint8Array;
  group: Int32Array;
  weight: Float32Array;
  /** Bit a..z for letters, bit 26..31 for digits. */
  letters: Int32Array;
  initials: Uint8Array;
  legalCount: number;
  legal: Uint8Array;
  hash: number;
  /** Keys of the initials, from `keyFrom` to `keyTo`: `acronyms.ts`. */
  keys: Uint32Array;
  keyFrom: number;
  keyTo: number;
  /** 1 when the name was written in another script than Latin. */
  foreign: number;
  /** Sum of the weights. */
  total: number;
  /** By which `word-pairs.ts` tells queries apart; 0: nothing is remembered of this form. */
  query: number;
  /** The form to use against a person, whose initials stand apart: "putin vv" -> "putin v v". */
  spelled: NameForm | null;
  /** Where that form is written, once there was one. */
  spare: NameForm | null;
}

/** Keys that initials have at most: two ways of joining hyphens, four of reading. */
export const MOST_KEYS = 8;

export function emptyForm(): NameForm {
  return {
    count: 0,
    kind: undefined,
    bytes: new Uint8Array(0),
    id: new Int32Array(MAX_WORDS),
    start: new Uint32Array(MAX_WORDS),
    end: new Uint32Array(MAX_WORDS),
    wordClass: new Uint8Array(MAX_WORDS),
    group: new Int32Array(MAX_WORDS),
    weight: new Float32Array(MAX_WORDS),
    letters: new Int32Array(MAX_WORDS),
    initials: new Uint8Array(MAX_WORDS),
    legalCount: 0,
    legal: new Uint8Array(8),
    hash: 0,
    keys: new Uint32Array(MOST_KEYS),
    keyFrom: 0,
    keyTo: 0,
    foreign: 0,
    total: 0,
    query: 0,
    spelled: null,
    spare: null,
  };
}

/**
 * A form of a name that was read, written into `form` (a new one by default); the bytes are copied, so that
 * it outlives the next reading.
 */
export function formOf(
  sequence: WordSequence,
  statistics: Statistics,
  kind: NameKind | undefined,
  form: NameForm = emptyForm(),
): NameForm {
  const { count } = sequence;
  form.count = count;
  form.kind = kind;
  form.hash = sequence.hash;
  form.keyTo = 0;
  form.foreign = sequence.foreign;
  form.total = 0;
  form.query = 0;
  form.spelled = null;
  const size = count === 0 ? 0 : (sequence.end[count - 1] as number);
  if (form.bytes.length < size) form.bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) form.bytes[i] = sequence.bytes[i] as number;
  for (let i = 0; i < count; i++) {
    const from = sequence.start[i] as number;
    const to = sequence.end[i] as number;
    const id = sequence.id[i] as number;
    const wordClass = sequence.wordClass[i] as number;
    form.id[i] = id;
    form.start[i] = from;
    form.end[i] = to;
    form.wordClass[i] = wordClass;
    form.group[i] = sequence.group[i] as number;
    form.initials[i] = sequence.initials[i] as number;
    form.letters[i] = letterMask(form.bytes, from, to);
    const weight =
      id >= 0 ? (statistics.weight[id] as number) : weightOfUnknown(wordClass, to - from);
    form.weight[i] = weight;
    form.total += weight;
  }
  form.legalCount = sequence.legalCount;
  form.legal.set(sequence.legal);
  if (kind === undefined && hasInitials(form)) form.spelled = spellInitials(form);
  return form;
}

function hasInitials(form: NameForm): boolean {
  for (let i = 0; i < form.count; i++) if (form.initials[i] === 1) return true;
  return false;
}

/** Writes the form with words that were joined of initials in single letters again. */
function spellInitials(form: NameForm): NameForm {
  const spelled = form.spare ?? emptyForm();
  form.spare = spelled;
  spelled.count = 0;
  spelled.total = 0;
  spelled.query = 0;
  spelled.keyTo = 0;
  spelled.kind = form.kind;
  spelled.bytes = form.bytes;
  spelled.foreign = form.foreign;
  const add = (i: number, start: number, end: number) => {
    if (spelled.count === MAX_WORDS) return;
    const at = spelled.count++;
    const single = end - start === 1;
    spelled.id[at] = single ? -1 : (form.id[i] as number);
    spelled.start[at] = start;
    spelled.end[at] = end;
    spelled.wordClass[at] = single ? WORD_CLASS.initial : (form.wordClass[i] as number);
    spelled.group[at] = single ? 0 : (form.group[i] as number);
    spelled.letters[at] = letterMask(form.bytes, start, end);
    spelled.weight[at] = single
      ? weightOfUnknown(WORD_CLASS.initial, 1)
      : (form.weight[i] as number);
    spelled.total += spelled.weight[at] as number;
  };
  for (let i = 0; i < form.count; i++) {
    const start = form.start[i] as number;
    const end = form.end[i] as number;
    if (form.initials[i] === 1 && end - start <= 4)
      for (let letter = start; letter < end; letter++) add(i, letter, letter + 1);
    else add(i, start, end);
  }
  return spelled;
}

export function wordText(form: NameForm, i: number): string {
  if (form.wordClass[i] === WORD_CLASS.number && (form.group[i] as number) > 0)
    return String((form.group[i] as number) & 0xffffff);
  return asciiText(form.bytes, form.start[i] as number, form.end[i] as number);
}

/** The normal form as text: folded words, then legal forms by their ids. */
export function normalText(form: NameForm): string {
  const parts: string[] = [];
  for (let i = 0; i < form.count; i++) parts.push(wordText(form, i));
  for (let i = 0; i < form.legalCount; i++) parts.push(legalForm(form.legal[i] as number).id);
  return parts.join(' ');
}
