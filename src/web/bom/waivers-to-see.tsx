import { Text } from '../text/text.tsx';
import { counted, longDate } from '../words/dates.ts';
import type { BomReport } from './report.ts';

/** Waivers of the policy that no longer do what their author meant. */
export function WaiversToSee({ waivers }: Pick<BomReport['summary'], 'waivers'>) {
  if (waivers.length === 0) return null;
  return (
    <details class="fold caution">
      <summary>
        {counted(waivers.length, 'waiver', 'waivers')} to look at: expired, or needed by no finding
      </summary>
      <ul>
        {waivers.map(({ file, line, state, waiver }) => (
          <li key={line}>
            <strong>{state === 'expired' ? 'Expired' : 'Unused'}</strong>: {waiver.party} in{' '}
            <Text of={waiver.component} />, until {longDate(waiver.expires)}, by{' '}
            <Text of={waiver.approver} />{' '}
            <span class="quiet">
              <Text of={file} />, line {line}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
