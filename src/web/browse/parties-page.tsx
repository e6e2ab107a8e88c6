import { useContext, useState } from 'preact/hooks';
import { BackgroundContext } from '../api/catalogue.ts';
import type { Status } from '../api/types.ts';
import { Page } from '../page/page.tsx';
import { flat } from '../text/marks.ts';
import { statusWords } from '../words/words.ts';
import { PartyTable } from './party-table.tsx';

/** Parties by name, list, status and day. */
export function PartiesPage() {
  const background = useContext(BackgroundContext);
  const [query, setQuery] = useState<Readonly<Record<string, string>>>({});
  const choose = (field: string, value: string) => {
    const { [field]: _, ...rest } = query;
    setQuery(value === '' ? rest : { ...rest, [field]: value });
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
            onInput={(event) => choose('q', event.currentTarget.value.trim())}
          />
        </label>
        <label>
          List{' '}
          <select onChange={(event) => choose('list', event.currentTarget.value)}>
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
          <select onChange={(event) => choose('status', event.currentTarget.value)}>
            <option value="">any</option>
            {(Object.entries(statusWords) as [Status, string][]).map(([status, words]) => (
              <option key={status} value={status}>
                {words.toLowerCase()}
              </option>
            ))}
          </select>
        </label>
        <label>
          On <input type="date" onChange={(event) => choose('asOf', event.currentTarget.value)} />
        </label>
      </div>
      <PartyTable query={query} />
    </Page>
  );
}
