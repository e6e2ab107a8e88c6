import { type Attempt, feedsIn, type Manifest, readAttempt, readManifest } from './manifest.ts';

/** Days after which a list that nobody refreshed is stale; most lists change several times a week. */
export const STALE_AFTER_DAYS = 7;

const MS_PER_DAY = 86_400_000;

/** How one feed stands. */
export interface FeedStatus {
  readonly feed: string;
  /** The version in use; null when none was ever imported. */
  readonly version: Manifest | null;
  /** Whole days since the date of the version. */
  readonly ageDays: number | null;
  /** Whole days since somebody last looked and found it current or renewed it. */
  readonly checkedDaysAgo: number | null;
  readonly stale: boolean;
  readonly lastAttempt: Attempt | null;
  /** Why the last attempt failed, if it did. */
  readonly error: string | null;
}

/**
 * How every feed stands. One is stale when it has not been found current for some
 * days; a list that did not change is not stale for being old.
 */
export function listsStatus(
  data: string,
  now: Date,
  staleAfterDays: number = STALE_AFTER_DAYS,
): FeedStatus[] {
  return feedsIn(data).map((feed) => {
    const version = readManifest(data, feed);
    const lastAttempt = readAttempt(data, feed);
    const found = lastAttempt?.outcome === 'failed' ? null : lastAttempt?.at;
    const checked = found ?? version?.importedAt ?? null;
    const checkedDaysAgo = checked === null ? null : days(checked, now);
    return {
      feed,
      version,
      ageDays: version === null ? null : days(`${version.date}T00:00:00Z`, now),
      checkedDaysAgo,
      stale: checkedDaysAgo === null || checkedDaysAgo > staleAfterDays,
      lastAttempt,
      error: lastAttempt?.outcome === 'failed' ? lastAttempt.reason : null,
    };
  });
}

function days(since: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / MS_PER_DAY));
}
