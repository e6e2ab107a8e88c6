import { useState } from 'preact/hooks';
import { askFor, path } from '../api/client.ts';
import type { Source, Sources } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded, Page } from '../page/page.tsx';
import { Scroll } from '../page/scroll.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import { plain } from '../words/words.ts';

/** More than this many rows are not drawn at once. */
const DRAWN = 200;

async function loadSources(signal: AbortSignal): Promise<Source[]> {
  const all: Source[] = [];
  let cursor: string | undefined;
  do {
    const page: Sources = await askFor(path('/sources', { limit: '500', cursor }), { signal });
    all.push(...page.sources);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** The documents that answers cite. */
export function SourcesPage() {
  const answered = useAnswer('sources', loadSources);
  const [words, setWords] = useState('');
  const [type, setType] = useState('');
  return (
    <Loaded answered={answered} title="Sources">
      {(sources) => {
        const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
        const found = sources.filter(
          (source) =>
            (type === '' || source.type === type) &&
            asked.every((word) =>
              `${source.title} ${source.publisher} ${source.id}`.toLowerCase().includes(word),
            ),
        );
        const types = [...new Set(sources.map((source) => source.type))].sort();
        return (
          <Page title="Sources" lead="Every statement rests on one of these documents.">
            <div class="filters">
              <label>
                Words{' '}
                <input
                  type="search"
                  dir="auto"
                  value={words}
                  onInput={(event) => setWords(event.currentTarget.value)}
                />
              </label>
              <label>
                Kind{' '}
                <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
                  <option value="">any</option>
                  {types.map((each) => (
                    <option key={each} value={each}>
                      {plain(each)}
                    </option>
                  ))}
                </select>
              </label>
              <p class="quiet" role="status">
                {counted(found.length, 'document', 'documents')}
                {found.length > DRAWN && `, the first ${DRAWN} shown`}
              </p>
            </div>
            <Scroll label="Sources">
              <table class="wide stacks">
                <thead>
                  <tr>
                    <th scope="col">Document</th>
                    <th scope="col">Publisher</th>
                    <th scope="col">Kind</th>
                    <th scope="col">Date</th>
                  </tr>
                </thead>
                <tbody>
                  {found.slice(0, DRAWN).map((source) => (
                    <tr key={source.id}>
                      <th scope="row">
                        <a href={hrefOf({ page: 'source', id: source.id, on: '' })}>
                          <Text of={source.title} />
                        </a>
                      </th>
                      <td>
                        {source.publisher === null ? 'not stated' : <Text of={source.publisher} />}
                      </td>
                      <td>{plain(source.type)}</td>
                      <td class="date">
                        {source.date === null ? 'undated' : longDate(source.date)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </Page>
        );
      }}
    </Loaded>
  );
}
