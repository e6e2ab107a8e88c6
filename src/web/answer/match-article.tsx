import type { Match, Party, PartyReference } from '../api/types.ts';
import { Timeline } from '../pictures/timeline.tsx';
import { timelineRows } from '../pictures/timeline-rows.ts';
import { hrefOf } from '../route/route.ts';
import { AlignedNames } from '../text/aligned-names.tsx';
import { Text } from '../text/text.tsx';
import {
  countryWords,
  evidenceWords,
  fieldWords,
  kindWords,
  nameTypeWords,
  relationWords,
  strengthWords,
  worded,
} from '../words/words.ts';
import { Decided } from './decision.tsx';
import { DesignationCard } from './designation-card.tsx';
import { Disagreements } from './disagreements.tsx';
import { CitedBy, DocumentList } from './document-list.tsx';
import { Documents } from './documents.ts';
import { namer } from './namer.ts';
import { Path } from './path.tsx';
import { Reasons } from './reasons.tsx';

interface Properties {
  readonly match: Match;
  readonly number: number;
  /** Id of the screening. */
  readonly screening: string;
  /** The parties that bear the designations, with everything known. */
  readonly profiles: ReadonlyMap<string, Party>;
  readonly asOf: string;
  /** The list of the headline, which is unfolded. */
  readonly foremost: string | null;
}

/** One party that the question may denote: why, how it stands, what follows, and the documents. */
export function MatchArticle({ match, number, screening, profiles, asOf, foremost }: Properties) {
  const { party, matchedOn, designations, reach } = match;
  const nameOf = namer(match, profiles);
  const paths = distinctPaths(designations);
  const rows = timelineRows(match, profiles);
  const first = designations.find(({ list }) => list.id === foremost);
  const ordered = first ? [first, ...designations.filter((each) => each !== first)] : designations;
  const named = new Documents([
    matchedOn.citations,
    ...matchedOn.disagreements.map(({ citations }) => citations),
  ]);
  const sign =
    matchedOn.nameType === null
      ? fieldWords[matchedOn.field]
      : worded(nameTypeWords, matchedOn.nameType);
  return (
    <article class="match" aria-labelledby={`match-${number}`}>
      <header>
        <h2 id={`match-${number}`}>
          <a href={hrefOf({ page: 'party', id: party.id, on: asOf })}>
            <Text of={party.name} />
          </a>
        </h2>
        <p class="quiet">{about(party)}</p>
        <p class="score" data-strength={match.strength}>
          <b>{match.score.toFixed(2)}</b> {worded(strengthWords, match.strength)}
        </p>
      </header>
      <section class="why">
        <AlignedNames asked={matchedOn.query} listed={matchedOn.listed} sign={sign} />
        {matchedOn.note !== null && (
          <p class="caution">
            <Text of={matchedOn.note} />
          </p>
        )}
        <Reasons match={match} />
        <details class="fold">
          <summary>Where the listed {sign} is printed</summary>
          <DocumentList documents={named} scope={`match-${number}-name`} level={3} />
          <Disagreements
            disagreements={matchedOn.disagreements}
            documents={named}
            scope={`match-${number}-name`}
            level={3}
          />
        </details>
      </section>
      <Decided match={match} screening={screening} />
      {paths.map((via) => (
        <section class="reached" key={via.map(({ to }) => to).join(' ')}>
          <h3>How the restriction reaches it</h3>
          <Path via={via} nameOf={nameOf} on={asOf} />
        </section>
      ))}
      {reach.note !== null && (
        <p class="caution">
          <Text of={reach.note} />
        </p>
      )}
      {match.leads.length > 0 && (
        <section class="leads">
          <h3>To follow up</h3>
          {match.leads.map((lead) => (
            <div key={`${lead.relation} ${lead.party.id}`}>
              <p>
                It {worded(relationWords, lead.relation)}{' '}
                <a href={hrefOf({ page: 'party', id: lead.party.id, on: asOf })}>
                  <Text of={lead.party.name} />
                </a>{' '}
                <span class="quiet">
                  evidence: {worded(evidenceWords, lead.evidence)}; determines nothing by itself
                </span>
              </p>
              {lead.note !== null && (
                <p>
                  <Text of={lead.note} />
                </p>
              )}
              <CitedBy citations={lead.citations} />
            </div>
          ))}
        </section>
      )}
      {rows.length > 0 && (
        <section>
          <h3>What the lists said when</h3>
          <Timeline rows={rows} asked={asOf} title={`Designations of ${party.name} over time`} />
        </section>
      )}
      <section>
        <h3>{designations.length === 0 ? 'On no list' : 'List by list'}</h3>
        {designations.length === 0 && (
          <p>No designation of this party was asked about, or none had begun by that day.</p>
        )}
        {ordered.map((designation, index) => (
          <DesignationCard
            key={`${designation.list.id} ${designation.entry.name} ${designation.via.map(({ to }) => to).join(' ')}`}
            designation={designation}
            scope={`match-${number}-list-${index + 1}`}
            open={number === 1 && designation === first}
            nameOf={nameOf}
            on={asOf}
            paths={paths.length > 1 || designations.some(({ via }) => via.length === 0)}
          />
        ))}
      </section>
    </article>
  );
}

export function about({ kind, country, id }: PartyReference): string {
  return `${worded(kindWords, kind)} · ${countryWords(country)} · ${id}`;
}

/** Designations of one listed party are reached by the same path: it is drawn once. */
function distinctPaths(
  designations: Match['designations'],
): Match['designations'][number]['via'][] {
  const paths = new Map(
    designations
      .filter(({ via }) => via.length > 0)
      .map(({ via }) => [
        via.map(({ from, relation, to }) => `${from} ${relation} ${to}`).join(),
        via,
      ]),
  );
  return [...paths.values()];
}
