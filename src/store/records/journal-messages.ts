import type { Entry } from './entry.ts';
import type { RecordsFailure } from './failure.ts';
import type { Statement } from './writer.ts';

/** To the thread that writes. Each is answered once, in order. */
export type JournalRequest =
  | {
      readonly kind: 'append';
      /** Records as one text: it passes between threads at a fraction of what objects cost. */
      readonly entries: string;
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'remove'; readonly before: string }
  | { readonly kind: 'probe' }
  | { readonly kind: 'close' };

export type JournalReply =
  | { readonly kind: 'done'; readonly milliseconds: number; readonly removed: number }
  | { readonly kind: 'failed'; readonly failure: RecordsFailure };

/** Entries as text, three lines each: head, query, answer; the last two empty where there is no body. */
export function joinEntries(entries: readonly Entry[]): string {
  return entries.map(({ head, body }) => `${head}\n${body ?? '\n'}`).join('\n');
}

export function splitEntries(text: string): Entry[] {
  const lines = text.split('\n');
  const entries: Entry[] = [];
  for (let at = 0; at < lines.length; at += 3) {
    const [head = '', query = '', answer = ''] = lines.slice(at, at + 3);
    entries.push({ head, body: query === '' ? null : `${query}\n${answer}` });
  }
  return entries;
}
