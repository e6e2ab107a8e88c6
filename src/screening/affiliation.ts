import type { Catalogue } from '../domain/catalogue.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Party, Relation } from '../domain/party.ts';
import { type AffiliatesRule, reachOn, relationHolds } from '../domain/reach.ts';
import { forceOf, standingOn } from '../domain/standing.ts';
import type { Match } from './answer.ts';

/**
 * What is known of whom a party belongs to on a date, and what is not: silence
 * would read as "nobody", and a tie that has ended as one that never was. An OEM
 * relation tells who makes the goods, nothing of ownership.
 *
 * - no tie recorded: not assessed, and says so;
 * - ties, none of which holds on the date: says which, and when they held;
 * - a tie without a share, to a party on a list that reaches by shares: says that
 *   this rule could not be applied.
 */
export function affiliationOf(
  party: Party,
  asOf: IsoDate,
  catalogue: Pick<Catalogue, 'lists' | 'party'>,
  setting: AffiliatesRule,
): Match['reach'] {
  const ties = party.relations.filter(({ type }) => type !== 'relabels');
  if (ties.length === 0) {
    return {
      assessed: false,
      note: 'affiliation not assessed: the catalogue records no owner or affiliate of this party',
    };
  }
  const holding = ties.filter((tie) => relationHolds(tie, asOf));
  if (holding.length === 0) {
    return {
      assessed: true,
      note: `no recorded tie holds on ${asOf}: ${ties.map(told).join('; ')}`,
    };
  }
  const unstated = holding.filter(isWithoutShare);
  const lists = listsByShare(party, unstated, asOf, catalogue, setting);
  if (lists.length === 0) return { assessed: true, note: null };
  return {
    assessed: true,
    note: `no share is recorded (${unstated.map(told).join('; ')}): whether the 50 % rule of ${lists.join(', ')} reaches this party is not assessed`,
  };
}

/** The lists whose rule of shares would decide, had the tie a share: they name the owner and not the party. */
function listsByShare(
  party: Party,
  ties: readonly Relation[],
  asOf: IsoDate,
  catalogue: Pick<Catalogue, 'lists' | 'party'>,
  setting: AffiliatesRule,
): string[] {
  if (ties.length === 0) return [];
  return [...catalogue.lists.values()].flatMap((list) => {
    const counts = reachOn(list, asOf, setting).some(
      ({ rule, status, exceptCountries }) =>
        rule === 'owned-50' &&
        status === 'in-force' &&
        (party.country === null || !exceptCountries.includes(party.country)),
    );
    const isListed = (candidate: Party | undefined) =>
      (candidate?.designations ?? []).some((designation) => {
        const standing = designation.list === list.id ? standingOn(designation, asOf) : null;
        return standing !== null && forceOf(standing) !== 'nothing';
      });
    const decides =
      counts && !isListed(party) && ties.some((tie) => isListed(catalogue.party(tie.party)));
    return decides ? [list.id] : [];
  });
}

function isWithoutShare({ type, percent }: Relation): boolean {
  return percent === null && type !== 'brand-of' && type !== 'formerly';
}

/** "subsidiary of dahua from 2018-02 until 2022-11-24" */
function told({ type, party, since, until }: Relation): string {
  const from = since === null ? '' : ` from ${since}`;
  const to = until === null ? '' : ` until ${until}`;
  return `${type.replaceAll('-', ' ')} ${party}${from}${to}`;
}
