import type { Trouble } from '../api/trouble.ts';
import { Text } from '../text/text.tsx';
import { KeyForm } from './key-form.tsx';

/** Why there is no answer, and what to do. */
export function TroubleNote({
  trouble,
  again,
}: {
  readonly trouble: Trouble;
  readonly again?: () => void;
}) {
  return (
    <div class="trouble" role="alert">
      <h2>{trouble.title}</h2>
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
