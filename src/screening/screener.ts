import type { Catalogue } from '../domain/catalogue.ts';
import { dayOf, type IsoDate } from '../domain/date.ts';
import { determine } from '../domain/determination.ts';
import { type Complaint, RedflagError } from '../domain/error.ts';
import type { Party } from '../domain/party.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import type { NameIndex, NameMatch, PartyEvidence } from '../matching/index.ts';
import type { Coverage, Match, Outcome, Screening } from './answer.ts';
import { coverageOf, DISCLAIMER } from './coverage.ts';
import { type Disclosed, Disclosure } from './disclosure.ts';
import { screeningId } from './identity.ts';
import type { ScreenQuery } from './query.ts';

export interface ScreenerOptions {
  readonly catalogue: Catalogue;
  /** An index of `catalogue.names()`, in that order. */
  readonly index: NameIndex;
  readonly affiliatesRule: AffiliatesRule;
  readonly now: () => Date;
}

/** A party that the query may denote, and on what. */
interface Denoted {
  readonly ordinal: number;
  readonly score: number;
  readonly strength: Match['strength'];
  readonly matchedOn: (party: Party) => Match['matchedOn'];
  readonly explain: () => Match['explanation'];
}

/** Answers screening queries against one immutable catalogue. */
export class Screener {
  readonly catalogue: Catalogue;
  readonly index: NameIndex;
  readonly disclosure: Disclosure;
  readonly #now: () => Date;
  readonly #coverage: Coverage;

  constructor({ catalogue, index, affiliatesRule, now }: ScreenerOptions) {
    this.catalogue = catalogue;
    this.index = index;
    this.disclosure = new Disclosure(catalogue, affiliatesRule);
    this.#now = now;
    this.#coverage = coverageOf(catalogue);
  }

  /** What every unlimited query checks: one object, so that it is serialised once. */
  get coverage(): Coverage {
    return this.#coverage;
  }

  /** The day on which the law is asked about where a query does not say. */
  today(): IsoDate {
    return dayOf(this.#now());
  }

  /**
   * Answers one query.
   *
   *     query -> parties denoted -> designations on the date -> determinations -> outcome
   *
   * @throws RedflagError `invalid-request` when the query names a list that is not loaded
   * @example screener.screen(screenQuerySchema.parse({ name: 'Hikvison' })).outcome // 'match'
   */
  screen(query: ScreenQuery): Screening {
    this.#refuseUnknownLists(query.lists);
    const now = this.#now();
    const asOf = query.asOf ?? dayOf(now);
    const matches: Match[] = [];
    const determining: Disclosed[] = [];
    for (const denoted of this.#denoted(query)) {
      const party = this.catalogue.partyAt(denoted.ordinal);
      const disclosed = this.disclosure
        .designations(party, asOf)
        .filter((designation) => isAsked(designation, query));
      if (denoted.strength !== 'possible') determining.push(...disclosed);
      matches.push({
        party: this.disclosure.reference(party),
        score: denoted.score,
        strength: denoted.strength,
        matchedOn: denoted.matchedOn(party),
        explanation: denoted.explain(),
        reach: this.disclosure.reachOf(party),
        designations: disclosed.map(({ answered }) => answered),
        leads: this.disclosure.leads(party, asOf),
      });
    }
    const determinations = determine(
      determining.map(({ determinable }) => determinable),
      asOf,
    );
    return {
      id: screeningId(now),
      ...(query.reference !== undefined && { reference: query.reference }),
      screenedAt: now.toISOString(),
      asOf,
      outcome: outcomeOf(matches),
      determinations:
        query.activity === undefined
          ? determinations
          : determinations.filter(({ activity }) => activity === query.activity),
      matches,
      coverage: query.lists ? coverageOf(this.catalogue, query.lists) : this.#coverage,
      disclaimer: DISCLAIMER,
    };
  }

  #refuseUnknownLists(lists: readonly string[] = []): void {
    const complaints: Complaint[] = lists.flatMap((id, index) =>
      this.catalogue.lists.has(id)
        ? []
        : [{ path: `lists.${index}`, message: `there is no list "${id}": see /lists for the ids` }],
    );
    if (complaints.length > 0) {
      throw new RedflagError(
        'invalid-request',
        'The query names a list that is not loaded.',
        complaints,
      );
    }
  }

  /** The parties denoted by any field of the query, each once, the likeliest first. */
  #denoted(query: ScreenQuery): Denoted[] {
    const best = new Map<number, Denoted>();
    const offer = (denoted: Denoted) => {
      const known = best.get(denoted.ordinal);
      if (!known || denoted.score > known.score) best.set(denoted.ordinal, denoted);
    };
    for (const identifier of query.identifiers ?? []) {
      for (const ordinal of this.catalogue.identified(identifier.scheme, identifier.value)) {
        offer(this.#byIdentifier(ordinal, identifier));
      }
    }
    if (query.name !== undefined) {
      for (const match of this.#search(query, query.name))
        offer(this.#byName(match, 'name', query.name));
    }
    const brand = query.product?.brand;
    if (brand !== undefined) {
      for (const match of this.#search(query, brand)) offer(this.#byName(match, 'brand', brand));
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
      .slice(0, query.limit);
  }

  #search(query: ScreenQuery, name: string): NameMatch[] {
    return this.index.search(
      {
        name,
        ...(query.kind !== undefined && { kind: query.kind }),
        ...(query.country !== undefined && { country: query.country }),
        ...(query.address !== undefined && { address: query.address }),
        ...(query.birthDate !== undefined && { birthDate: query.birthDate }),
        ...(query.identifiers !== undefined && { identifiers: query.identifiers }),
      },
      {
        limit: query.limit,
        ...(query.threshold !== undefined && { threshold: query.threshold }),
        evidence: (ordinal) => this.#evidence(ordinal),
      },
    );
  }

  #evidence(ordinal: number): PartyEvidence {
    const party = this.catalogue.partyAt(ordinal);
    const countries = [party.country, ...party.addresses.map(({ country }) => country)];
    return {
      countries: [...new Set(countries.filter((country) => country !== null))],
      addresses: party.addresses.map(({ text }) => text),
      identifiers: party.identifiers,
      birthDates: party.birthDates.map(({ date }) => date),
    };
  }

  #byName(match: NameMatch, field: 'name' | 'brand', query: string): Denoted {
    return {
      ordinal: match.party,
      score: match.score,
      strength: match.strength,
      explain: () => match.explain(),
      matchedOn: (party) => {
        const listed = this.catalogue.nameAt(match.name);
        const name = party.names.find(
          (name) => name.name === listed.text && name.type === listed.type,
        );
        if (!name)
          throw new RedflagError('invalid-catalogue', `the index is not of this catalogue`);
        return {
          field,
          query,
          listed: name.name,
          nameType: name.type,
          note: null,
          citations: this.disclosure.cite(name.citations),
          disagreements: this.disclosure.disagreements(name.disagreements),
        };
      },
    };
  }

  #byIdentifier(ordinal: number, { scheme, value }: { scheme: string; value: string }): Denoted {
    return {
      ordinal,
      score: 1,
      strength: 'exact',
      explain: () => ({
        steps: [{ query: value, listed: value, relation: 'identifier', similarity: 1, weight: 1 }],
        adjustments: [],
        normalised: null,
        counterfactual: null,
      }),
      matchedOn: (party) => {
        const identifier = party.identifiers.find(
          (known) => known.scheme === scheme && known.value === value,
        );
        return {
          field: 'identifier',
          query: value,
          listed: `${scheme} ${value}`,
          nameType: null,
          note: null,
          citations: this.disclosure.cite(identifier?.citations ?? []),
          disagreements: [],
        };
      },
    };
  }
}

/** Whether a designation is one that the query asks about; matches themselves are never left out. */
function isAsked({ determinable }: Disclosed, { lists, activity }: ScreenQuery): boolean {
  return (
    (lists === undefined || lists.includes(determinable.list)) &&
    (activity === undefined || determinable.effects.some((effect) => effect.activity === activity))
  );
}

/** `match` when an exact or strong match has a designation of any status, else `possible-match` when any has. */
function outcomeOf(matches: readonly Match[]): Outcome {
  const designated = matches.filter(({ designations }) => designations.length > 0);
  if (designated.some(({ strength }) => strength !== 'possible')) return 'match';
  return designated.length > 0 ? 'possible-match' : 'no-match';
}
