import { useContext } from 'preact/hooks';
import { BackgroundContext } from '../api/catalogue.ts';
import type { Status } from '../api/types.ts';
import { Page } from '../page/page.tsx';
import { note } from '../route/navigation.ts';
import type { PartyFilter } from '../route/route.ts';
import { flat } from '../text/marks.ts';
import { statusWords } from '../words/words.ts';
import { PartyTable } from './party-table.tsx';

/** Parties by name, list, status and day. The address holds the filter. */
export function PartiesPage({ filter }: { readonly filter: PartyFilter }) {
  const background = useContext(BackgroundContext);
  const choose = (changes: Partial<PartyFilter>) =>
    note({ page: 'parties', filter: { ...filter, ...changes } });
  const { q, list, status, on } = filter;
  const query = {
    ...(q.trim() !== '' && { q: q.trim() }),
    ...(list !== '' && { list }),
    ...(status !== '' && { status }),
    ...(on !== '' && { asOf: on }),
  };
  return (
    <Page title="Parties" lead="Everyone that a list names here, and those related to them.">
      <div class="filters">
        <label>
          Name{' '}
          <input
            type="search"
            dir="auto"
            maxLength={512}
            value={q}
            onInput={(event) => choose({ q: event.currentTarget.value })}
          />
        </label>
        <label>
          List{' '}
          <select value={list} onChange={(event) => choose({ list: event.currentTarget.value })}>
            <option value="">any</option>
            {[...(background?.lists.values() ?? [])]
              .filter(({ parties }) => parties > 0)
              .map(({ id, shortName }) => (
                <option key={id} value={id}>
                  {flat(shortName)}
                </option>
              ))}
          </select>
        </label>
        <label>
          Status{' '}
          <select
            value={status}
            onChange={(event) => choose({ status: event.currentTarget.value })}
          >
            <option value="">any</option>
            {(Object.entries(statusWords) as [Status, string][]).map(([status, words]) => (
              <option key={status} value={status}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label>
          On{' '}
          <input
            type="date"
            min="1900-01-01"
            max="2099-12-31"
            value={on}
            onChange={(event) => choose({ on: event.currentTarget.value })}
          />
        </label>
      </div>
      <PartyTable query={query} />
    </Page>
  );
}
