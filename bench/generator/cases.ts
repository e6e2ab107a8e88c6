import { type ListedParty, plainKey } from '../data/listed.ts';
import { type Half, halfOf } from '../measures/split.ts';
import { Random } from '../random.ts';
import type { Alteration } from './alteration.ts';
import { formAlterations } from './form-alterations.ts';
import { letterAlterations, thinAlteration } from './letter-alterations.ts';
import { personAlterations } from './person-alterations.ts';
import { scriptAlterations } from './script-alterations.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordAlterations } from './word-alterations.ts';
import { companyParts } from './words.ts';

export const alterations: readonly Alteration[] = [
  ...wordAlterations,
  ...formAlterations,
  ...letterAlterations,
  thinAlteration,
  ...scriptAlterations,
  ...personAlterations,
];

/** A query that denotes a listed party. */
export interface Case {
  /** Id of the class. */
  readonly of: string;
  readonly query: string;
  /** The listed name that it came from. */
  readonly listed: string;
  /** Ordinals of the parties that bear the listed name: any of them is a right answer. */
  readonly right: ReadonlySet<number>;
  readonly half: Half;
}

/** Who bears which name, whatever its form. */
export class Bearers {
  readonly #parties = new Map<string, Set<number>>();
  readonly #withoutForm = new Set<string>();

  constructor(parties: readonly ListedParty[]) {
    parties.forEach((party, ordinal) => {
      for (const { text } of party.names) {
        this.#withoutForm.add(coreKey(text));
        const key = plainKey(text);
        const held = this.#parties.get(key);
        if (held) held.add(ordinal);
        else this.#parties.set(key, new Set([ordinal]));
      }
    });
  }

  of(name: string): ReadonlySet<number> {
    return this.#parties.get(plainKey(name)) ?? new Set();
  }

  /** Whether a listed name equals the name when legal forms are left out of both. */
  hasNamesake(name: string): boolean {
    return this.#withoutForm.has(coreKey(name));
  }
}

function coreKey(name: string): string {
  return plainKey(companyParts(name).core.join(' '));
}

const ROUNDS = 6;

/**
 * Up to `count` cases of one class: parties in random order, one case each,
 * then a second round with another name of theirs, and so on where the class is scarce.
 */
export function casesOf(
  alteration: Alteration,
  parties: readonly ListedParty[],
  bearers: Bearers,
  vocabulary: Vocabulary,
  count: number,
): Case[] {
  const random = new Random(`cases ${alteration.id}`);
  const fit = parties.flatMap((party, ordinal) =>
    party.kindIsSure && party.kind === alteration.of ? [{ party, ordinal }] : [],
  );
  const order = random.shuffled(fit);
  const cases: Case[] = [];
  const asked = new Set<string>();
  for (let round = 0; round < ROUNDS && cases.length < count; round++) {
    for (const { party, ordinal } of order) {
      if (cases.length >= count) break;
      const { text: listed } = random.pick(party.names);
      if (!isHold(alteration, listed, vocabulary)) continue;
      const query = alteration.alter(listed, random, vocabulary);
      if (
        query === undefined ||
        asked.has(query) ||
        !isFair(alteration, listed, query, ordinal, bearers)
      )
        continue;
      asked.add(query);
      const right = new Set([ordinal, ...bearers.of(listed)]);
      cases.push({ of: alteration.id, query, listed, right, half: halfOf(party.key) });
    }
  }
  return cases;
}

/** Thin names have a class of their own; no other class that changes letters or words is asked about them. */
function isHold(
  { of, id, keepsLetters }: Alteration,
  listed: string,
  vocabulary: Vocabulary,
): boolean {
  if (of === 'person' || (keepsLetters && id !== 'word-order')) return true;
  return vocabulary.singlesOut(companyParts(listed).core) !== (id === 'thin');
}

/** Letters and digits that a name must keep to denote anyone. */
const LEAST = 4;

/**
 * A case must differ from its name, keep something to go by (an acronym three letters), be well-formed,
 * and not happen to be the name of another party: then it denotes that one.
 */
function isFair(
  { id, keepsLetters }: Alteration,
  listed: string,
  query: string,
  ordinal: number,
  bearers: Bearers,
): boolean {
  if (query === listed || !query.isWellFormed()) return false;
  if (!keepsLetters && plainKey(query) === plainKey(listed)) return false;
  if (plainKey(query).length < (id === 'acronym' ? 3 : LEAST)) return false;
  const others = bearers.of(query);
  return others.size === 0 || others.has(ordinal);
}
