import type { Catalogue } from '../domain/catalogue.ts';
import { dayOf, type IsoDate } from '../domain/date.ts';
import { type Determinable, determine } from '../domain/determination.ts';
import { type Complaint, RedflagError } from '../domain/error.ts';
import type { AffiliatesRule } from '../domain/reach.ts';
import type { NameIndex } from '../matching/index.ts';
import type { Coverage, Match, Outcome, Screening } from './answer.ts';
import { coverageOf, DISCLAIMER } from './coverage.ts';
import { Denotation } from './denotation.ts';
import { type Disclosed, Disclosure } from './disclosure.ts';
import { screeningId } from './identity.ts';
import type { ScreenQuery } from './query.ts';

/** A match of which is not known yet whether the outcome rests on it. */
type Uncounted = Omit<Match, 'counts'>;

export interface ScreenerOptions {
  readonly catalogue: Catalogue;
  /** An index of `catalogue.names()`, in that order. */
  readonly index: NameIndex;
  readonly affiliatesRule: AffiliatesRule;
  readonly now: () => Date;
}

/** Answers screening queries against one immutable catalogue. */
export class Screener {
  readonly catalogue: Catalogue;
  readonly index: NameIndex;
  readonly disclosure: Disclosure;
  readonly #denotation: Denotation;
  readonly #now: () => Date;
  readonly #coverage: Coverage;

  constructor({ catalogue, index, affiliatesRule, now }: ScreenerOptions) {
    this.catalogue = catalogue;
    this.index = index;
    this.disclosure = new Disclosure(catalogue, affiliatesRule);
    this.#denotation = new Denotation(catalogue, index, this.disclosure);
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
    const matches: Uncounted[] = [];
    const determining: { determinable: Determinable; match: number; designation: number }[] = [];
    for (const denoted of this.#denotation.denotedBy(query)) {
      const { party } = denoted;
      const disclosed = this.disclosure
        .designations(party, asOf)
        .filter((designation) => isAsked(designation, query));
      if (denoted.strength !== 'possible') {
        for (const [designation, { determinable }] of disclosed.entries()) {
          determining.push({ determinable, match: matches.length, designation });
        }
      }
      matches.push({
        party: this.disclosure.reference(party),
        score: denoted.score,
        strength: denoted.strength,
        matchedOn: denoted.matchedOn(),
        explanation: denoted.explain(),
        reach: this.disclosure.reachOf(party, asOf),
        designations: disclosed.map(({ answered }) => answered),
        leads: this.disclosure.leads(party, asOf),
      });
    }
    const determinations = determine(
      determining.map(({ determinable }) => determinable),
      asOf,
    ).map((determination) => ({
      ...determination,
      grounds: determination.grounds.flatMap(({ designation: at, effect }) => {
        const place = determining[at];
        return place ? [{ match: place.match, designation: place.designation, effect }] : [];
      }),
    }));
    const outcome = outcomeOf(matches);
    return {
      id: screeningId(now),
      ...(query.reference !== undefined && { reference: query.reference }),
      screenedAt: now.toISOString(),
      asOf,
      outcome,
      determinations:
        query.activity === undefined
          ? determinations
          : determinations.filter(({ activity }) => activity === query.activity),
      matches: matches.map((match) => ({ ...match, counts: counts(match, outcome) })),
      coverage: query.lists ? coverageOf(this.catalogue, query.lists) : this.#coverage,
      disclaimer: DISCLAIMER,
    };
  }

  #refuseUnknownLists(lists: readonly string[] = []): void {
    const complaints: Complaint[] = lists.flatMap((id, index) =>
      this.catalogue.lists.has(id)
        ? []
        : [
            {
              path: `lists.${index}`,
              message: `there is no list "${id}": it is none of ${[...this.catalogue.lists.keys()].join(', ')}`,
            },
          ],
    );
    if (complaints.length > 0) {
      throw new RedflagError(
        'invalid-request',
        'The query names a list that is not loaded.',
        complaints,
      );
    }
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
function outcomeOf(matches: readonly Uncounted[]): Outcome {
  const designated = matches.filter(({ designations }) => designations.length > 0);
  if (designated.some(({ strength }) => strength !== 'possible')) return 'match';
  return designated.length > 0 ? 'possible-match' : 'no-match';
}

/** Whether the outcome rests on a match. */
function counts({ designations, strength }: Uncounted, outcome: Outcome): boolean {
  return designations.length > 0 && (strength !== 'possible' || outcome === 'possible-match');
}
