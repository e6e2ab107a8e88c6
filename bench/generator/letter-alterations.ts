import type { Random } from '../random.ts';
import type { Alteration } from './alteration.ts';
import { scanned } from './tables/confusions.ts';
import { keyboardNeighbours } from './tables/keyboard.ts';
import { soundAlikes } from './tables/romanisation.ts';
import { companyParts, replaceAt } from './words.ts';

type Edit = (name: string, random: Random) => string | undefined;

/** Slips of the hand, the eye and the ear; each acts on one place of the name proper. */
const edits: readonly { id: string; label: string; edit: Edit }[] = [
  { id: 'insertion', label: 'typing: letter inserted', edit: inserted },
  { id: 'deletion', label: 'typing: letter left out', edit: deleted },
  { id: 'substitution', label: 'typing: letter replaced', edit: substituted },
  { id: 'transposition', label: 'transposition', edit: transposed },
  { id: 'keyboard', label: 'keyboard neighbour', edit: keyboard },
  { id: 'scanning', label: 'scanning (OCR)', edit: scan },
  { id: 'phonetic', label: 'phonetic', edit: phonetic },
  { id: 'vowel-drop', label: 'vowels dropped', edit: vowelsDropped },
  { id: 'two-edits', label: 'two edits', edit: twoEdits },
];

export const letterAlterations: readonly Alteration[] = (['company', 'person'] as const).flatMap(
  (of) =>
    edits.map(({ id, label, edit }) => ({
      id: of === 'company' ? id : `person-${id}`,
      label,
      of,
      alter: (name: string, random: Random) => edit(name, random),
    })),
);

/** Names too short or too common to stand a wrong letter: shown, but in no average. */
export const thinAlteration: Alteration = {
  id: 'thin',
  label: 'short or generic name, one letter wrong',
  of: 'company',
  alter: (name, random) =>
    random.pick([inserted, deleted, substituted, transposed, keyboard])(name, random),
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Positions of letters inside words of four letters or more of the name proper (not its legal form). */
function places(name: string): number[] {
  const { core } = companyParts(name);
  const from = name.indexOf(core[0] ?? '');
  const last = core.at(-1) ?? '';
  const to = name.lastIndexOf(last) + last.length;
  const found: number[] = [];
  for (const word of name.matchAll(/[a-z]{4,}/gi)) {
    for (let at = word.index; at < word.index + word[0].length; at++) {
      if (at >= from && at < to) found.push(at);
    }
  }
  return found;
}

function at(name: string, random: Random): number | undefined {
  const all = places(name);
  return all.length === 0 ? undefined : random.pick(all);
}

function inserted(name: string, random: Random): string | undefined {
  const place = at(name, random);
  if (place === undefined) return undefined;
  const letter = random.chance(0.4) ? name.charAt(place) : random.pick([...LETTERS]);
  const upper = /[A-Z]/.test(name.charAt(place + 1) || name.charAt(place));
  return (
    name.slice(0, place + 1) +
    (upper ? letter.toUpperCase() : letter.toLowerCase()) +
    name.slice(place + 1)
  );
}

function deleted(name: string, random: Random): string | undefined {
  const place = at(name, random);
  return place === undefined ? undefined : name.slice(0, place) + name.slice(place + 1);
}

function substituted(name: string, random: Random): string | undefined {
  const place = at(name, random);
  if (place === undefined) return undefined;
  const held = name.charAt(place).toLowerCase();
  return replaceAt(name, place, 1, random.pick([...LETTERS].filter((letter) => letter !== held)));
}

function transposed(name: string, random: Random): string | undefined {
  const all = places(name).filter((place) => {
    const next = name.charAt(place + 1);
    return /[a-z]/i.test(next) && next.toLowerCase() !== name.charAt(place).toLowerCase();
  });
  if (all.length === 0) return undefined;
  const place = random.pick(all);
  const [a, b] = [name.charAt(place), name.charAt(place + 1)];
  return replaceAt(replaceAt(name, place, 1, b.toLowerCase()), place + 1, 1, a.toLowerCase());
}

function keyboard(name: string, random: Random): string | undefined {
  const place = at(name, random);
  if (place === undefined) return undefined;
  const near = keyboardNeighbours[name.charAt(place).toLowerCase()] ?? '';
  return near === '' ? undefined : replaceAt(name, place, 1, random.pick([...near]));
}

function scan(name: string, random: Random): string | undefined {
  return replaceOne(name, random, scanned);
}

function phonetic(name: string, random: Random): string | undefined {
  return replaceOne(
    name,
    random,
    [...soundAlikes, ...soundAlikes.map(([a, b]) => [b, a] as const)],
    'i',
  );
}

/** Replaces one occurrence of one of the pairs, chosen among all that lie in places of the name proper. */
export function replaceOne(
  name: string,
  random: Random,
  pairs: readonly (readonly [string, string])[],
  flags = '',
): string | undefined {
  const allowed = new Set(places(name));
  const found = pairs.flatMap(([from, to]) =>
    [...name.matchAll(new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), `g${flags}`))]
      .filter((hit) => allowed.has(hit.index))
      .map((hit) => ({ index: hit.index, length: from.length, to })),
  );
  if (found.length === 0) return undefined;
  const { index, length, to } = random.pick(found);
  return replaceAt(name, index, length, to);
}

function vowelsDropped(name: string, random: Random): string | undefined {
  const { core } = companyParts(name);
  const words = core.filter((word) => {
    const kept = word.replace(/(?<!^)[aeiou]/gi, '');
    return /^[a-z]{6,}$/i.test(word) && kept.length >= 4 && kept.length < word.length;
  });
  if (words.length === 0) return undefined;
  const word = random.pick(words);
  return name.replace(word, word.replace(/(?<!^)[aeiou]/gi, ''));
}

function twoEdits(name: string, random: Random): string | undefined {
  if (places(name).length < 8) return undefined;
  const kinds = [inserted, deleted, substituted, transposed, keyboard];
  const once = random.pick(kinds)(name, random);
  return once === undefined ? undefined : random.pick(kinds)(once, random);
}
