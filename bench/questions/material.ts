import { cslCorpus, twoScriptParties, usCorpus } from '../data/corpora.ts';
import { curatedCorpus } from '../data/curated.ts';
import type { Corpus } from '../data/listed.ts';
import { type OrdinaryNames, ordinaryCompanies, ordinaryPersons } from '../data/ordinary.ts';
import { alterations, Bearers, type Case, casesOf } from '../generator/cases.ts';
import { type HeldOut, heldOut } from '../generator/held-out.ts';
import { type Trap, trapsOf } from '../generator/traps.ts';
import { Vocabulary } from '../generator/vocabulary.ts';
import { Random } from '../random.ts';

/** All that the evaluation asks about, read and drawn once. */
export interface Material {
  readonly corpus: Corpus;
  readonly curated: Corpus;
  readonly csl: Corpus;
  readonly companies: OrdinaryNames;
  readonly persons: OrdinaryNames;
  readonly cases: readonly Case[];
  readonly held: HeldOut;
  readonly traps: readonly Trap[];
  readonly bearers: Bearers;
}

export interface Sizes {
  /** Cases drawn a class, both halves together. */
  readonly perClass: number;
  readonly companies: number;
  readonly persons: number;
  readonly traps: number;
}

export const fullSizes: Sizes = { perClass: 600, companies: 1e6, persons: 30_000, traps: 400 };
export const quickSizes: Sizes = { perClass: 200, companies: 12_000, persons: 6_000, traps: 150 };

/** @returns material over all US lists, or over the curated list where the list files are absent */
export function gather(sizes: Sizes): Material {
  const curated = curatedCorpus();
  const us = usCorpus();
  const corpus = us.names.length > 0 ? us : curated;
  const all = ordinaryCompanies();
  const companies = { ...all, names: new Random('ordinary').sample(all.names, sizes.companies) };
  const bearers = new Bearers(corpus.parties);
  const listed = corpus.names.map(({ text }) => text);
  const vocabulary = new Vocabulary(listed, all.names);
  return {
    corpus,
    curated,
    csl: cslCorpus(),
    companies,
    persons: withoutBearers(ordinaryPersons(sizes.persons), bearers),
    cases: alterations.flatMap((alteration) =>
      casesOf(alteration, corpus.parties, bearers, vocabulary, sizes.perClass),
    ),
    held: heldOut(corpus, twoScriptParties(), bearers, sizes.perClass),
    traps: trapsOf(corpus, bearers, vocabulary, all.names, sizes.traps),
    bearers,
  };
}

/** A made-up person who bears a listed person's very name is a homonym, not a false alert of the matcher. */
function withoutBearers(ordinary: OrdinaryNames, bearers: Bearers): OrdinaryNames {
  const names = ordinary.names.filter((name) => bearers.of(name).size === 0);
  return { ...ordinary, names, leftOut: ordinary.leftOut + ordinary.names.length - names.length };
}
