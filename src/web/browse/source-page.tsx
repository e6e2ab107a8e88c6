import { OpenDocument } from '../answer/document-list.tsx';
import { useListName } from '../api/catalogue.ts';
import { askFor } from '../api/client.ts';
import type { SourceProfile } from '../api/types.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Loaded, Page } from '../page/page.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import { plain } from '../words/words.ts';

/** One document, and everything whose statements rest on it. */
export function SourcePage({ id }: { readonly id: string }) {
  const listName = useListName();
  const answered = useAnswer(id, (signal) =>
    askFor<SourceProfile>(`/sources/${encodeURIComponent(id)}`, { signal }),
  );
  return (
    <Loaded answered={answered} title="Source">
      {({ title, type, publisher, author, date, url, note, supports }) => (
        <Page
          title={title}
          heading={<Text of={title} />}
          lead={<Text of={publisher ?? 'publisher not stated'} />}
        >
          <dl class="facts">
            <div>
              <dt>Kind</dt>
              <dd>{plain(type)}</dd>
            </div>
            <div>
              <dt>Date</dt>
              <dd>{date === null ? 'not stated by the document' : longDate(date)}</dd>
            </div>
            {author !== undefined && (
              <div>
                <dt>Author</dt>
                <dd>
                  <Text of={author} />
                </dd>
              </div>
            )}
            {note !== undefined && (
              <div>
                <dt>Note</dt>
                <dd>
                  <Text of={note} />
                </dd>
              </div>
            )}
            <div>
              <dt>Address</dt>
              <dd class="address">
                {url === null ? (
                  'none'
                ) : (
                  <>
                    <Text of={url} /> <OpenDocument url={url} title={title} />
                  </>
                )}
              </dd>
            </div>
          </dl>
          <section>
            <h2>Supports statements about</h2>
            {supports.lists.length > 0 && (
              <>
                <h3>{counted(supports.lists.length, 'list', 'lists')}</h3>
                <ul class="columns">
                  {supports.lists.map((list) => (
                    <li key={list}>
                      <a href={hrefOf({ page: 'list', id: list, on: '' })}>
                        <Text of={listName(list)} />
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {supports.parties.length > 0 && (
              <>
                <h3>{counted(supports.parties.length, 'party', 'parties')}</h3>
                <ul class="columns">
                  {supports.parties.map((party) => (
                    <li key={party}>
                      <a href={hrefOf({ page: 'party', id: party, on: '' })}>
                        <Text of={party} />
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </Page>
      )}
    </Loaded>
  );
}
