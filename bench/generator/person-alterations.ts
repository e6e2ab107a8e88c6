import type { Random } from '../random.ts';
import type { Alteration } from './alteration.ts';
import { nicknames, particles, patronymic, suffixes, titles } from './tables/persons.ts';
import { asWritten, bareWord, type PersonParts, personParts, wordsOf } from './words.ts';

type Change = (parts: PersonParts, random: Random) => string | undefined;

const givenFirst = ({ family, given }: PersonParts) => `${given.join(' ')} ${asWritten(family)}`;

/** What happens to the parts of a person's name; only names with "FAMILY, Given" have known parts. */
const changes: readonly { id: string; label: string; keepsLetters?: true; change: Change }[] = [
  { id: 'order', label: 'given name first, no comma', keepsLetters: true, change: givenFirst },
  {
    id: 'rotation',
    label: 'family name first, no comma',
    keepsLetters: true,
    change: ({ family, given }) => `${asWritten(family)} ${given.join(' ')}`,
  },
  {
    id: 'initial',
    label: 'initial for a given name',
    change({ family, given }, random) {
      const at = random.below(given.length);
      if (bareWord(given[at] ?? '').length < 3) return undefined;
      const short = given.map((name, i) =>
        i === at ? `${[...name.replace(/^['‘’]/, '')][0]}.` : name,
      );
      return givenFirst({ family, given: short });
    },
  },
  {
    id: 'middle-dropped',
    label: 'middle name dropped',
    change({ family, given }) {
      if (given.length < 2 || patronymic.test(given.at(-1) ?? '')) return undefined;
      return givenFirst({ family, given: given.slice(0, 1) });
    },
  },
  {
    id: 'patronymic-dropped',
    label: 'patronymic dropped',
    change({ family, given }) {
      const kept = given.filter((name) => !patronymic.test(name));
      return kept.length === given.length || kept.length === 0
        ? undefined
        : givenFirst({ family, given: kept });
    },
  },
  {
    id: 'patronymic-initial',
    label: 'patronymic as initial',
    change({ family, given }) {
      const short = given.map((name) => (patronymic.test(name) ? `${[...name][0]}.` : name));
      return short.join() === given.join() ? undefined : givenFirst({ family, given: short });
    },
  },
  {
    id: 'title',
    label: 'title or suffix added',
    change(parts, random) {
      return random.chance(0.75)
        ? `${random.pick(titles)} ${givenFirst(parts)}`
        : `${givenFirst(parts)} ${random.pick(suffixes)}`;
    },
  },
  {
    id: 'nickname',
    label: 'short or familiar name',
    change({ family, given }, random) {
      const short = nicknames[bareWord(given[0] ?? '')];
      return short === undefined
        ? undefined
        : givenFirst({ family, given: [random.pick(short), ...given.slice(1)] });
    },
  },
  {
    id: 'particle',
    label: 'particle joined, parted or left out',
    change(parts, random) {
      const name = givenFirst(parts);
      const found = new RegExp(`\\b(${particles.join('|')})[- ](?=\\p{L})`, 'iu');
      if (!found.test(name)) return undefined;
      return name.replace(found, (whole, particle: string) => {
        const gap = whole.slice(particle.length);
        return random.pick([`${particle}`, `${particle}${gap === '-' ? ' ' : '-'}`]);
      });
    },
  },
  {
    id: 'family-dropped',
    label: 'one of two family names dropped',
    change({ family, given }) {
      const names = wordsOf(family);
      const plain = names.every((name) => /^\p{L}{4,}$/u.test(name));
      return names.length === 2 && plain
        ? givenFirst({ family: names[0] ?? '', given })
        : undefined;
    },
  },
  {
    id: 'joined-given',
    label: 'given names joined',
    change({ family, given }, random) {
      const [first = '', second = '', ...more] = given;
      if (!/^\p{L}{2,}$/u.test(first) || !/^\p{L}{2,}$/u.test(second)) return undefined;
      if (patronymic.test(second)) return undefined;
      const joined = random.chance(0.5) ? `${first}-${second}` : first + second.toLowerCase();
      return givenFirst({ family, given: [joined, ...more] });
    },
  },
];

export const personAlterations: readonly Alteration[] = changes.map(
  ({ id, label, keepsLetters = false, change }) => ({
    id: `person-${id}`,
    label,
    of: 'person',
    keepsLetters,
    alter(name, random) {
      const parts = personParts(name);
      return parts && change(parts, random);
    },
  }),
);
