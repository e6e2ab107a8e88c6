import { useState } from 'preact/hooks';
import { askFor, path } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Page } from '../page/page.tsx';
import { TroubleNote } from '../page/trouble-note.tsx';
import { ChangeReport } from './change-report.tsx';

/** What changed between two versions of the catalogue. */
export function ChangesPage() {
  const [since, setSince] = useState('');
  const answered = useAnswer(since === '' ? null : since, (signal) =>
    askFor<unknown>(path('/changes', { since }), { signal }),
  );
  return (
    <Page
      title="Changes"
      lead="Which parties, names and designations were added, changed or removed since an earlier catalogue."
    >
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          setSince(String(new FormData(event.currentTarget).get('since') ?? '').trim());
        }}
      >
        <label>
          Since{' '}
          <input
            name="since"
            type="text"
            required
            maxLength={64}
            placeholder="2026-11-01"
            aria-describedby="since-what"
          />
        </label>
        <button type="submit">Compare</button>
        <p class="quiet" id="since-what">
          A version of the catalogue, or the day on which it was built (YYYY-MM-DD)
        </p>
      </form>
      <div aria-busy={answered.loading && since !== ''}>
        {answered.trouble && <TroubleNote trouble={answered.trouble} again={answered.again} />}
        {answered.value !== null && <ChangeReport report={answered.value} />}
      </div>
    </Page>
  );
}
