import type { Alteration } from './alteration.ts';
import { addedGeneric, addedWords } from './tables/vocabulary.ts';
import { bareWord, companyParts, isLittle, joinParts, wordsOf } from './words.ts';

/** What happens to whole words of a company's name. */
export const wordAlterations: readonly Alteration[] = [
  {
    id: 'word-order',
    label: 'word order',
    of: 'company',
    keepsLetters: true,
    alter(name, random) {
      const parts = companyParts(name);
      if (parts.core.length < 2) return undefined;
      const core = [...parts.core];
      const [moved = ''] = core.splice(random.below(core.length), 1);
      core.splice(random.below(core.length + 1), 0, moved);
      return joinParts({ ...parts, core });
    },
  },
  {
    id: 'dropped-word',
    label: 'dropped word',
    of: 'company',
    alter(name, random, vocabulary) {
      const parts = companyParts(name);
      const keep = vocabulary.rarest(parts.core);
      const droppable = parts.core.flatMap((word, at) =>
        at !== keep && vocabulary.isCommon(word) && !isLittle(word) ? [at] : [],
      );
      if (droppable.length === 0 || parts.core.length < 3) return undefined;
      const dropped = random.pick(droppable);
      return joinParts({ ...parts, core: parts.core.filter((_, at) => at !== dropped) });
    },
  },
  {
    id: 'added-word',
    label: 'added word',
    of: 'company',
    alter: (name, random) => insertWord(name, random.pick(addedWords), random.next()),
  },
  {
    id: 'added-generic',
    label: 'added generic word',
    of: 'company',
    alter: (name, random) => insertWord(name, random.pick(addedGeneric), random.next()),
  },
  {
    id: 'initials',
    label: 'initial for a word',
    of: 'company',
    alter(name, random, vocabulary) {
      const parts = companyParts(name);
      const keep = vocabulary.rarest(parts.core);
      const candidates = parts.core.flatMap((word, at) =>
        at !== keep && vocabulary.isCommon(word) && /^\p{L}{4,}$/u.test(word) ? [at] : [],
      );
      if (candidates.length === 0) return undefined;
      const at = random.pick(candidates);
      const dot = random.chance(0.5) ? '.' : '';
      const core = parts.core.map((word, i) => (i === at ? ([...word][0] ?? '') + dot : word));
      return joinParts({ ...parts, core });
    },
  },
  {
    id: 'join',
    label: 'joined words',
    of: 'company',
    alter(name, random) {
      const parts = companyParts(name);
      const seams = parts.core.slice(1).flatMap((word, at) => {
        const before = parts.core[at] ?? '';
        return /\p{L}$/u.test(before) && /^\p{L}/u.test(word) ? [at] : [];
      });
      if (seams.length === 0) return undefined;
      const at = random.pick(seams);
      const core = [...parts.core];
      core.splice(at, 2, `${core[at]}${core[at + 1]}`);
      return joinParts({ ...parts, core });
    },
  },
  {
    id: 'split',
    label: 'split word',
    of: 'company',
    alter(name, random) {
      const parts = companyParts(name);
      const long = parts.core.flatMap((word, at) => (/^\p{L}{6,}$/u.test(word) ? [at] : []));
      if (long.length === 0) return undefined;
      const at = random.pick(long);
      const letters = [...(parts.core[at] ?? '')];
      const cut = 2 + random.below(letters.length - 4);
      const gap = random.chance(0.7) ? ' ' : '-';
      const parted = letters.slice(0, cut).join('') + gap + letters.slice(cut).join('');
      const core = parts.core.map((other, i) => (i === at ? parted : other));
      return joinParts({ ...parts, core });
    },
  },
  {
    id: 'acronym',
    label: 'acronym, made',
    of: 'company',
    alter(name) {
      const { core } = companyParts(name);
      const words = core.filter((word) => !isLittle(word) && /^\p{L}/u.test(bareWord(word)));
      if (words.length < 3) return undefined;
      return words.map((word) => [...bareWord(word)].slice(0, 1).join('').toUpperCase()).join('');
    },
  },
  truncation(20),
  truncation(35),
];

function insertWord(name: string, word: string, where: number): string | undefined {
  const parts = companyParts(name);
  if (parts.core.some((held) => bareWord(held) === bareWord(word))) return undefined;
  const core = [...parts.core];
  // Mostly behind the name, sometimes in front: where clerks put a place or a line of business.
  core.splice(where < 0.75 ? core.length : 0, 0, word);
  return joinParts({ ...parts, core });
}

/** A field of fixed width: the name is cut where the field ends, if its distinctive word lies before the cut. */
function truncation(width: number): Alteration {
  return {
    id: `truncation-${width}`,
    label: `truncated at ${width}`,
    of: 'company',
    alter(name, _random, vocabulary) {
      if (name.length < width + 3) return undefined;
      const words = wordsOf(name);
      const { core } = companyParts(name);
      const rarest = core[vocabulary.rarest(core)] ?? '';
      const end = words.slice(0, words.indexOf(rarest) + 1).join(' ').length;
      return end <= width ? [...name].slice(0, width).join('').trim() : undefined;
    },
  };
}
