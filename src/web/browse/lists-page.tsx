import { useContext } from 'preact/hooks';
import { BackgroundContext } from '../api/catalogue.ts';
import { Page } from '../page/page.tsx';
import { Scroll } from '../page/scroll.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { shortDate } from '../words/dates.ts';
import { countryWords } from '../words/words.ts';

/** Every list that is loaded. */
export function ListsPage() {
  const background = useContext(BackgroundContext);
  const lists = [...(background?.lists.values() ?? [])].sort(
    (a, b) => b.parties - a.parties || (a.name < b.name ? -1 : 1),
  );
  if (!background) return <main id="main" class="waiting" aria-busy="true" />;
  return (
    <Page
      title="Lists"
      lead="Each is one legal instrument. What it forbids, to whom and since when is on its own page, with the documents."
    >
      <Scroll label="Lists">
        <table class="wide stacks">
          <thead>
            <tr>
              <th scope="col">List</th>
              <th scope="col">Agency</th>
              <th scope="col">Of</th>
              <th scope="col" class="number">
                Parties
              </th>
              <th scope="col">As of</th>
              <th scope="col">Of its parties</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(({ id, name, shortName, agency, jurisdiction, parties, asOf, complete }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={hrefOf({ page: 'list', id, on: '' })}>
                    <Text of={shortName} />
                  </a>
                  <div class="quiet">
                    <Text of={name} />
                  </div>
                </th>
                <td>
                  <Text of={agency} />
                </td>
                <td>
                  <Text of={countryWords(jurisdiction)} />
                </td>
                <td class="number" data-label="Parties">
                  {parties.toLocaleString('en')}
                </td>
                <td class="date" data-label="As of">
                  {shortDate(asOf)}
                </td>
                <td data-label="Of its parties">{complete ? 'all' : 'a part'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Page>
  );
}
