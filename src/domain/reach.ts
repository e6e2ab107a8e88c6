import { type IsoDate, lastDayOf } from './date.ts';
import type { List, Reach } from './list.ts';
import type { Party, Relation } from './party.ts';
import { contains, type Limit } from './span.ts';

/** The settings of BIS's Affiliates rule after its suspension ended by its own terms. */
export const affiliatesRuleSettings = ['by-terms', 'in-force', 'suspended'] as const;
export type AffiliatesRule = (typeof affiliatesRuleSettings)[number];

/** A rule of reach as it stands on a date. */
export interface StandingReach {
  readonly rule: Reach['rule'];
  readonly aggregate: boolean;
  readonly exceptCountries: readonly string[];
  readonly status: 'in-force' | 'suspended';
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** False where no document says that the rule stands so on the date. */
  readonly confirmed: boolean;
  readonly summary: string;
  readonly citations: Reach['citations'];
}

/** One step from a party to the one that it belongs to. */
export type Step = { readonly from: string; readonly relation: Relation };

/** A chain of steps from the party denoted to the party listed, and the rule that carries it. */
export interface Path {
  readonly listed: string;
  readonly steps: readonly Step[];
  /** Null when only identity (brand, former name) was followed: every list goes that far. */
  readonly reach: StandingReach | null;
}

/** Share from which `owned-50` holds, percent. */
const CONTROLLING_SHARE = 50;

/**
 * The rules of reach of a list on a date. A period that no document confirms
 * follows the operator's setting; `by-terms` takes the instrument at its word.
 */
export function reachOn(list: List, asOf: IsoDate, setting: AffiliatesRule): StandingReach[] {
  return list.reach.flatMap((reach) => {
    const period = reach.periods.find((period) => contains(period.from, period.to, asOf));
    if (!period || reach.rule === 'none') return [];
    const settled = period.confirmed || setting === 'by-terms';
    return [
      {
        rule: reach.rule,
        aggregate: reach.aggregate,
        exceptCountries: reach.exceptCountries,
        status: settled ? period.status : setting === 'suspended' ? 'suspended' : 'in-force',
        from: period.from,
        to: period.to,
        confirmed: period.confirmed,
        summary: reach.summary,
        citations: [...period.citations, ...reach.citations],
      } satisfies StandingReach,
    ];
  });
}

/** True when the relation held on `asOf`; a date stated only to the month or year holds from its first day to its last. */
export function relationHolds(relation: Relation, asOf: IsoDate): boolean {
  const since = relation.since;
  const until = relation.until;
  return (
    (since === null || since <= asOf.slice(0, since.length)) &&
    (until === null || asOf.slice(0, until.length) <= until)
  );
}

/** The days within which a path carries a restriction: those of its rule and of each tie. */
export function limitsOf({ steps, reach }: Path): Limit[] {
  const ties = steps.map(({ relation: { since, until } }) => ({
    from: since,
    to: until === null ? null : lastDayOf(until),
  }));
  return reach === null ? ties : [reach, ...ties];
}

/** A brand is its owner's goods, a former name its bearer: every list reaches through these. */
function isIdentity(relation: Relation): boolean {
  return relation.type === 'brand-of' || relation.type === 'formerly';
}

function isAffiliation(relation: Relation): boolean {
  if (relation.type === 'owned-by') return (relation.percent ?? 0) >= CONTROLLING_SHARE;
  return relation.type === 'subsidiary-of' || relation.type === 'affiliate-of';
}

/**
 * The ways in which restrictions on other parties reach a party, each the
 * shortest chain to a listed party. A restriction runs down from the listed
 * party to what belongs to it, never up: steps go from child to parent only.
 *
 *     hilook --brand-of--> ezviz --subsidiary-of--> hikvision (listed)
 *
 * - identity (`brand-of`, `formerly`) carries under every rule, `none` included;
 * - `subsidiaries-and-affiliates` follows subsidiaries, affiliates and controlling shares;
 * - `owned-50` follows stated shares only: a chain in which each owner holds half
 *   or more, or, where the list adds shares up, owners who are themselves listed
 *   or reached and hold half together.
 *
 * `relabels` never carries: an OEM relation is a lead, not ownership.
 *
 * @param partyById the catalogue's parties; unknown ids end a chain
 * @param isListed whether the list names that party on the date
 */
export function pathsTo(
  party: Party,
  rules: readonly StandingReach[],
  asOf: IsoDate,
  partyById: (id: string) => Party | undefined,
  isListed: (party: Party) => boolean,
): Path[] {
  const found = new Map<string, Path>();
  const offer = (path: Path) => {
    const known = found.get(path.listed);
    if (!known || rank(path) < rank(known)) found.set(path.listed, path);
  };
  const reaching = rules.filter(
    ({ exceptCountries }) => party.country === null || !exceptCountries.includes(party.country),
  );
  for (const reach of [null, ...reaching]) {
    const paths =
      reach?.rule === 'owned-50'
        ? ownedPaths(party, reach, asOf, partyById, isListed)
        : followedPaths(party, reach, asOf, partyById, isListed);
    for (const path of paths) offer(path);
  }
  return [...found.values()];
}

/** Prefers a path that is in force, then the shorter one. */
function rank(path: Path): number {
  return (path.reach?.status === 'suspended' ? 1000 : 0) + path.steps.length;
}

/** Breadth first over identity, and over affiliation where the rule follows it. */
function followedPaths(
  start: Party,
  reach: StandingReach | null,
  asOf: IsoDate,
  partyById: (id: string) => Party | undefined,
  isListed: (party: Party) => boolean,
): Path[] {
  const paths: Path[] = [];
  const seen = new Set([start.id]);
  const queue: { party: Party; steps: Step[] }[] = [{ party: start, steps: [] }];
  for (const { party, steps } of queue) {
    if (steps.length > 0 && isListed(party)) {
      paths.push({ listed: party.id, steps, reach });
    }
    for (const relation of party.relations) {
      const followed = isIdentity(relation) || (reach !== null && isAffiliation(relation));
      if (!followed || seen.has(relation.party) || !relationHolds(relation, asOf)) continue;
      const next = partyById(relation.party);
      if (!next) continue;
      seen.add(next.id);
      queue.push({ party: next, steps: [...steps, { from: party.id, relation }] });
    }
  }
  return paths;
}

/** Owners with stated shares, half or more alone or, with `aggregate`, together. */
function ownedPaths(
  start: Party,
  reach: StandingReach,
  asOf: IsoDate,
  partyById: (id: string) => Party | undefined,
  isListed: (party: Party) => boolean,
): Path[] {
  const visit = (party: Party, seen: ReadonlySet<string>): Path[] => {
    const owners: { percent: number; paths: Path[] }[] = [];
    for (const relation of party.relations) {
      const percent = isIdentity(relation) ? 100 : statedShare(relation);
      if (percent === null || seen.has(relation.party) || !relationHolds(relation, asOf)) continue;
      const owner = partyById(relation.party);
      if (!owner) continue;
      const step = { from: party.id, relation };
      const paths = isListed(owner)
        ? [{ listed: owner.id, steps: [step], reach }]
        : visit(owner, new Set([...seen, owner.id])).map((path) => ({
            ...path,
            steps: [step, ...path.steps],
          }));
      if (paths.length > 0) owners.push({ percent, paths });
    }
    const together = owners.reduce((sum, owner) => sum + owner.percent, 0);
    return owners
      .filter(
        ({ percent }) =>
          percent >= CONTROLLING_SHARE || (reach.aggregate && together >= CONTROLLING_SHARE),
      )
      .flatMap(({ paths }) => paths);
  };
  return visit(start, new Set([start.id]));
}

function statedShare(relation: Relation): number | null {
  return relation.type === 'owned-by' || relation.type === 'subsidiary-of'
    ? relation.percent
    : null;
}
