import { type Corpus, corpusOf, type ListedParty, plainKey } from '../data/listed.ts';
import { jaroWinkler } from '../matchers/jaro-winkler.ts';
import { halfOf } from '../measures/split.ts';
import { hash32 } from '../random.ts';
import type { Bearers, Case } from './cases.ts';
import { isTransliteration } from './transliterated.ts';
import { bareWord, companyParts, isLittle } from './words.ts';

/**
 * Cases that nobody made up: a name that a list itself gives to a party is held
 * out of the index and asked for. Spelling variants, acronyms, other scripts.
 */
export interface HeldOut {
  /** The corpus without the names that are asked for. */
  readonly corpus: Corpus;
  readonly cases: readonly Case[];
}

const MOST_PER_PARTY = 1;

export function heldOut(
  us: Corpus,
  twoScripts: readonly ListedParty[],
  bearers: Bearers,
  perClass: number,
): HeldOut {
  const cases: Case[] = [];
  const counts = new Map<string, number>();
  const ask = (of: string, party: ListedParty, ordinal: number, query: string, listed: string) => {
    const taken = counts.get(of) ?? 0;
    if (taken >= perClass) return false;
    counts.set(of, taken + 1);
    cases.push({
      of,
      query,
      listed,
      right: new Set([ordinal, ...bearers.of(listed)]),
      half: halfOf(party.key),
    });
    return true;
  };
  // A stable but arbitrary order, so that `perClass` does not take the oldest entries only.
  const asked = new Map<number, string>();
  for (const { party, ordinal } of inHashOrder(us.parties)) {
    const [first] = variants(party).slice(0, MOST_PER_PARTY);
    if (
      first &&
      bearers.of(first.query).size === 1 &&
      ask(first.of, party, ordinal, first.query, first.listed)
    ) {
      asked.set(ordinal, first.query);
    }
  }
  const kept = us.parties.map((party, ordinal) => {
    const query = asked.get(ordinal);
    return query === undefined
      ? party
      : { ...party, names: party.names.filter(({ text }) => text !== query) };
  });
  const added: ListedParty[] = [];
  for (const { party } of inHashOrder(twoScripts)) {
    const ordinal = kept.length + added.length;
    const native = party.native[0] ?? '';
    const latin = party.names[0]?.text ?? '';
    const of = scriptClass(party, native, latin);
    const nativeIsListed = hash32(`listed ${party.key}`) % 2 === 0;
    const [query, listed] = nativeIsListed ? [latin, native] : [native, latin];
    if (!ask(of, party, ordinal, query, listed)) continue;
    added.push({ ...party, names: [{ text: listed, type: 'legal' }] });
  }
  return { corpus: corpusOf('all US lists, names held out', [...kept, ...added]), cases };
}

function inHashOrder(parties: readonly ListedParty[]) {
  return parties
    .map((party, ordinal) => ({ party, ordinal, hash: hash32(party.key) }))
    .sort((a, b) => a.hash - b.hash);
}

function scriptClass(party: ListedParty, native: string, latin: string): string {
  if (!isTransliteration(native, latin)) return 'script-translated';
  return party.kind === 'person' ? 'script-person' : 'script-company';
}

interface Variant {
  readonly of: string;
  readonly query: string;
  readonly listed: string;
}

/** Pairs of names of one party that are an acronym of each other, or spell the same words differently. */
function variants(party: ListedParty): Variant[] {
  if (!party.kindIsSure || (party.kind !== 'company' && party.kind !== 'person')) return [];
  const of = party.kind === 'person' ? 'listed-variant-person' : 'listed-variant';
  const found: Variant[] = [];
  for (const { text: query } of party.names.slice(1)) {
    for (const { text: listed } of party.names) {
      if (query === listed) continue;
      if (party.kind === 'company' && isAcronym(query, listed))
        found.push({ of: 'listed-acronym', query, listed });
      else if (isRespelling(query, listed)) found.push({ of, query, listed });
    }
  }
  return found;
}

function isAcronym(short: string, long: string): boolean {
  const letters = companyParts(short).core.join('');
  if (!/^[A-Z]{3,8}$/.test(letters)) return false;
  const words = companyParts(long).core.filter((word) => !isLittle(word));
  return (
    words.length >= 3 &&
    words.map((word) => bareWord(word).charAt(0)).join('') === letters.toLowerCase()
  );
}

/** As many words, each near to one of the other name, not all equal. */
function isRespelling(a: string, b: string): boolean {
  const [left, right] = [plainKey(a).split(' '), plainKey(b).split(' ')];
  if (left.length !== right.length || left.join('').length < 6) return false;
  const free = [...right];
  for (const word of left) {
    const near = free.findIndex((other) => jaroWinkler(word, other) >= 0.85);
    if (near < 0) return false;
    free.splice(near, 1);
  }
  return left.join(' ') !== right.join(' ');
}
