import type { Citation } from '../api/types.ts';
import { hrefOf } from '../route/route.ts';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { longDate } from '../words/dates.ts';
import { plain } from '../words/words.ts';
import type { Documents } from './documents.ts';

/** The numbers of documents behind a statement, each a link to its place in the list below. */
export function References(properties: {
  readonly documents: Documents;
  readonly citations: readonly Citation[];
  readonly scope: string;
}) {
  const { documents, citations, scope } = properties;
  return (
    <span class="references">
      {documents.numbersOf(citations).map((number) => (
        <a key={number} href={`#${scope}-${number}`} aria-label={`Document ${number}`}>
          {number}
        </a>
      ))}
    </span>
  );
}

/** The documents of a section: title, publisher, date, the place inside, and a link where there is one. */
export function DocumentList(properties: {
  readonly documents: Documents;
  readonly scope: string;
  /** Of the heading; default 4. */
  readonly level?: 2 | 3 | 4;
}) {
  const { documents, scope, level = 4 } = properties;
  const Heading = `h${level}` as const;
  if (documents.cited.length === 0) return null;
  return (
    <section class="documents">
      <Heading>Documents</Heading>
      <ol>
        {documents.cited.map((citation, index) => (
          <li key={`${citation.source} ${citation.locator}`} id={`${scope}-${index + 1}`}>
            <DocumentEntry citation={citation} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Documents of a single statement, where numbers would be too much. */
export function CitedBy({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <ul class="cited-by">
      {citations.map((citation) => (
        <li key={`${citation.source} ${citation.locator} ${citation.statement}`}>
          <DocumentEntry citation={citation} />
        </li>
      ))}
    </ul>
  );
}

export function DocumentEntry({ citation }: { readonly citation: Citation }) {
  const { source, type, title, publisher, date, locator, url, statement, quote } = citation;
  return (
    <>
      <a class="document-title" href={hrefOf({ page: 'source', id: source, on: '' })}>
        <Text of={title} />
      </a>{' '}
      <span class="quiet">
        {publisher !== null && (
          <>
            <Text of={publisher} />
            {', '}
          </>
        )}
        {date === null ? 'undated' : longDate(date)} · {plain(type)}
      </span>{' '}
      {locator !== null && (
        <span class="locator">
          <Text of={locator} />
        </span>
      )}{' '}
      <OpenDocument url={url} title={title} />
      {statement !== undefined && (
        <span class="statement">
          <Text of={statement} />
        </span>
      )}
      {quote !== undefined && (
        <q>
          <Text of={quote} />
        </q>
      )}
    </>
  );
}

/** Whether an address is one that a reader may be sent to. */
export function isFollowed(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}

/** A link to the document itself. Only http and https are followed. */
export function OpenDocument({
  url,
  title,
}: {
  readonly url: string | null;
  readonly title: string;
}) {
  if (!isFollowed(url)) return null;
  return (
    <a
      class="open"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Open ${flat(title)}`}
    >
      Open ↗
    </a>
  );
}
