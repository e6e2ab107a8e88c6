import type { Random } from '../random.ts';
import type { Alteration } from './alteration.ts';
import { replaceOne } from './letter-alterations.ts';
import { accented, invisible, lookAlikes, strangeSpaces } from './tables/confusions.ts';
import { arabic, chinese, slavic } from './tables/romanisation.ts';

type Change = (name: string, random: Random) => string | undefined;

const both = (pairs: readonly (readonly [string, string])[]) => [
  ...pairs,
  ...pairs.map(([a, b]) => [b, a] as const),
];
const systems = [both(slavic), both(arabic), both(chinese)];

/** What happens to the characters of a name on its way through scripts, forms and clipboards. */
const changes: readonly { id: string; label: string; keepsLetters?: true; change: Change }[] = [
  { id: 'transliteration', label: 'transliteration', change: romanised },
  { id: 'accents', label: 'accents', change: withAccents },
  { id: 'look-alike', label: 'look-alike letters', change: withLookAlikes },
  { id: 'invisible', label: 'invisible characters', keepsLetters: true, change: withInvisible },
  {
    id: 'case-punctuation',
    label: 'case and punctuation',
    keepsLetters: true,
    change: repunctuated,
  },
];

export const scriptAlterations: readonly Alteration[] = (['company', 'person'] as const).flatMap(
  (of) =>
    changes.map(({ id, label, keepsLetters = false, change }) => ({
      id: of === 'company' ? id : `person-${id}`,
      label,
      of,
      keepsLetters,
      alter: (name: string, random: Random) => change(name, random),
    })),
);

/** One or two sounds written by another system of romanisation; the system fits the name's looks. */
function romanised(name: string, random: Random): string | undefined {
  const pairs = systemOf(name);
  if (pairs === undefined) return undefined;
  const once = replaceOne(name, random, pairs, 'i');
  if (once === undefined || random.chance(0.5)) return once;
  return replaceOne(once, random, pairs, 'i') ?? once;
}

/** The system by which the name seems to be written; undefined for names that show none. */
function systemOf(name: string): readonly (readonly [string, string])[] | undefined {
  const [ru, ar, zh] = systems;
  if (/\b(al|abu|abd|bin|el)[ -]|ahm|muh|moh|ayn|qa|uss?a|allah|iyy/i.test(name)) return ar;
  if (/\b(zh|q|x)[aeiou]|[aeiou]ng\b(?<!ing)/i.test(name)) return zh;
  if (/[oe]v\b|ov[aoi]|sk[iy]|ich\b|aya\b|iya|stv|zav|shch|ogo\b|nii\b/i.test(name)) return ru;
  return undefined;
}

function withAccents(name: string, random: Random): string | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  if (plain !== name && random.chance(0.5)) return plain;
  return replaceLetters(name, random, 2, (letter) => accented[letter.toLowerCase()]);
}

function withLookAlikes(name: string, random: Random): string | undefined {
  return replaceLetters(name, random, 2, (letter) => lookAlikes[letter]);
}

/** Replaces up to `most` letters by one that the table has for them. */
function replaceLetters(
  name: string,
  random: Random,
  most: number,
  table: (letter: string) => string | undefined,
): string | undefined {
  const letters = [...name];
  const places = letters.flatMap((letter, at) => (table(letter) ? [at] : []));
  if (places.length === 0) return undefined;
  for (const at of random.sample(places, 1 + random.below(most))) {
    const letter = letters[at] ?? '';
    const other = random.pick([...(table(letter) ?? letter)]);
    letters[at] = letter === letter.toLowerCase() ? other : other.toUpperCase();
  }
  return letters.join('');
}

function withInvisible(name: string, random: Random): string | undefined {
  const letters = [...name];
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(letters.length + 1);
    const strange = letters[at] === ' ' && random.chance(0.4);
    letters.splice(at, strange ? 1 : 0, random.pick(strange ? strangeSpaces : invisible));
  }
  return letters.join('');
}

function repunctuated(name: string, random: Random): string | undefined {
  const changes: Change[] = [
    (text) => text.toLowerCase(),
    (text) => text.toUpperCase(),
    (text) => text.replace(/[.,'’"()]/g, ''),
    (text) => text.replace(/-/g, ' '),
    (text) => text.replace(/ (\p{L}{3,}) /u, '-$1 '),
    (text) => text.replace(/ (\p{L}{4,})$/u, ', $1'),
    (text) => `"${text}"`,
    (text) =>
      text.replace(/\b(\p{L})(\p{L}{1,3})\b/u, (acronym) =>
        /^[A-Z]+$/.test(acronym) ? [...acronym].join('.') : acronym,
      ),
    (text) => `${text}.`,
    (text) => text.replace(/ /g, '_'),
  ];
  for (const change of random.shuffled(changes)) {
    const changed = change(name, random);
    if (changed !== undefined && changed !== name) return changed;
  }
  return undefined;
}
