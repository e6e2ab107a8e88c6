import { CitedBy, DocumentList, References } from '../answer/document-list.tsx';
import { Documents } from '../answer/documents.ts';
import { EffectList } from '../answer/effect-list.tsx';
import { loadList } from '../api/catalogue.ts';
import type { ListPage as List } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded, Page } from '../page/page.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { Text } from '../text/text.tsx';
import { longDate, periodWords } from '../words/dates.ts';
import { countryWords, reachWords } from '../words/words.ts';
import { PartyTable } from './party-table.tsx';

/** One list: what it does, how far it reaches, its editions and classes, and whom it names. */
export function ListPage({ id }: { readonly id: string }) {
  const answered = useAnswer(id, (signal) => loadList(id, signal));
  return (
    <Loaded answered={answered} title="List">
      {(list) => (
        <Page
          title={list.shortName}
          heading={<Text of={list.name} />}
          lead={<Text of={list.agency} />}
        >
          <Instrument list={list} />
          <section>
            <h2>Parties that it names</h2>
            <PartyTable query={{ list: id }} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}

function Instrument({ list }: { readonly list: List }) {
  const {
    authority,
    binds,
    summary,
    jurisdiction,
    asOf,
    complete,
    periods,
    effects,
    reach,
    editions,
    classes,
  } = list;
  const documents = new Documents([
    ...[list.citations, ...periods.map(({ citations }) => citations)],
    ...effects.map(({ citations }) => citations),
    ...reach.flatMap(({ citations, periods }) => [
      citations,
      ...periods.map((period) => period.citations),
    ]),
  ]);
  const refer = { documents, scope: 'document' };
  return (
    <>
      <section>
        <p class="prose">
          <Text of={summary} /> <References citations={list.citations} {...refer} />
        </p>
        <dl class="facts">
          <div>
            <dt>Authority</dt>
            <dd>
              <Text of={authority} />
            </dd>
          </div>
          <div>
            <dt>Binds</dt>
            <dd>
              <Text of={binds} />
            </dd>
          </div>
          <div>
            <dt>Of</dt>
            <dd>
              <Text of={countryWords(jurisdiction)} />
            </dd>
          </div>
          <div>
            <dt>Here as of</dt>
            <dd>
              {longDate(asOf)},{' '}
              {complete ? 'with all parties that it names' : 'with a part of its parties'}
            </dd>
          </div>
          <div>
            <dt>Standing</dt>
            <dd>
              <ul class="plain">
                {periods.map((period) => (
                  <li key={`${period.status} ${period.from}`}>
                    <StatusMark status={period.status} />{' '}
                    {periodWords({ from: period.from, to: period.to ?? null })}{' '}
                    <Note of={period.note} /> <References citations={period.citations} {...refer} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
      </section>
      <section>
        <h2>What it does</h2>
        <EffectList effects={effects} level={3} {...refer} />
      </section>
      <section>
        <h2>How far it reaches</h2>
        {reach.map((rule) => (
          <div key={rule.rule} class="prose">
            <p>
              <strong>
                <Text of={reachWords(rule.rule)} />
              </strong>
              {rule.aggregate && ', shares added up'}: <Text of={rule.summary} />{' '}
              <References citations={rule.citations} {...refer} />
            </p>
            <ul class="plain">
              {rule.periods.map((period) => (
                <li key={`${period.status} ${period.from}`}>
                  <StatusMark status={period.status} />{' '}
                  {periodWords({ from: period.from, to: period.to ?? null })}
                  {period.confirmed === false && ', not confirmed by a document'}{' '}
                  <Note of={period.note} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      {classes.length > 0 && (
        <section>
          <h2>Classes that name no party</h2>
          <p class="quiet">
            No name can be compared with these; a person must look at the product.
          </p>
          {classes.map((each) => (
            <div key={each.id} class="prose">
              <p>
                <Text of={each.text} />{' '}
                {each.from !== null && <span class="quiet">since {longDate(each.from)}</span>}
              </p>
              <details class="fold">
                <summary>Documents{each.exceptions.length > 0 && ' and exceptions'}</summary>
                {each.exceptions.length > 0 && (
                  <ul>
                    {each.exceptions.map((exception) => (
                      <li key={exception}>
                        Except <Text of={exception} />
                      </li>
                    ))}
                  </ul>
                )}
                <CitedBy citations={each.citations} />
              </details>
            </div>
          ))}
        </section>
      )}
      {editions.length > 0 && (
        <section>
          <h2>Editions</h2>
          <ul class="plain">
            {editions.map(({ date, complete, withdrawn, note, citations }) => (
              <li key={`${date} ${note}`}>
                <details class="fold">
                  <summary>
                    {longDate(date)}{' '}
                    <span class="quiet">
                      {complete ? 'complete' : 'in part'}
                      {withdrawn && ', withdrawn'}
                    </span>
                  </summary>
                  {note !== undefined && (
                    <p>
                      <Text of={note} />
                    </p>
                  )}
                  <CitedBy citations={citations} />
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      <DocumentList {...refer} level={2} />
    </>
  );
}

function Note({ of }: { readonly of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <span class="quiet">
      · <Text of={of} />
    </span>
  );
}
