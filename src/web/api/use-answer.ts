import { useCallback, useEffect, useState } from 'preact/hooks';
import { asTrouble, type Trouble } from './trouble.ts';

/** What is known of an answer: the one at hand stays shown while the next is on its way. */
export interface Answered<T> {
  readonly value: T | null;
  readonly trouble: Trouble | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/**
 * Loads again whenever `key` changes; null loads nothing. A later question ends
 * an earlier one, so that answers never come out of order.
 */
export function useAnswer<T>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<T>,
): Answered<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Omit<Answered<T>, 'again'>>({
    ...{ value: null, trouble: null, loading: key !== null },
  });
  useEffect(() => {
    if (key === null) {
      setState({ value: null, trouble: null, loading: false });
      return;
    }
    const controller = new AbortController();
    setState((before) => ({ ...before, trouble: null, loading: true }));
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setState({ value, trouble: null, loading: false });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setState({ value: null, trouble: asTrouble(error), loading: false });
      },
    );
    return () => controller.abort();
  }, [key, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, again };
}
