import type { Devices } from '../../domain/device.ts';
import { countryCode, MAX_NAME, type ScreenQueryInput } from '../../screening/index.ts';
import type { Component, NamedParty, PartyField } from '../component.ts';
import { brandWords, type Sign, Signs } from './signs.ts';

/**
 * What a question is about, which decides what its answer can determine:
 *
 * - `maker`: who made the thing;
 * - `supplier`: who sells or provides it, who may be a distributor;
 * - `provenance`: who wrote or published software: a signal, not covered equipment.
 */
export type Role = 'maker' | 'supplier' | 'provenance';

/** A question to the screener that a component raises. */
export interface Question {
  readonly role: Role;
  /** Fields of the component whose name is asked about. */
  readonly nameFields: readonly string[];
  /** Signs that are asked about. */
  readonly signs: readonly Sign[];
  readonly query: ScreenQueryInput;
  readonly notes: readonly string[];
}

const ROLE_NOTES: Readonly<Record<Role, readonly string[]>> = {
  maker: [],
  supplier: ['the match is on the supplier, who may be a distributor and not the maker'],
  provenance: [
    'names who wrote or published software: a note on its provenance, not covered equipment by itself',
  ],
};

/**
 * Turns a component into the fewest questions. Signs that no party is known by
 * (a resistor's part number, a MAC block of somebody unlisted) are left out, so
 * that all parts of one maker share one question and one answer.
 */
export class Questions {
  readonly #signs: Signs;
  readonly #isPartyName: (word: string) => boolean;

  /** @param isPartyName whether a single word is the name of a party, exactly */
  constructor(devices: Iterable<Devices>, isPartyName: (word: string) => boolean) {
    this.#signs = new Signs(devices);
    this.#isPartyName = isPartyName;
  }

  of(component: Component): Question[] {
    const { kind, parties } = component;
    const signs = this.#signs.of(component);
    const packages = signs.filter(({ field }) => field === 'purl');
    const hardware = signs.filter(({ field }) => field !== 'purl');
    const makers = parties.filter(({ field }) => roleOf(kind, field) === 'maker');
    const others = parties.filter(({ field }) => roleOf(kind, field) !== 'maker');
    const ofThing =
      kind === 'device'
        ? this.#ofDevice(component, makers, hardware)
        : [
            ...makers.map((party) => nameQuestion('maker', party)),
            ...hardware.map((sign) => signQuestion('maker', sign)),
          ];
    return merged([
      ...ofThing,
      ...others.map((party) => nameQuestion(roleOf(kind, party.field), party)),
      ...packages.map((sign) => signQuestion('provenance', sign)),
    ]);
  }

  /** Maker, brand and the first sign of each kind are asked together: they weigh on each other. */
  #ofDevice(
    component: Component,
    makers: readonly NamedParty[],
    signs: readonly Sign[],
  ): Question[] {
    const brand = makers.find(({ field }) => field === 'brand');
    const [maker, ...others] = makers.filter((party) => party !== brand);
    const first = signs.filter(
      ({ field }, at) => signs.findIndex((other) => other.field === field) === at,
    );
    const told = brand?.value ?? maker?.value;
    const inText = told === undefined ? this.#brandInText(component, signs) : undefined;
    const product = {
      ...((told ?? inText) !== undefined && { brand: told ?? inText }),
      ...Object.fromEntries(first.map(({ field, value }) => [field, value])),
    };
    const country = countryOf(maker);
    const main: Question = {
      role: 'maker',
      nameFields: [
        ...(brand ? [brand.field] : []),
        ...(maker ? [maker.field] : []),
        ...(inText === undefined ? [] : ['description']),
      ],
      signs: first,
      notes: first
        .filter(({ foundIn }) => foundIn === 'description')
        .map(({ field, value }) => `${field} ${value} was read from the description`),
      query: {
        // The brand is what contradicts a model number; the maker is then a name beside it.
        ...(brand && maker && { name: maker.value }),
        product,
        ...(country !== undefined && { country }),
      },
    };
    return [
      ...(Object.keys(product).length > 0 ? [main] : []),
      ...others.map((party) => nameQuestion('maker', party)),
      ...signs.filter((sign) => !first.includes(sign)).map((sign) => signQuestion('maker', sign)),
    ];
  }

  /**
   * Weak model numbers need a second sign. Where no column names a maker, the
   * words around the number may: `HiLook 4MP turret IPC-B140HA`.
   */
  #brandInText(component: Component, signs: readonly Sign[]): string | undefined {
    const weak = signs.some(
      ({ field, hits }) => field === 'model' && hits.every(({ sign }) => !sign.alone),
    );
    return weak ? brandWords(component).find((word) => this.#isPartyName(word)) : undefined;
  }
}

/** What a name in a field can say of a component of a kind. */
function roleOf(kind: Component['kind'], field: PartyField): Role {
  if (field === 'supplier' || field === 'provider') return 'supplier';
  if (kind === 'document') return 'provenance';
  if (field === 'manufacturer' || field === 'brand' || field === 'name') return 'maker';
  return kind === 'device' && field !== 'author' && field !== 'creator' ? 'maker' : 'provenance';
}

function nameQuestion(role: Role, party: NamedParty): Question {
  const country = countryOf(party);
  return {
    ...{ role, nameFields: [party.field], signs: [], notes: ROLE_NOTES[role] },
    query: { name: party.value, ...(country !== undefined && { country }) },
  };
}

function signQuestion(role: Role, sign: Sign): Question {
  const query = { product: { [sign.field]: sign.value } };
  return { role, nameFields: [], signs: [sign], query, notes: ROLE_NOTES[role] };
}

function countryOf(party: NamedParty | undefined): string | undefined {
  return party?.country === undefined ? undefined : countryCode(party.country);
}

const RANK: Readonly<Record<Role, number>> = { maker: 2, supplier: 1, provenance: 0 };

/** One question for one name, whichever fields say it: asked in the role that can determine most. */
function merged(questions: readonly Question[]): Question[] {
  const distinct = new Map<string, Question>();
  for (const question of questions) {
    const key = nameIn(question) ?? JSON.stringify(question.query);
    const known = distinct.get(key);
    if (known) {
      const [first, second] =
        RANK[question.role] > RANK[known.role] ? [question, known] : [known, question];
      const nameFields = [...new Set([...first.nameFields, ...second.nameFields])];
      distinct.set(key, { ...first, nameFields, signs: [...first.signs, ...second.signs] });
    } else distinct.set(key, question);
  }
  return [...distinct.values()];
}

/** The one name that a question asks about, as it is compared; null where it asks about two or none. */
function nameIn({ query: { name, product } }: Question): string | null {
  if (name !== undefined && product?.brand !== undefined) return null;
  const one = name ?? product?.brand;
  return one === undefined ? null : one.toLowerCase();
}

/** Whether the names of a question are longer than the screener takes. */
export function isTooLong({ query }: Question): boolean {
  return [query.name, query.product?.brand].some(
    (name) => name !== undefined && name.length > MAX_NAME && [...name].length > MAX_NAME,
  );
}
