import type { Citation } from '../api/types.ts';
import { hrefOf } from '../route/route.ts';
import { flat } from '../text/marks.ts';
import { Text } from '../text/text.tsx';
import { plain } from '../words/words.ts';
import { isFollowed } from './document-list.tsx';

/** The way from a line of the answer straight into the document: the place inside it, as a link. */
export function FirstDocument({ citations }: { readonly citations: readonly Citation[] }) {
  const citation = citations.find(({ url }) => isFollowed(url)) ?? citations[0];
  if (!citation) return null;
  const { source, title, type, locator, url } = citation;
  const place = <Text of={locator ?? plain(type)} />;
  if (!isFollowed(url)) {
    return <a href={hrefOf({ page: 'source', id: source, on: '' })}>{place}</a>;
  }
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={flat(title)}>
      {place}&nbsp;↗<span class="sr">: open {flat(title)}</span>
    </a>
  );
}
