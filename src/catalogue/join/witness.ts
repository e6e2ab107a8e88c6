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
  /** Earlier versions of the file that its records refer to. */
  readonly earlier: readonly Source[];
  /** The lists of which the file has any entry. */
  readonly lists: ReadonlySet<string>;
  /** Those that it holds whole: an entry that it lacks was not on the list that day. */
  readonly complete: ReadonlySet<string>;
  /** The list of a feed that keeps one of its own: a company's, or one that no seed describes. */
  readonly ownLists: readonly List[];
  records(): Iterable<Attested>;
  recordAt(seq: number): Attested;
  blocks(): Iterable<Omit<MacRegistration, 'source'>>;
}

/** A record as a feed attests it through its versions. */
export interface Attested {
  readonly seq: number;
  readonly record: OfficialRecord;
  /** Tells the entry apart on its list, across the versions of the file. */
  readonly entry: string;
  /** Day of the first version that had it. */
  readonly firstSeen: string;
  /** Where the newest version does not have it any more: the last day it was seen, the first day it was not. */
  readonly gone: { readonly lastSeen: string; readonly from: string } | null;
}

/** A record and the witness that states it. */
export interface Testimony extends Attested {
  readonly witness: Witness;
  /** The day as of which it is stated. */
  readonly date: string;
}

export function testimonyOf(witness: Witness, attested: Attested): Testimony {
  return { ...attested, witness, date: attested.gone?.lastSeen ?? witness.date };
}

/** The id of the version of a feed's file of a day. */
export function versionId(feed: string, date: string): string {
  return `${feed}-${date}`;
}

/** The citation of a record, in the newest version that has it. */
export function cite({ witness, record, date }: Testimony): Citation {
  return { source: versionId(witness.feed, date), locator: `record ${record.record}` };
}

/** The citation of a record in the first version that had it, where that is another. */
export function citeFirst({ witness, record, date, firstSeen }: Testimony): Citation[] {
  if (firstSeen === date) return [];
  return [{ source: versionId(witness.feed, firstSeen), locator: `record ${record.record}` }];
}

/** The newest first; of one day, the feed whose name comes first. */
export function newestFirst(a: Testimony, b: Testimony): number {
  return (
    b.date.localeCompare(a.date) ||
    a.witness.feed.localeCompare(b.witness.feed) ||
    a.record.record.localeCompare(b.record.record)
  );
}
