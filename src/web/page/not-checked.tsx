import type { Coverage } from '../api/types.ts';
import { Text } from '../text/text.tsx';
import { counted } from '../words/dates.ts';

/** How many things were not checked, in words: the heading of their list. */
export function notCheckedWords({ notChecked }: Pick<Coverage, 'notChecked'>): string {
  return `${counted(notChecked.length, 'thing', 'things')} not checked`;
}

/** What an answer does not cover, each with the reason. */
export function NotChecked({ notChecked }: Pick<Coverage, 'notChecked'>) {
  return (
    <ul class="prose">
      {notChecked.map(({ what, reason }) => (
        <li key={what}>
          <Text of={what} />{' '}
          <span class="quiet">
            <Text of={reason} />
          </span>
        </li>
      ))}
    </ul>
  );
}
