import { useListName } from '../api/catalogue.ts';
import type { Designation } from '../api/types.ts';
import { StatusMark } from '../page/status-mark.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { longDate, periodWords } from '../words/dates.ts';
import { plain, reachWords } from '../words/words.ts';
import { Disagreements } from './disagreements.tsx';
import { DocumentList, References } from './document-list.tsx';
import { documentsOf } from './documents.ts';
import { EffectList } from './effect-list.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { Gist } from './gist.tsx';
import { Path } from './path.tsx';

interface Properties {
  readonly designation: Designation;
  readonly scope: string;
  readonly open: boolean;
  readonly nameOf: (party: string) => string;
  readonly on: string;
  /** Whether each designation must say by which path it is reached: not where all share one. */
  readonly paths: boolean;
}

/** One list: how the party stands under it, what it does, and the documents. Folded to a line. */
export function DesignationCard({ designation, scope, open, nameOf, on, paths }: Properties) {
  const listName = useListName();
  const { list, status, entry, via, reach, effects, disagreements, citations } = designation;
  const documents = documentsOf(designation);
  const refer = { documents, scope };
  return (
    <details class="designation" data-status={status} open={open} id={scope}>
      <summary>
        <StatusMark status={status} />
        <span class="list-name">
          <Text of={listName(list.id, list.name)} />
          {paths && via.length > 0 && (
            <span class="quiet"> through {nameOf(via.at(-1)?.to ?? '')}</span>
          )}
        </span>
        <span class="period">{periodWords(designation)}</span>
        <Gist effects={effects} force={designation.force} on={on} />
      </summary>
      <div class="designation-body">
        <p class="list-full">
          <a href={hrefOf({ page: 'list', id: list.id, on: '' })}>
            <Text of={list.name} />
          </a>{' '}
          <span class="quiet">
            <Text of={list.agency} />
          </span>
        </p>
        {paths && <Path via={via} nameOf={nameOf} on={on} />}
        {via.map((step) => (
          <Disagreements key={step.to} disagreements={step.disagreements} {...refer} />
        ))}
        <dl class="facts">
          <div>
            <dt>Standing</dt>
            <dd>
              <StatusMark status={status} /> {periodWords(designation)}{' '}
              <References citations={citations} {...refer} />
            </dd>
          </div>
          <EntryFacts entry={entry} />
          {designation.scope !== null && (
            <div>
              <dt>Scope</dt>
              <dd>
                <Text of={designation.scope} />
              </dd>
            </div>
          )}
          {designation.note !== null && (
            <div>
              <dt>Note</dt>
              <dd>
                <Text of={designation.note} />
              </dd>
            </div>
          )}
          {designation.report !== null && (
            <div>
              <dt>Reported</dt>
              <dd>
                by <Text of={designation.report.by} />
                {designation.report.attributedTo !== null && (
                  <>
                    , on the word of <Text of={designation.report.attributedTo} />
                  </>
                )}
                ; <Text of={designation.report.outcome} />
              </dd>
            </div>
          )}
          {via.length > 0 && (
            <div>
              <dt>Relation</dt>
              <dd>
                The path rests on{' '}
                <References citations={via.flatMap((step) => step.citations)} {...refer} />
              </dd>
            </div>
          )}
          {reach !== null && (
            <div>
              <dt>Reach</dt>
              <dd>
                {reachWords(reach.rule)}, {plain(reach.status)}
                {!reach.confirmed && ' (no document confirms it for this day)'}:{' '}
                <Text of={reach.summary} /> <References citations={reach.citations} {...refer} />
              </dd>
            </div>
          )}
          {designation.editions.length > 0 && (
            <div>
              <dt>Editions</dt>
              <dd>{designation.editions.map(({ date }) => longDate(date)).join(' · ')}</dd>
            </div>
          )}
        </dl>
        <EffectList effects={effects} {...refer} />
        <Disagreements disagreements={disagreements} {...refer} />
        <DocumentList {...refer} />
      </div>
    </details>
  );
}
