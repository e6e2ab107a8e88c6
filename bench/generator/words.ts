import { formGroups, leadingForms } from './tables/company-forms.ts';

/** The words of a name as printed, punctuation left on. */
export function wordsOf(name: string): string[] {
  return name.trim().split(/\s+/).filter(Boolean);
}

/** Letters and digits of a word in lower case. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A company name taken apart: legal form before, the name proper, legal form after. */
export interface CompanyParts {
  readonly lead: readonly string[];
  readonly core: readonly string[];
  readonly tail: readonly string[];
}

const bareForm = (form: string) => wordsOf(form).map(bareWord).filter(Boolean).join(' ');
const trailing = new Set(formGroups.flat().map(bareForm));
const leading = new Set(leadingForms.map(bareForm));
const LONGEST_FORM = 4;

/**
 * @example companyParts('OOO Volna Trading') // lead [OOO], core [Volna, Trading]
 * @example companyParts('Hikvision Digital Technology Co., Ltd.') // tail [Co., Ltd.]
 */
export function companyParts(name: string): CompanyParts {
  let core = wordsOf(name);
  const lead: string[] = [];
  const tail: string[] = [];
  for (let size = LONGEST_FORM; size >= 1; size--) {
    if (core.length - size >= 1 && leading.has(bareForm(core.slice(0, size).join(' ')))) {
      lead.push(...core.slice(0, size));
      core = core.slice(size);
      break;
    }
  }
  for (let size = LONGEST_FORM; size >= 1; size--) {
    if (core.length - size >= 1 && trailing.has(bareForm(core.slice(-size).join(' ')))) {
      tail.push(...core.slice(-size));
      core = core.slice(0, -size);
      break;
    }
  }
  return { lead, core, tail };
}

/** Puts the parts together again, without a comma left hanging at the end. */
export function joinParts({ lead, core, tail }: CompanyParts): string {
  return [...lead, ...core, ...tail].join(' ').replace(/[,;]+$/, '');
}

const LITTLE = new Set('of the and for de la el al del y e und et in on von i'.split(' '));

/** Whether the word only joins others ("of", "and"). */
export function isLittle(word: string): boolean {
  return LITTLE.has(bareWord(word)) || bareWord(word) === '';
}

/** A person's name as lists print it: "FAMILY, Given Middle". */
export interface PersonParts {
  readonly family: string;
  readonly given: readonly string[];
}

/** The parts of a name with one comma; undefined for other names, whose order is not known. */
export function personParts(name: string): PersonParts | undefined {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  if (family === '' || given === '' || more.length > 0) return undefined;
  return { family, given: wordsOf(given) };
}

/** "AL-HASRI" -> "Al-Hasri": as a person's name stands in an address book. */
export function asWritten(word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length < 2 || letters !== letters.toUpperCase()) return word;
  return word
    .toLowerCase()
    .replace(/(^|[\s\-'’])(\p{L})/gu, (_, gap, letter) => gap + letter.toUpperCase());
}

/** `text` with the characters from `at` on, `length` of them, replaced; in the case of what stood there. */
export function replaceAt(text: string, at: number, length: number, by: string): string {
  const before = text.slice(at, at + length);
  const isUpper = before !== before.toLowerCase() && before === before.toUpperCase();
  const written = isUpper && length > 0 ? by.toUpperCase() : by;
  return text.slice(0, at) + written + text.slice(at + length);
}
