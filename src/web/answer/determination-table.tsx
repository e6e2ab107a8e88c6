import { useListName } from '../api/catalogue.ts';
import type { Designation } from '../api/types.ts';
import { Scroll } from '../page/scroll.tsx';
import { ConsequenceMark } from '../page/status-mark.tsx';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { shortDate } from '../words/dates.ts';
import { groundsOf } from '../words/headline.ts';
import { activityWords, worded } from '../words/words.ts';
import { FirstDocument } from './first-document.tsx';
import { namer } from './namer.ts';
import type { Answer } from './screen.ts';

/**
 * What follows on the day asked about, strongest first: one line each activity, list and listed
 * party. The party is named where it is not that of the first line, which stands in the headline.
 */
export function DeterminationTable({ answer }: { readonly answer: Answer }) {
  const { screening, profiles } = answer;
  const listName = useListName();
  const grounds = groundsOf(screening);
  if (grounds.length === 0) return null;
  const foremost = grounds[0]?.determination.party;
  return (
    <Scroll label="What follows">
      <table class="determinations">
        <thead>
          <tr>
            <th scope="col">To</th>
            <th scope="col">Is</th>
            <th scope="col">Since</th>
            <th scope="col">Under</th>
            <th scope="col">Binds</th>
            <th scope="col">Document</th>
          </tr>
        </thead>
        <tbody>
          {grounds.map(({ determination, effect, designation, match }) => {
            const { activity, consequence, list, party, from, to } = determination;
            return (
              <tr key={`${activity} ${list} ${party}`}>
                <th scope="row">{worded(activityWords, activity)}</th>
                <td>
                  <ConsequenceMark consequence={consequence} />
                </td>
                <td class="date">
                  {from === null ? notStated(designation) : shortDate(from)}
                  {to !== null && <> until {shortDate(to)}</>}
                </td>
                <td class="under">
                  <Text of={listName(list, designation.list.name)} />
                  {party !== foremost && (
                    <a href={hrefOf({ page: 'party', id: party, on: screening.asOf })}>
                      <Text of={namer(match, profiles)(party)} />
                    </a>
                  )}
                </td>
                <td class="quiet">
                  <Text of={effect?.binds ?? `nobody yet: ${designation.status}`} />
                </td>
                <td class="first-document">
                  <FirstDocument citations={effect?.citations ?? designation.citations} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A list may print no day: then the day of the first document that shows the entry is what is known. */
function notStated({ seenOn }: Designation): string {
  return seenOn === null ? 'not stated' : `not stated; seen ${shortDate(seenOn)}`;
}
