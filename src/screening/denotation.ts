import { type DeviceHit, DeviceIndex, type WeighedHit, weighDeviceHits } from '../devices/index.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { RedflagError } from '../domain/error.ts';
import type { Party } from '../domain/party.ts';
import type { NameIndex, NameMatch, PartyEvidence } from '../matching/index.ts';
import { type Match, strengthSchema } from './answer.ts';
import type { Disclosure } from './disclosure.ts';
import type { ScreenQuery } from './query.ts';

/** A party that the query may denote, and on what. */
export interface Denoted {
  readonly party: Party;
  readonly score: number;
  readonly strength: Match['strength'];
  readonly matchedOn: () => Match['matchedOn'];
  readonly explain: () => Match['explanation'];
}

const STRENGTHS = strengthSchema.options;

/** Decimals of a score: more would only be noise of the arithmetic. */
const SCORE_DECIMALS = 4;

/** Finds the parties that a query may denote: by name, identifier, brand or device. */
export class Denotation {
  readonly #catalogue: Catalogue;
  readonly #index: NameIndex;
  readonly #devices: DeviceIndex;
  readonly #disclosure: Disclosure;

  constructor(catalogue: Catalogue, index: NameIndex, disclosure: Disclosure) {
    this.#catalogue = catalogue;
    this.#index = index;
    this.#devices = new DeviceIndex(catalogue.devices());
    this.#disclosure = disclosure;
  }

  /** The parties denoted by any field of the query, each once by its best sign, the likeliest first. */
  denotedBy(query: ScreenQuery): Denoted[] {
    const { name, product } = query;
    const byName = name === undefined ? [] : this.#named(query, name, 'name');
    const byBrand = product?.brand === undefined ? [] : this.#named(query, product.brand, 'brand');
    const byIdentifier = (query.identifiers ?? []).flatMap(({ scheme, value }) =>
      this.#identified(scheme, value),
    );
    const byDevice = product === undefined ? [] : this.#devised(query, byName, byBrand);
    const best = new Map<string, Denoted>();
    for (const denoted of [...byIdentifier, ...byName, ...byBrand, ...byDevice]) {
      const known = best.get(denoted.party.id);
      if (!known || denoted.score > known.score) best.set(denoted.party.id, denoted);
    }
    return [...best.values()]
      .sort(
        (a, b) =>
          b.score - a.score ||
          STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) ||
          (a.party.id < b.party.id ? -1 : 1),
      )
      .slice(0, query.limit);
  }

  #named(query: ScreenQuery, name: string, field: 'name' | 'brand'): Denoted[] {
    const { kind, country, address, birthDate, identifiers, threshold, limit } = query;
    const matches = this.#index.search(
      {
        name,
        ...(kind !== undefined && { kind }),
        ...(country !== undefined && { country }),
        ...(address !== undefined && { address }),
        ...(birthDate !== undefined && { birthDate }),
        ...(identifiers !== undefined && { identifiers }),
      },
      {
        limit,
        ...(threshold !== undefined && { threshold }),
        evidence: (ordinal) => this.#evidence(ordinal),
      },
    );
    return this.#yieldToBearers(matches, name).map(({ match, yields }) =>
      this.#byName(match, field, name, yields),
    );
  }

  /**
   * A name that one party bears is that party's: others whose names merely
   * resemble it, or equal it but for the legal form, stay possible.
   *
   *     "Hytera Communications Limited" = the party of that name, exact
   *                                     ~ Hytera Communications Corporation, possible
   */
  #yieldToBearers(matches: NameMatch[], query: string): { match: NameMatch; yields: boolean }[] {
    const asked = letters(query);
    const rank = ({ name, strength }: NameMatch) => {
      if (strength !== 'exact') return 0;
      const { text, type } = this.#catalogue.nameAt(name);
      return type !== 'weak-alias' && letters(text) === asked ? 2 : 1;
    };
    const ranks = matches.map(rank);
    const best = Math.max(0, ...ranks);
    return matches.map((match, index) => ({ match, yields: (ranks[index] ?? 0) < best }));
  }

  #evidence(ordinal: number): PartyEvidence {
    const party = this.#catalogue.partyAt(ordinal);
    const countries = [party.country, ...party.addresses.map(({ country }) => country)];
    return {
      countries: [...new Set(countries.filter((country) => country !== null))],
      addresses: party.addresses.map(({ text }) => text),
      identifiers: party.identifiers,
      birthDates: party.birthDates.map(({ date }) => date),
    };
  }

  #byName(match: NameMatch, field: 'name' | 'brand', query: string, yields: boolean): Denoted {
    const party = this.#catalogue.partyAt(match.party);
    return {
      party,
      score: Number(match.score.toFixed(SCORE_DECIMALS)),
      strength: yields ? 'possible' : match.strength,
      explain: () => {
        const explanation = match.explain();
        if (!yields) return explanation;
        const yielded = { reason: 'another party bears this very name', delta: 0 };
        return { ...explanation, adjustments: [...explanation.adjustments, yielded] };
      },
      matchedOn: () => {
        const { text, type } = this.#catalogue.nameAt(match.name);
        const name = party.names.find((name) => name.name === text && name.type === type);
        if (!name) {
          throw new RedflagError('invalid-catalogue', 'the index is not of this catalogue');
        }
        return {
          ...{ field, query, listed: name.name, nameType: name.type, note: null },
          citations: this.#disclosure.cite(name.citations),
          disagreements: this.#disclosure.disagreements(name.disagreements),
        };
      },
    };
  }

  #identified(scheme: string, value: string): Denoted[] {
    return this.#catalogue.identified(scheme, value).flatMap((ordinal) => {
      const party = this.#catalogue.partyAt(ordinal);
      const known = party.identifiers.find(
        (identifier) => identifier.scheme === scheme && identifier.value === value,
      );
      if (!known) return [];
      const step = { query: value, listed: value, relation: 'identifier' };
      return [
        {
          party,
          score: 1,
          strength: 'exact' as const,
          explain: () => ({
            steps: [{ ...step, similarity: 1, weight: 1 }],
            ...{ adjustments: [], normalised: null, counterfactual: null },
          }),
          matchedOn: () => ({
            ...{ field: 'identifier' as const, query: value, listed: `${scheme} ${value}` },
            ...{ nameType: null, note: null, disagreements: [] },
            citations: this.#disclosure.cite(known.citations),
          }),
        },
      ];
    });
  }

  #devised(query: ScreenQuery, byName: Denoted[], byBrand: Denoted[]): Denoted[] {
    const hits = this.#devices.identify(query.product ?? {});
    if (hits.length === 0) return [];
    const branded = query.product?.brand !== undefined;
    // A seller's name that is not the maker's says nothing; a brand that is another's contradicts.
    const agrees = (party: string) =>
      [...byName, ...byBrand].some((named) => this.#isKin(named.party.id, party))
        ? true
        : branded
          ? false
          : undefined;
    return weighDeviceHits(hits, agrees).flatMap((weighed) => {
      const party = this.#catalogue.party(weighed.hit.party);
      const wanted = query.threshold === undefined || weighed.score >= query.threshold;
      return party && wanted ? [this.#byDevice(party, weighed)] : [];
    });
  }

  #byDevice(party: Party, { hit, score, strength, adjustments }: WeighedHit): Denoted {
    const { field, query, listed, sign } = hit;
    return {
      party,
      score,
      strength,
      explain: () => ({
        steps: [{ query, listed, relation: sign.kind, similarity: 1, weight: 1 }],
        adjustments: [
          { reason: `evidence: ${sign.evidence}, confidence ${sign.confidence}`, delta: 0 },
          ...adjustments,
        ],
        ...{ normalised: null, counterfactual: null },
      }),
      matchedOn: () => ({
        ...{ field, query, listed, nameType: null, note: noteOf(hit), disagreements: [] },
        evidence: sign.evidence,
        citations: this.#disclosure.cite(sign.citations),
      }),
    };
  }

  /** True when one party is the other or belongs to it, by any relation: brands and OEM relations too. */
  #isKin(a: string, b: string): boolean {
    return this.#forebears(a).has(b) || this.#forebears(b).has(a);
  }

  #forebears(id: string): Set<string> {
    const seen = new Set([id]);
    for (const next of seen) {
      for (const relation of this.#catalogue.party(next)?.relations ?? []) seen.add(relation.party);
    }
    return seen;
  }
}

/** The letters and digits of a name, legal form and all: what two equal names share whatever their typography. */
function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function noteOf({ caution, sign }: DeviceHit): string | null {
  const notes = [caution, sign.note].filter((note) => note);
  return notes.length > 0 ? notes.join('; ') : null;
}
