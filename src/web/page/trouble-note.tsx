import type { Trouble } from '../api/trouble.ts';
import { Text } from '../text/text.tsx';
import { KeyForm } from './key-form.tsx';

/** Why there is no answer, and what to do. */
export function TroubleNote({
  trouble,
  again,
  level = 2,
}: {
  readonly trouble: Trouble;
  readonly again?: () => void;
  /** Of the heading: 1 where nothing else heads the view; default 2. */
  readonly level?: 1 | 2;
}) {
  const Heading = `h${level}` as const;
  return (
    <div class="trouble" role="alert">
      <Heading>
        <Text of={trouble.title} />
      </Heading>
      {trouble.message !== '' && (
        <p>
          <Text of={trouble.message} />
        </p>
      )}
      <p>{trouble.advice}</p>
      {again && trouble.needsKey && <KeyForm again={again} />}
      {again && !trouble.needsKey && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
