import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { Page } from '../page/page.tsx';
import { TroubleNote } from '../page/trouble-note.tsx';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';
import { ChangeTable } from './change-table.tsx';
import { loadChanges, type PartyChange } from './changes.ts';
import { VersionForm } from './version-form.tsx';

interface Shown {
  readonly cursor: string;
  /** The pages before this one. */
  readonly before: readonly PartyChange[];
}

/** What changed between an earlier version of the catalogue and the one in use. The address holds the version. */
export function ChangesPage({ since }: { readonly since: string }) {
  const [{ cursor, before }, show] = useState<Shown>({ cursor: '', before: [] });
  const key = since === '' ? null : `${since} ${cursor}`;
  const answered = useAnswer(key, (signal) => loadChanges(since, cursor, signal));
  const { value, trouble, loading, again } = answered;
  const changes = value && !loading ? [...before, ...value.changes] : before;
  return (
    <Page
      title="Changes"
      lead="Which parties, names and designations were added, changed or removed since an earlier catalogue."
    >
      <VersionForm key={since} since={since} />
      <div aria-busy={loading && key !== null}>
        {trouble && <TroubleNote trouble={trouble} again={again} />}
        {value && (
          <p role="status">
            From{' '}
            <code>
              <Text of={value.before.version} />
            </code>{' '}
            of {longDate(value.before.builtAt.slice(0, 10))} to{' '}
            <code>
              <Text of={value.after.version} />
            </code>{' '}
            of {longDate(value.after.builtAt.slice(0, 10))}
            {changes.length === 0 && !loading && ': nothing has changed'}.
          </p>
        )}
        {changes.length > 0 && <ChangeTable changes={changes} />}
        {value && value.next !== null && (
          <button type="button" onClick={() => show({ cursor: value.next ?? '', before: changes })}>
            More
          </button>
        )}
      </div>
    </Page>
  );
}
