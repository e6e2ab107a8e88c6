import { Disagreements } from '../answer/disagreements.tsx';
import { DocumentList, References } from '../answer/document-list.tsx';
import { Documents } from '../answer/documents.ts';
import { EffectList } from '../answer/effect-list.tsx';
import { EntryFacts } from '../answer/entry-facts.tsx';
import { about } from '../answer/match-article.tsx';
import { SourceLinks } from '../answer/source-links.tsx';
import { loadParty, useListName } from '../api/catalogue.ts';
import type { Party, PartyDesignation } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded, Page } from '../page/page.tsx';
import { Scroll } from '../page/scroll.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { RelationGraph } from '../pictures/relation-graph.tsx';
import { Timeline } from '../pictures/timeline.tsx';
import { rowsOfParty } from '../pictures/timeline-rows.ts';
import { hrefOf, NO_QUESTION } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { longDate, periodWords } from '../words/dates.ts';
import { nameTypeWords, worded } from '../words/words.ts';

/** Owners of owners are followed this far up. */
const LEVELS = 3;

interface Known {
  readonly party: Party;
  readonly forebears: readonly Party[];
}

async function loadKnown(id: string, signal: AbortSignal): Promise<Known> {
  const party = await loadParty(id, signal);
  const forebears: Party[] = [];
  const seen = new Set([id]);
  let level = [party];
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const above = level
      .flatMap(({ relations }) => relations.map(({ other }) => other.id))
      .filter((id) => !seen.has(id));
    for (const id of above) seen.add(id);
    level = await Promise.all([...new Set(above)].map((id) => loadParty(id, signal)));
    forebears.push(...level);
  }
  return { party, forebears };
}

/** Everything that is known of a party. */
export function PartyPage({ id, on }: { readonly id: string; readonly on: string }) {
  const answered = useAnswer(id, (signal) => loadKnown(id, signal));
  return (
    <Loaded answered={answered} title="Party">
      {({ party, forebears }) => (
        <Page title={party.name} heading={<Text of={party.name} />} lead={about(party)}>
          <p>
            <a
              href={hrefOf({
                page: 'ask',
                question: { ...NO_QUESTION, text: party.name, on, as: 'name' },
              })}
            >
              Screen this name
            </a>
          </p>
          <Standing party={party} on={on} />
          <section>
            <h2>Relations</h2>
            {party.relations.length + party.relatedBy.length === 0 ? (
              <p class="quiet">None is recorded.</p>
            ) : (
              <>
                <RelationGraph party={party} forebears={forebears} />
                <RelationDocuments party={party} />
              </>
            )}
          </section>
          <Names party={party} />
          <Particulars party={party} />
        </Page>
      )}
    </Loaded>
  );
}

function Standing({ party, on }: { readonly party: Party; readonly on: string }) {
  const rows = [
    ...rowsOfParty(party),
    ...party.reached.map(({ list, entry, status, from, to, seenOn, via }) => ({
      ...{ list: list.id, listName: list.name, entry: entry.name, marks: [] },
      through: via.at(-1)?.to ?? null,
      bars: [{ status, from, to: to ?? null, seenOn: seenOn ?? null }],
    })),
  ];
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section>
      <h2>Designations</h2>
      {rows.length === 0 ? (
        <p class="quiet">No list names it, and none is known to reach it.</p>
      ) : (
        <Timeline
          rows={rows}
          asked={on === '' ? today : on}
          title={`Designations of ${party.name} over time`}
        />
      )}
      {party.designations.map((designation, index) => (
        <History
          key={`${designation.list.id} ${designation.entry.name}`}
          designation={designation}
          scope={`list-${index}`}
        />
      ))}
    </section>
  );
}

function History({
  designation,
  scope,
}: {
  readonly designation: PartyDesignation;
  readonly scope: string;
}) {
  const listName = useListName();
  const { list, entry, periods, effects } = designation;
  const documents = new Documents([
    ...periods.flatMap(({ citations, disagreements }) => [
      citations,
      ...disagreements.map((each) => each.citations),
    ]),
    ...effects.map(({ citations }) => citations),
  ]);
  const refer = { documents, scope };
  const last = periods.at(-1);
  return (
    <details class="designation" data-status={last?.status}>
      <summary>
        {last && <StatusMark status={last.status} />}
        <span class="list-name">
          <Text of={listName(list.id, list.name)} />
        </span>
        <span class="period">{last && periodWords({ ...last, to: last.to ?? null })}</span>
        <span class="gist" />
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
        <EffectList effects={effects} {...refer} />
        {periods.map((period) => (
          <Disagreements
            key={`${period.status} ${period.from}`}
            disagreements={period.disagreements}
            {...refer}
          />
        ))}
        <DocumentList {...refer} />
      </div>
    </details>
  );
}

function RelationDocuments({ party }: { readonly party: Party }) {
  const relations = [...party.relations, ...party.relatedBy];
  return (
    <details class="fold">
      <summary>The documents behind the relations</summary>
      {relations.map(({ from, relation, to, other, citations, disagreements, note }) => {
        const documents = new Documents([
          citations,
          ...disagreements.map((each) => each.citations),
        ]);
        const scope = `relation-${from}-${relation}-${to}`;
        return (
          <div key={scope}>
            <h3>
              <Text of={other.name} />
            </h3>
            {note !== null && (
              <p>
                <Text of={note} />
              </p>
            )}
            <Disagreements disagreements={disagreements} documents={documents} scope={scope} />
            <DocumentList documents={documents} scope={scope} />
          </div>
        );
      })}
    </details>
  );
}

function Names({ party }: { readonly party: Party }) {
  return (
    <section>
      <h2>Names</h2>
      <Scroll label="Names">
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Is a</th>
              <th scope="col">Printed in</th>
            </tr>
          </thead>
          <tbody>
            {party.names.map(({ name, type, lang, citations }) => (
              <tr key={`${name} ${type}`}>
                <th scope="row">
                  <Text of={name} lang={lang} />
                </th>
                <td>{worded(nameTypeWords, type)}</td>
                <td>
                  <SourceLinks citations={citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Particulars({ party }: { readonly party: Party }) {
  const { addresses, identifiers, birthDates, notes } = party;
  const facts = [
    ...addresses.map(({ text, citations }) => ({ label: 'Address', text, citations })),
    ...identifiers.map(({ scheme, value, citations }) => ({
      ...{ label: scheme, text: value, citations },
    })),
    ...birthDates.map(({ date, citations }) => ({
      label: 'Born',
      text: longDate(date),
      citations,
    })),
    ...notes.map(({ text, citations }) => ({ label: 'Note', text, citations })),
  ];
  if (facts.length === 0) return null;
  return (
    <section>
      <h2>Particulars</h2>
      <Scroll label="Particulars">
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">As printed</th>
              <th scope="col">Printed in</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ label, text, citations }) => (
              <tr key={`${label} ${text}`}>
                <th scope="row">{label}</th>
                <td>
                  <Text of={text} />
                </td>
                <td>
                  <SourceLinks citations={citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
