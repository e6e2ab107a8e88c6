import type { Citation } from '../../domain/citation.ts';
import type { List } from '../../domain/list.ts';
import type { MacRegistration } from '../../domain/original-record.ts';
import type { Source } from '../../domain/source.ts';
import type { OfficialRecord } from '../official/record.ts';

/**
 * One version of a list file: what it says, it says as of its date. A feed is the
 * place that a list comes from; it has one witness at a time.
 */
export interface Witness {
  readonly feed: string;
  /** The day of the version. */
  readonly date: string;
  readonly source: Source;
  /** The lists of which the file has any entry. */
  readonly lists: ReadonlySet<string>;
  /** Those that it holds whole: an entry that it lacks was not on the list that day. */
  readonly complete: ReadonlySet<string>;
  /** The list of a feed that keeps one of its own: a company's, or one that no seed describes. */
  readonly ownLists: readonly List[];
  records(): Iterable<{ seq: number; record: OfficialRecord }>;
  recordAt(seq: number): OfficialRecord;
  blocks(): Iterable<Omit<MacRegistration, 'source'>>;
}

/** A record and the witness that states it. */
export interface Testimony {
  readonly witness: Witness;
  readonly record: OfficialRecord;
  /** Tells the entry apart on its list, across the versions of the file. */
  readonly entry: string;
}

/** The citation of a record. */
export function cite({ witness, record }: Testimony): Citation {
  return { source: witness.source.id, locator: `record ${record.record}` };
}

/** The newest first; of one day, the feed whose name comes first. */
export function newestFirst(a: Testimony, b: Testimony): number {
  return (
    b.witness.date.localeCompare(a.witness.date) ||
    a.witness.feed.localeCompare(b.witness.feed) ||
    a.record.record.localeCompare(b.record.record)
  );
}
