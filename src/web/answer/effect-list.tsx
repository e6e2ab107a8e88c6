import type { Effect } from '../api/types.ts';
import { ConsequenceMark } from '../page/status-mark.tsx';
import { Text } from '../text/text.tsx';
import { periodWords } from '../words/dates.ts';
import { activityWords, worded } from '../words/words.ts';
import { References } from './document-list.tsx';
import type { Documents } from './documents.ts';

interface Properties {
  readonly effects: readonly Effect[];
  readonly documents: Documents;
  readonly scope: string;
  /** Of the headings; default 4. */
  readonly level?: 3 | 4;
}

/** What a list does, activity by activity: the consequence, its dates, whom it binds, its limits. */
export function EffectList({ effects, documents, scope, level = 4 }: Properties) {
  if (effects.length === 0) return <p class="quiet">No effect is recorded.</p>;
  const Heading = `h${level}` as const;
  return (
    <ul class="effects">
      {effects.map((effect) => (
        <li key={`${effect.activity} ${effect.consequence} ${effect.from}`}>
          <Heading>
            {worded(activityWords, effect.activity)}{' '}
            <ConsequenceMark consequence={effect.consequence} />{' '}
            {(effect.from !== null || effect.to !== null) && (
              <span class="quiet">{periodWords(effect)}</span>
            )}
          </Heading>
          <p>
            <Text of={effect.summary} />{' '}
            <References documents={documents} citations={effect.citations} scope={scope} />
          </p>
          <dl class="facts">
            <div>
              <dt>Binds</dt>
              <dd>
                <Text of={effect.binds} />
              </dd>
            </div>
            {effect.scope !== null && (
              <div>
                <dt>Covers</dt>
                <dd>
                  <Text of={effect.scope} />
                </dd>
              </div>
            )}
            {effect.exceptions.length > 0 && (
              <div>
                <dt>Except</dt>
                <dd>
                  <ul class="plain">
                    {effect.exceptions.map((exception) => (
                      <li key={exception}>
                        <Text of={exception} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}
