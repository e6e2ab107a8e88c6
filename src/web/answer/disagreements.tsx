import type { Disagreement } from '../api/types.ts';
import { Text } from '../text/text.tsx';
import { References } from './document-list.tsx';
import type { Documents } from './documents.ts';

interface Properties {
  readonly disagreements: readonly Disagreement[];
  readonly documents: Documents;
  readonly scope: string;
  /** Of the heading; default 4. */
  readonly level?: 3 | 4;
}

/** What other witnesses say, what is followed instead, and why. */
export function Disagreements({ disagreements, documents, scope, level = 4 }: Properties) {
  if (disagreements.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section class="disagreements">
      <Heading>Sources disagree</Heading>
      <ul>
        {disagreements.map(({ field, value, followed, reason, citations }) => (
          <li key={`${field} ${value}`}>
            <strong>{field}</strong>: one says <Text of={value} />
            {followed !== null && (
              <>
                ; followed here is <Text of={followed} />
              </>
            )}
            . <Text of={reason} />{' '}
            <References documents={documents} citations={citations} scope={scope} />
          </li>
        ))}
      </ul>
    </section>
  );
}
