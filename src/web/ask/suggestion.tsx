import { useListName } from '../api/catalogue.ts';
import type { PartySummary } from '../api/types.ts';
import { Text } from '../text/text.tsx';
import { nameTypeWords, statusWords, worded } from '../words/words.ts';
import { Highlighted } from './highlighted.tsx';

/** A party that may be meant: the name that was found, whose it is, and on which lists that party stands. */
export function Suggestion({ party }: { readonly party: PartySummary }) {
  const listName = useListName();
  const { matched, name, designations } = party;
  const standings = designations.map(({ list, status }) =>
    status === 'in-force'
      ? listName(list)
      : `${listName(list)} (${worded(statusWords, status).toLowerCase()})`,
  );
  return (
    <>
      <span class="suggestion-name">
        {matched === null ? (
          <Text of={name} />
        ) : (
          <Highlighted text={matched.name} ranges={matched.highlights} />
        )}
      </span>
      <span class="quiet">
        {matched !== null && matched.name !== name && (
          <>
            {worded(nameTypeWords, matched.type)} of <Text of={name} />
            {' · '}
          </>
        )}
        {standings.length === 0 ? (
          'on no list itself'
        ) : (
          <Text of={[...new Set(standings)].slice(0, 4).join(', ')} />
        )}
        {standings.length > 4 && ` and ${standings.length - 4} more`}
      </span>
    </>
  );
}
