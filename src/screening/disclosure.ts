import type { Catalogue } from '../domain/catalogue.ts';
import type { Citation, Disagreement } from '../domain/citation.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Designation } from '../domain/designation.ts';
import type { Determinable } from '../domain/determination.ts';
import { type Effect, effectsOf } from '../domain/effect.ts';
import { RedflagError } from '../domain/error.ts';
import type { List } from '../domain/list.ts';
import { displayName, type Party } from '../domain/party.ts';
import {
  type AffiliatesRule,
  limitsOf,
  type Path,
  pathsTo,
  reachOn,
  relationHolds,
} from '../domain/reach.ts';
import { forceOf, type Standing, standingOn } from '../domain/standing.ts';
import { affiliationOf } from './affiliation.ts';
import type { AnsweredDesignation, Cited, Match } from './answer.ts';

/** A designation as answered, and what it determines. */
export interface Disclosed {
  readonly answered: AnsweredDesignation;
  readonly determinable: Determinable;
}

/** Turns what the catalogue holds about a party on a date into what an answer shows of it. */
export class Disclosure {
  readonly #catalogue: Catalogue;
  readonly #affiliatesRule: AffiliatesRule;

  constructor(catalogue: Catalogue, affiliatesRule: AffiliatesRule) {
    this.#catalogue = catalogue;
    this.#affiliatesRule = affiliatesRule;
  }

  /** Every designation that had begun or was reported by `asOf`: the party's own, then those that reach it. */
  designations(party: Party, asOf: IsoDate): Disclosed[] {
    const own = party.designations.flatMap((designation) => {
      const standing = standingOn(designation, asOf);
      return standing ? [this.#disclose(party, designation, standing, null)] : [];
    });
    return party.relations.length === 0 ? own : [...own, ...this.#reached(party, asOf)];
  }

  #reached(party: Party, asOf: IsoDate): Disclosed[] {
    const partyById = (id: string) => this.#catalogue.party(id);
    return [...this.#catalogue.lists.values()].flatMap((list) => {
      const standings = (listed: Party) =>
        listed.designations.flatMap((designation) => {
          const standing = designation.list === list.id ? standingOn(designation, asOf) : null;
          return standing && forceOf(standing) !== 'nothing' ? [{ designation, standing }] : [];
        });
      const rules = reachOn(list, asOf, this.#affiliatesRule);
      const isListed = (candidate: Party) => standings(candidate).length > 0;
      return pathsTo(party, rules, asOf, partyById, isListed).flatMap((path) => {
        const listed = this.#catalogue.party(path.listed);
        if (!listed) return [];
        return standings(listed).map(({ designation, standing }) =>
          this.#disclose(listed, designation, standing, path),
        );
      });
    });
  }

  #disclose(
    listed: Party,
    designation: Designation,
    standing: Standing,
    path: Path | null,
  ): Disclosed {
    const list = this.list(designation.list);
    const { period } = standing;
    const reach = path?.reach ?? null;
    const suspended = reach?.status === 'suspended' && period.status === 'in-force';
    const force = suspended ? 'watch' : forceOf(standing);
    const effects = effectsOf(list.effects, designation.effects);
    const from = later(period.from, reach?.from ?? null);
    return {
      determinable: {
        ...{ list: list.id, party: listed.id, force, effects, period },
        limits: path === null ? [] : limitsOf(path),
      },
      answered: {
        list: { id: list.id, name: list.name, agency: list.agency },
        entry: designation.entry,
        status: suspended ? 'suspended' : period.status,
        force,
        from,
        to: earlier(period.to, reach?.to ?? null),
        seenOn: period.seenOn,
        scope: period.scope,
        note: period.note ?? null,
        report: period.report ?? null,
        via: (path?.steps ?? []).map(({ from, relation }) => ({
          relation: relation.type,
          from,
          to: relation.party,
          percent: relation.percent,
          since: relation.since,
          until: relation.until,
          evidence: relation.evidence,
          note: relation.note ?? null,
          disagreements: this.disagreements(relation.disagreements),
          citations: this.cite(relation.citations),
        })),
        reach: reach && {
          rule: reach.rule,
          status: reach.status,
          confirmed: reach.confirmed,
          summary: reach.summary,
          citations: this.cite(reach.citations),
        },
        editions: designation.editions.map(({ date, name }) => ({ date, name })),
        effects: this.#citeEffects(effects),
        disagreements: this.disagreements(period.disagreements),
        citations: this.cite(period.citations),
      },
    };
  }

  /** OEM relations of a party on a date: for a person to follow up, never a determination. */
  leads(party: Party, asOf: IsoDate): Match['leads'] {
    return party.relations.flatMap((relation) => {
      if (relation.type !== 'relabels' || !relationHolds(relation, asOf)) return [];
      const other = this.#catalogue.party(relation.party);
      if (!other) return [];
      return [
        {
          relation: relation.type,
          party: this.reference(other),
          evidence: relation.evidence,
          note: relation.note ?? null,
          citations: this.cite(relation.citations),
        },
      ];
    });
  }

  /** Whether anything is known of a party's affiliation on a date, and what is not. */
  reachOf(party: Party, asOf: IsoDate): Match['reach'] {
    return affiliationOf(party, asOf, this.#catalogue, this.#affiliatesRule);
  }

  reference(party: Party): Match['party'] {
    return { id: party.id, name: displayName(party), kind: party.kind, country: party.country };
  }

  /** The effects that hold for one entry, cited. */
  effects(designation: Designation): AnsweredDesignation['effects'] {
    const list = this.list(designation.list);
    return this.#citeEffects(effectsOf(list.effects, designation.effects));
  }

  #citeEffects(effects: readonly Effect[]): AnsweredDesignation['effects'] {
    return effects.map((effect) => ({ ...effect, citations: this.cite(effect.citations) }));
  }

  cite(citations: readonly Citation[]): Cited[] {
    return citations.map(({ source: id, locator, statement, quote }) => {
      const source = this.#catalogue.source(id);
      if (!source) throw new RedflagError('invalid-catalogue', `there is no source "${id}"`);
      const { type, title, publisher, date, url } = source;
      return {
        ...{ source: id, type, title, publisher, date, locator, url },
        ...(statement !== undefined && { statement }),
        ...(quote !== undefined && { quote }),
      };
    });
  }

  disagreements(disagreements: readonly Disagreement[]) {
    return disagreements.map((disagreement) => ({
      ...disagreement,
      citations: this.cite(disagreement.citations),
    }));
  }

  list(id: string): List {
    const list = this.#catalogue.lists.get(id);
    if (!list) throw new RedflagError('invalid-catalogue', `there is no list "${id}"`);
    return list;
  }
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
