import type { Entry } from './entry.ts';
import type { RecordsFailure } from './failure.ts';
import type { Statement } from './writer.ts';

/** To the thread that writes. Each is answered once, in order. */
export type JournalRequest =
  | {
      readonly kind: 'append';
      readonly entries: readonly Entry[];
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'remove'; readonly before: string }
  | { readonly kind: 'probe' }
  | { readonly kind: 'close' };

export type JournalReply =
  | { readonly kind: 'done'; readonly milliseconds: number; readonly removed: number }
  | { readonly kind: 'failed'; readonly failure: RecordsFailure };
