import { useEffect, useRef, useState } from 'preact/hooks';
import { loadParties, useListName } from '../api/catalogue.ts';
import type { PartySummary } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Scroll } from '../page/scroll.tsx';
import { StatusMark } from '../page/status-mark.tsx';
import { TroubleNote } from '../page/trouble-note.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';
import { countryWords, kindWords, worded } from '../words/words.ts';

interface Properties {
  readonly query: Readonly<Record<string, string>> & { readonly asOf?: string };
}

/** Parties, a page at a time. */
export function PartyTable({ query }: Properties) {
  const listName = useListName();
  const { asOf } = query;
  const base = JSON.stringify(query);
  const [cursor, setCursor] = useState('');
  const [before, setBefore] = useState<readonly PartySummary[]>([]);
  const shown = useRef<readonly PartySummary[]>([]);
  useEffect(() => {
    setCursor('');
    setBefore([]);
  }, [base]);
  const { value, trouble, loading, again } = useAnswer(`${base} ${cursor}`, (signal) =>
    loadParties({ ...query, cursor, limit: '50' }, signal),
  );
  if (trouble) return <TroubleNote trouble={trouble} again={again} />;
  // What is shown stays until the next is there, so that typing does not empty the table.
  if (value && !loading) shown.current = [...before, ...value.parties];
  const parties = shown.current;
  const next = loading ? null : (value?.next ?? null);
  if (value === null) {
    return (
      <p class="quiet delayed" aria-busy={loading}>
        Reading …
      </p>
    );
  }
  return (
    <div aria-busy={loading}>
      <Scroll label="Parties">
        <table class="wide stacks">
          <thead>
            <tr>
              <th scope="col">Party</th>
              <th scope="col">Kind</th>
              <th scope="col">Country</th>
              <th scope="col">On lists {asOf === undefined ? 'today' : `on ${longDate(asOf)}`}</th>
            </tr>
          </thead>
          <tbody>
            {parties.map(({ id, name, kind, country, designations }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf({ page: 'party', id, on: '' })}>
                    <Text of={name} />
                  </a>
                </th>
                <td>{worded(kindWords, kind)}</td>
                <td>{countryWords(country)}</td>
                <td>
                  {designations.length === 0 && <span class="quiet">none itself</span>}
                  <ul class="standings">
                    {designations.map(({ list, entry, status }) => (
                      <li key={`${list} ${entry}`}>
                        <StatusMark status={status} />: <Text of={listName(list)} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {!loading && parties.length === 0 && <p class="quiet">None.</p>}
      <button
        type="button"
        disabled={next === null}
        hidden={next === null && !loading}
        onClick={() => {
          setBefore(parties);
          setCursor(next ?? '');
        }}
      >
        {loading ? 'Reading …' : 'More'}
      </button>
    </div>
  );
}
