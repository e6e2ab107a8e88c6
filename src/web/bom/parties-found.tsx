import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { counted } from '../words/dates.ts';
import { LevelMark } from './finding-row.tsx';
import type { BomReport } from './report.ts';

/** Groups that are named; the findings below have the rest. */
const NAMED = 8;

/** Who was found, and in how many lines: what a reader wants to know before any line. */
export function PartiesFound({ summary }: Pick<BomReport, 'summary'>) {
  const { groups, asOf } = summary;
  if (groups.length === 0) return null;
  return (
    <ul class="parties-found">
      {groups
        .slice(0, NAMED)
        .map(({ party, kind, role, consequence, path, waived, findings }, index) => (
          <li key={index}>
            <LevelMark level={consequence ?? kind} />
            <span>
              <a href={hrefOf({ page: 'party', id: party.id, on: asOf })}>
                <Text of={party.name} />
              </a>{' '}
              <span class="quiet">
                {path !== '' && (
                  <>
                    <Text of={path} />,{' '}
                  </>
                )}
                {role !== 'maker' && `as ${role}, `}
                {counted(findings, 'line', 'lines')}
                {waived && ', waived'}
              </span>
            </span>
          </li>
        ))}
      {groups.length > NAMED && (
        <li class="quiet">and {groups.length - NAMED} more groups of findings below</li>
      )}
    </ul>
  );
}
