import type { Citation } from '../api/types.ts';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';

/** The documents of a small fact, each with the place inside. */
export function SourceLinks({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <ul class="plain">
      {citations.map(({ source, title, locator }) => (
        <li key={`${source} ${locator}`}>
          <a href={hrefOf({ page: 'source', id: source, on: '' })}>
            <Text of={title} />
          </a>{' '}
          <span class="quiet">{locator !== null && <Text of={locator} />}</span>
        </li>
      ))}
    </ul>
  );
}
