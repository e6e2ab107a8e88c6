import { Disagreements } from '../answer/disagreements.tsx';
import { DocumentList, References } from '../answer/document-list.tsx';
import { Documents } from '../answer/documents.ts';
import { EffectList } from '../answer/effect-list.tsx';
import { EntryFacts } from '../answer/entry-facts.tsx';
import { Gist } from '../answer/gist.tsx';
import { useListName } from '../api/catalogue.ts';
import type { Party, PartyDesignation } from '../api/types.ts';
import { StatusMark } from '../page/status-mark.tsx';
import { Timeline } from '../pictures/timeline.tsx';
import { rowsOfParty } from '../pictures/timeline-rows.ts';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { longDate, periodWords } from '../words/dates.ts';

/** How a party stands under each list, over time. */
export function Standing({ party, on }: { readonly party: Party; readonly on: string }) {
  const rows = [
    ...rowsOfParty(party),
    ...party.reached.map(({ list, entry, status, from, to, seenOn, via }) => ({
      ...{ list: list.id, listName: list.name, entry: entry.name, marks: [] },
      through: via.at(-1)?.to ?? null,
      bars: [{ status, from, to: to ?? null, seenOn: seenOn ?? null }],
    })),
  ];
  const asked = party.asOf;
  return (
    <section>
      <h2>
        Designations {on !== '' && <span class="quiet">as they stood on {longDate(asked)}</span>}
      </h2>
      {rows.length === 0 ? (
        <p class="quiet">No list names it, and none is known to reach it.</p>
      ) : (
        <Timeline
          rows={rows}
          asked={asked}
          dayWords={on === '' ? 'today' : 'asked'}
          title={`Designations of ${party.name} over time`}
        />
      )}
      {party.designations.map((designation, index) => (
        <History
          key={`${designation.list.id} ${designation.entry.name}`}
          designation={designation}
          scope={`list-${index}`}
          on={asked}
        />
      ))}
    </section>
  );
}

function History({
  designation,
  scope,
  on,
}: {
  readonly designation: PartyDesignation;
  readonly scope: string;
  readonly on: string;
}) {
  const listName = useListName();
  const { list, entry, standing, periods, effects } = designation;
  const documents = new Documents([
    ...periods.flatMap(({ citations, disagreements }) => [
      citations,
      ...disagreements.map((each) => each.citations),
    ]),
    ...effects.map(({ citations }) => citations),
  ]);
  const refer = { documents, scope };
  return (
    <details class="designation" data-status={standing?.status}>
      <summary>
        {standing ? <StatusMark status={standing.status} /> : <span class="status">Not yet</span>}
        <span class="list-name">
          <Text of={listName(list.id, list.name)} />
        </span>
        <span class="period">{standing && periodWords(standing)}</span>
        <Gist effects={effects} force={standing?.force ?? 'nothing'} on={on} />
      </summary>
      <div class="designation-body">
        <p class="list-full">
          <a href={hrefOf({ page: 'list', id: list.id, on: '' })}>
            <Text of={list.name} />
          </a>
        </p>
        <dl class="facts">
          <EntryFacts entry={entry} />
          {periods.map((period) => (
            <div key={`${period.status} ${period.from}`}>
              <dt>
                <StatusMark status={period.status} />
              </dt>
              <dd>
                {periodWords({
                  from: period.from,
                  to: period.to ?? null,
                  seenOn: period.seenOn ?? null,
                })}{' '}
                <References citations={period.citations} {...refer} />
                {period.note !== undefined && (
                  <p>
                    <Text of={period.note} />
                  </p>
                )}
                {period.scope && (
                  <p>
                    <Text of={period.scope} />
                  </p>
                )}
                {period.report && (
                  <p>
                    Reported by <Text of={period.report.by} />; <Text of={period.report.outcome} />
                  </p>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <EffectList effects={effects} level={3} {...refer} />
        {periods.map((period) => (
          <Disagreements
            key={`${period.status} ${period.from}`}
            disagreements={period.disagreements}
            level={3}
            {...refer}
          />
        ))}
        <DocumentList {...refer} level={3} />
      </div>
    </details>
  );
}
