import { useListName } from '../api/catalogue.ts';
import type { Coverage } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { ageWords, daysBetween, shortDate } from '../words/dates.ts';
import { holdsWords } from '../words/words.ts';

const WIDTH = 160;

/** How old the newest document behind each list is, the oldest first: the bars are the picture, the row is its table. */
export function DataAge({
  lists,
  today,
}: {
  readonly lists: Coverage['lists'];
  readonly today: string;
}) {
  const listName = useListName();
  const aged = lists
    .map((list) => ({ ...list, days: Math.max(0, daysBetween(list.asOf, today)) }))
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
  const oldest = Math.max(365, ...aged.map(({ days }) => days));
  return (
    <Scroll label="Age of the data, list by list">
      <table class="ages">
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">Newest document</th>
            <th scope="col">Age</th>
            <th scope="col">
              <span class="sr">Age as a bar</span>
            </th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {aged.map(({ id, asOf, days, parties, complete }) => (
            <tr key={id}>
              <th scope="row">
                <a href={hrefOf({ page: 'list', id, on: '' })}>
                  <Text of={listName(id)} />
                </a>
              </th>
              <td class="date">{shortDate(asOf)}</td>
              <td class="date">{ageWords(days)}</td>
              <td>
                <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
                  <rect class="track" y="4" width={WIDTH} height="2" />
                  <rect
                    class="fill"
                    y="1"
                    width={Math.max(2, (days / oldest) * WIDTH)}
                    height="8"
                  />
                </svg>
              </td>
              <td>{holdsWords({ parties, complete })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
