import { contains } from '../../domain/span.ts';
import type { Designation, Effect } from '../api/types.ts';
import { ConsequenceMark } from '../page/status-mark.tsx';
import { shortDate } from '../words/dates.ts';
import { activityWords, worded } from '../words/words.ts';

/** The effects of a list in a line: those that hold or are to come; what binds nobody on the day is not shown as if it did. */
export function Gist({
  effects,
  force,
  on,
}: {
  readonly effects: readonly Effect[];
  readonly force: Designation['force'];
  readonly on: string;
}) {
  if (force !== 'effects') return <span class="gist" />;
  return (
    <span class="gist">
      {effects
        .filter(({ to }) => contains(null, to, on))
        .map(({ activity, consequence, from }) => (
          <span key={`${activity} ${consequence} ${from}`}>
            {worded(activityWords, activity)} <ConsequenceMark consequence={consequence} />
            {from !== null && !contains(from, null, on) && (
              <span class="quiet"> from {shortDate(from)}</span>
            )}
          </span>
        ))}
    </span>
  );
}
