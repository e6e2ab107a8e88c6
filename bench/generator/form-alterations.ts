import type { Alteration } from './alteration.ts';
import { formGroups } from './tables/company-forms.ts';
import { cardinalWord, numberOf, ordinalDigits, ordinalWord, roman } from './tables/numerals.ts';
import { abbreviations, british } from './tables/vocabulary.ts';
import { bareWord, companyParts, joinParts, wordsOf } from './words.ts';

const longForms = new Map<string, string[]>();
for (const [word, short] of Object.entries(abbreviations)) {
  for (const form of short) {
    const key = bareWord(form);
    if (key.length >= 3) longForms.set(key, [...(longForms.get(key) ?? []), word]);
  }
}

const spellings = british.map(
  ([uk, us]) => [new RegExp(`\\b${uk}\\b`, 'i'), new RegExp(`\\b${us}\\b`, 'i'), uk, us] as const,
);

/** What happens to legal forms, standard words and numbers of a company's name. */
export const formAlterations: readonly Alteration[] = [
  {
    id: 'legal-form-changed',
    label: 'legal form changed',
    of: 'company',
    alter(name, random) {
      const parts = companyParts(name);
      if (parts.lead.length + parts.tail.length === 0) return undefined;
      const form = random.pick(random.pick(formGroups));
      return joinParts({
        lead: [],
        core: parts.core.map((w, i, all) => (i === all.length - 1 ? w.replace(/,$/, '') : w)),
        tail: [form],
      });
    },
  },
  {
    id: 'legal-form-dropped',
    label: 'legal form dropped',
    of: 'company',
    alter(name) {
      const parts = companyParts(name);
      if (parts.lead.length + parts.tail.length === 0) return undefined;
      return joinParts({ lead: [], core: parts.core, tail: [] });
    },
  },
  {
    id: 'abbreviation',
    label: 'abbreviation',
    of: 'company',
    alter(name, random) {
      const words = wordsOf(name);
      const at = random.shuffled([...words.keys()]).find((i) => formsOf(words[i] ?? '').length > 0);
      if (at === undefined) return undefined;
      const short = cased(random.pick(formsOf(words[at] ?? '')), words[at] ?? '');
      return words.map((word, i) => (i === at ? short : word)).join(' ');
    },
  },
  {
    id: 'number',
    label: 'number or ordinal',
    of: 'company',
    alter(name, random) {
      const words = wordsOf(name);
      const at = words.findIndex((word) => numberIn(word) !== undefined);
      const value = numberIn(words[at] ?? '');
      if (value === undefined) return undefined;
      const forms = [
        ordinalDigits(value),
        ordinalWord(value),
        cardinalWord(value),
        String(value),
        `No. ${value}`,
      ];
      if (value < 40) forms.push(roman(value));
      const others = forms.filter(
        (form) => form !== undefined && bareWord(form) !== bareWord(words[at] ?? ''),
      );
      return words.map((word, i) => (i === at ? random.pick(others) : word)).join(' ');
    },
  },
  {
    id: 'british',
    label: 'British or American spelling',
    of: 'company',
    alter(name) {
      let changed = name;
      for (const [ukWord, usWord, uk, us] of spellings) {
        if (ukWord.test(name)) changed = changed.replace(ukWord, (word) => cased(us, word));
        else changed = changed.replace(usWord, (word) => cased(uk, word));
      }
      return changed === name ? undefined : changed;
    },
  },
];

function formsOf(word: string): readonly string[] {
  const bare = bareWord(word);
  return abbreviations[bare] ?? longForms.get(bare) ?? [];
}

/** The number that a word writes: "27th", "No.5", "Twenty-Seventh"; not the years and codes above 999. */
function numberIn(word: string): number | undefined {
  const digits = word.match(/^(?:no\.?)?(\d{1,3})(?:st|nd|rd|th)?[.,]?$/i)?.[1];
  if (digits !== undefined && Number(digits) > 0) return Number(digits);
  return numberOf(word.replace(/[.,]$/, ''));
}

/** `word` in the case of `like`: all capitals, first capital or as it is. */
export function cased(word: string, like: string): string {
  const letters = like.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  if (/^\p{Lu}/u.test(letters)) return word.charAt(0).toUpperCase() + word.slice(1);
  return word.toLowerCase();
}
