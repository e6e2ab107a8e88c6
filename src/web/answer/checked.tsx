import { useListName } from '../api/catalogue.ts';
import type { Screening } from '../api/types.ts';
import { NotChecked, notCheckedWords } from '../page/not-checked.tsx';
import { Scroll } from '../page/scroll.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { counted, longDate, shortDate } from '../words/dates.ts';
import { holdsWords } from '../words/words.ts';

/** What was checked and what was not: without it "no match" means nothing. */
export function Checked({ screening }: { readonly screening: Screening }) {
  const listName = useListName();
  const { coverage, disclaimer, id, screenedAt } = screening;
  const { lists, catalogue } = coverage;
  return (
    <section class="checked" aria-labelledby="checked">
      <h2 id="checked">What was checked</h2>
      <p>
        {counted(lists.length, 'list', 'lists')}, catalogue{' '}
        <code>
          <Text of={catalogue.version} />
        </code>{' '}
        built {longDate(catalogue.builtAt.slice(0, 10))}.{' '}
        <a href={hrefOf({ page: 'data' })}>How old the data is</a>
      </p>
      <details class="fold">
        <summary>{counted(lists.length, 'list', 'lists')} and their dates</summary>
        <Scroll label="Lists and their dates">
          <table>
            <thead>
              <tr>
                <th scope="col">List</th>
                <th scope="col">As of</th>
                <th scope="col">Holds</th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <tr key={list.id}>
                  <th scope="row">
                    <a href={hrefOf({ page: 'list', id: list.id, on: '' })}>
                      <Text of={listName(list.id)} />
                    </a>
                  </th>
                  <td class="date">{shortDate(list.asOf)}</td>
                  <td>{holdsWords(list)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
      <details class="fold">
        <summary>{notCheckedWords(coverage)}</summary>
        <NotChecked {...coverage} />
      </details>
      <p class="disclaimer">
        <Text of={disclaimer} />
      </p>
      <p class="quiet">
        <code>{id}</code> {screenedAt.slice(0, 16).replace('T', ' ')} UTC
      </p>
    </section>
  );
}
