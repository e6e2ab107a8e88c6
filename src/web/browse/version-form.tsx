import { useState } from 'preact/hooks';
import { useAnswer } from '../api/use-answer.ts';
import { go } from '../route/navigation.ts';
import { flat } from '../text/marks.ts';
import { momentWords } from '../words/dates.ts';
import { loadVersions } from './changes.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Chooses the version to compare with: one that is kept, or the newest built by a day. One choice takes back the other. */
export function VersionForm({ since }: { readonly since: string }) {
  const { value, trouble, loading } = useAnswer('versions', loadVersions);
  const [chosen, choose] = useState(since);
  const day = DAY.test(chosen) ? chosen : '';
  const kept = value?.versions ?? [];
  // An address may name a version by its beginning, or one that is no longer kept.
  const meant = kept.find(({ version }) => chosen !== '' && version.startsWith(chosen));
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        go({ page: 'changes', since: chosen });
      }}
    >
      <label>
        Since the version{' '}
        <select
          class="version"
          aria-busy={loading}
          value={day === '' ? (meant?.version ?? '') : ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{trouble ? 'cannot be read' : 'choose one'}</option>
          {kept.map(({ version, builtAt }) => (
            <option key={version} value={version}>
              {momentWords(builtAt)} · {flat(version)}
              {version === value?.inUse && ' (in use)'}
            </option>
          ))}
        </select>
      </label>
      <label>
        or the newest by the day{' '}
        <input
          type="date"
          min="1900-01-01"
          max="2099-12-31"
          value={day}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={chosen === ''}>
        Compare
      </button>
      {kept.length === 1 && (
        <p class="quiet">Only the one in use is kept so far: there is nothing to compare yet.</p>
      )}
    </form>
  );
}
