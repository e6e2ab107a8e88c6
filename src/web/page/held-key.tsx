import { useEffect, useState } from 'preact/hooks';
import { heldKey, holdKey, KEY_GIVEN } from '../api/key.ts';

/** Says that a key goes with every question, and lets the reader take it back. */
export function HeldKey() {
  const [held, setHeld] = useState(heldKey);
  useEffect(() => {
    const changed = () => setHeld(heldKey());
    addEventListener(KEY_GIVEN, changed);
    return () => removeEventListener(KEY_GIVEN, changed);
  }, []);
  if (held === null) return null;
  return (
    <p class="held-key quiet">
      Asking with a key{' '}
      <button type="button" onClick={() => holdKey('')}>
        Forget it
      </button>
    </p>
  );
}
