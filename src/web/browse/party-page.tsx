import { Disagreements } from '../answer/disagreements.tsx';
import { DocumentList } from '../answer/document-list.tsx';
import { Documents } from '../answer/documents.ts';
import { about } from '../answer/match-article.tsx';
import { loadParty } from '../api/catalogue.ts';
import type { Party } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded, Page } from '../page/page.tsx';
import { RelationGraph } from '../pictures/relation-graph.tsx';
import { hrefOf, NO_QUESTION } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { Names, Particulars } from './party-particulars.tsx';
import { Standing } from './party-standing.tsx';

/** Owners of owners are followed this far up. */
const LEVELS = 3;

interface Known {
  readonly party: Party;
  readonly forebears: readonly Party[];
}

async function loadKnown(id: string, on: string, signal: AbortSignal): Promise<Known> {
  const party = await loadParty(id, on, signal);
  const forebears: Party[] = [];
  const seen = new Set([id]);
  let level = [party];
  for (let depth = 0; depth < LEVELS && level.length > 0; depth++) {
    const above = level
      .flatMap(({ relations }) => relations.map(({ other }) => other.id))
      .filter((id) => !seen.has(id));
    for (const id of above) seen.add(id);
    level = await Promise.all([...new Set(above)].map((id) => loadParty(id, on, signal)));
    forebears.push(...level);
  }
  return { party, forebears };
}

/** Everything that is known of a party. */
export function PartyPage({ id, on }: { readonly id: string; readonly on: string }) {
  const answered = useAnswer(`${id} ${on}`, (signal) => loadKnown(id, on, signal));
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
