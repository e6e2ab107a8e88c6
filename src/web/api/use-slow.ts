import { useEffect, useState } from 'preact/hooks';

/** Milliseconds after which a reader begins to wonder: what is quicker needs no notice. */
const PATIENCE = 400;

/** Whether something has been under way for so long that the page should say so. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);
  return slow;
}
