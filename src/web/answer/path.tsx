import type { Step } from '../api/types.ts';
import { hrefOf } from '../route/route.ts';
import { Text } from '../text/text.tsx';
import { evidenceWords, relationWords, worded } from '../words/words.ts';

interface Properties {
  readonly via: readonly Step[];
  readonly nameOf: (party: string) => string;
  readonly on: string;
}

/** The path from the party denoted to the party listed, step by step. */
export function Path({ via, nameOf, on }: Properties) {
  const first = via[0];
  if (!first) return null;
  return (
    <ol class="path" aria-label="Path to the listed party">
      <li>
        <PartyLink id={first.from} name={nameOf(first.from)} on={on} />
      </li>
      {via.map((step) => (
        <li key={step.to}>
          <span class="tie" data-evidence={step.evidence}>
            {worded(relationWords, step.relation)}
            {step.percent !== null && <b> {step.percent} %</b>}
            {limits(step)}
            <small> evidence: {worded(evidenceWords, step.evidence)}</small>
          </span>
          <PartyLink id={step.to} name={nameOf(step.to)} on={on} />
        </li>
      ))}
    </ol>
  );
}

function PartyLink({
  id,
  name,
  on,
}: {
  readonly id: string;
  readonly name: string;
  readonly on: string;
}) {
  return (
    <a href={hrefOf({ page: 'party', id, on })}>
      <Text of={name} />
    </a>
  );
}

function limits({ since, until }: Step): string {
  return [since === null ? '' : `, since ${since}`, until === null ? '' : `, until ${until}`].join(
    '',
  );
}
