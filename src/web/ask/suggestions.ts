import { useEffect, useState } from 'preact/hooks';
import { loadParties } from '../api/catalogue.ts';
import type { PartySummary } from '../api/types.ts';

/** Milliseconds that the typist must pause before the service is asked. */
const PAUSE = 70;
const SHOWN = '7';

/** The parties whose names come closest to what has been typed. What fails stays silent: the answer itself will say why. */
export function useSuggestions(text: string): readonly PartySummary[] {
  const [suggestions, setSuggestions] = useState<readonly PartySummary[]>([]);
  useEffect(() => {
    const typed = text.trim();
    if (typed.length < 2) {
      setSuggestions([]);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      loadParties({ q: typed, limit: SHOWN }, controller.signal).then(
        ({ parties }) => setSuggestions(parties),
        () => {
          if (!controller.signal.aborted) setSuggestions([]);
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return suggestions;
}
