import { asciiText } from './letters/word-table.ts';
import type { NameKind } from './name-kind.ts';
import { foldedText } from './scripts/fold.ts';
import { latinise, visibleForm } from './scripts/latinise.ts';
import { emptySequence, readName } from './word-sequence.ts';
import { legalForm } from './words/legal-forms.ts';
import { baseVocabulary, type Vocabulary } from './words/vocabulary.ts';
import { type WordClass, wordClassOf } from './words/word-class.ts';

/** One word of a normalised name. */
export interface NameToken {
  /** Folded: lower-case ASCII letters and digits. */
  text: string;
  class: WordClass;
  /** The id of the legal form ("ltd", "gmbh") where the class is `legal-form`, else null. */
  legalForm: string | null;
}

/** A name in comparable form. */
export interface NormalName {
  /** As it was given. */
  original: string;
  /** Words in lower-case ASCII, parted by single spaces; normalising it again changes nothing. */
  folded: string;
  /** The name in its own script (NFKC, lower case, nothing invisible), null when that is Latin. */
  native: string | null;
  tokens: NameToken[];
  /** Ids of its legal forms, in the order of their appearance. */
  legalForms: string[];
  /** Latin readings: the folded form, and where it differs the form with words run together. */
  variants: string[];
}

let vocabulary: Vocabulary | undefined;
const sequence = emptySequence();
const NOT_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/**
 * The comparable form of a name. `kind` matters for persons only, whose initials stay apart and whose
 * words are never legal forms; the default is a company.
 *
 * @example normaliseName('华为技术有限公司').folded // "huawei technology co ltd"
 */
export function normaliseName(text: string, kind: NameKind = 'company'): NormalName {
  vocabulary ??= baseVocabulary();
  readName(text, kind === 'person', vocabulary, false, sequence);
  const tokens: NameToken[] = [];
  for (let i = 0; i < sequence.count; i++) {
    tokens.push({
      text: asciiText(sequence.bytes, sequence.start[i] as number, sequence.end[i] as number),
      class: wordClassOf(sequence.wordClass[i] as number),
      legalForm: null,
    });
  }
  const legalForms: string[] = [];
  for (let i = 0; i < sequence.legalCount; i++) {
    const { id } = legalForm(sequence.legal[i] as number);
    legalForms.push(id);
    tokens.push({ text: id, class: 'legal-form', legalForm: id });
  }
  const folded = foldedText(text, kind === 'person');
  const native = visibleForm(text).toLowerCase();
  const joined = folded.replaceAll(' ', '');
  return {
    original: text,
    folded,
    native: NOT_LATIN.test(native) ? native : null,
    tokens,
    legalForms,
    variants: joined === folded ? [folded] : [folded, joined],
  };
}

/** False for a name that holds nothing to compare: punctuation, symbols, invisible characters. */
export function isSearchable(text: string): boolean {
  return /[A-Za-z0-9]/.test(latinise(text));
}
