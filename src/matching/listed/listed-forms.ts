import { NAME_KINDS, type NameKind } from '../../names/index.ts';
import { FOREIGN_SHIFT, type IndexArrays, LEGAL, WEAK } from './index-arrays.ts';
import { emptyForm, type NameForm } from './name-form.ts';

const KIND_BITS = 0x0f;

export function kindOf(arrays: IndexArrays, name: number): NameKind {
  return NAME_KINDS[(arrays.nameKind[name] as number) & KIND_BITS] ?? 'company';
}

export function isWeak(arrays: IndexArrays, name: number): boolean {
  return ((arrays.nameKind[name] as number) & WEAK) !== 0;
}

/** A form to be filled by `loadForm`, over the bytes of the index. */
export function listedForm(arrays: IndexArrays): NameForm {
  const form = emptyForm();
  form.bytes = arrays.wordBytes;
  form.keys = arrays.acronymKeys;
  return form;
}

/** Fills a form with the listed name of this ordinal. */
export function loadForm(arrays: IndexArrays, name: number, form: NameForm): NameForm {
  const { nameWords, wordStart, wordClass, wordGroup, wordWeight, wordLetters } = arrays;
  form.kind = kindOf(arrays, name);
  form.hash = arrays.nameHash[name] as number;
  form.foreign = (arrays.nameKind[name] as number) >> FOREIGN_SHIFT;
  form.total = arrays.nameTotal[name] as number;
  form.keyFrom = arrays.acronymStart[name] as number;
  form.keyTo = arrays.acronymStart[name + 1] as number;
  let count = 0;
  let legal = 0;
  const end = arrays.nameStart[name + 1] as number;
  for (let at = arrays.nameStart[name] as number; at < end; at++) {
    const word = nameWords[at] as number;
    if (word >= LEGAL) {
      form.legal[legal++] = word & 0xff;
      continue;
    }
    form.id[count] = word;
    form.start[count] = wordStart[word] as number;
    form.end[count] = wordStart[word + 1] as number;
    form.wordClass[count] = wordClass[word] as number;
    form.group[count] = wordGroup[word] as number;
    form.weight[count] = wordWeight[word] as number;
    form.letters[count] = wordLetters[word] as number;
    form.initials[count] = 0;
    count++;
  }
  form.count = count;
  form.legalCount = legal;
  return form;
}
