import { dayOf, isoDateSchema } from '../domain/date.ts';
import { RedflagError } from '../domain/error.ts';
import type { datings, KeptFile } from './manifest.ts';

export interface Dating {
  readonly date: string;
  readonly dated: (typeof datings)[number];
}

/**
 * The day of a version, by the best witness: what the person says, what the file
 * states, when the server last changed it, what the file is called. The day of the
 * download is none: it says when somebody looked, not what they saw.
 *
 * @throws RedflagError `invalid-list` when nothing says it
 */
export function dateOf(
  files: readonly KeptFile[],
  { given, stated }: { given: string | undefined; stated: string | undefined },
): Dating {
  if (given !== undefined) {
    if (isoDateSchema.safeParse(given).success) return { date: given, dated: 'given' };
    throw new RedflagError('invalid-list', `--date "${given}" is no day: write YYYY-MM-DD`);
  }
  if (stated !== undefined) return { date: stated, dated: 'stated' };
  const changed = files.flatMap(({ lastModified }) => {
    const time = lastModified === null ? Number.NaN : Date.parse(lastModified);
    return Number.isNaN(time) ? [] : [dayOf(new Date(time))];
  });
  const newest = changed.sort().at(-1);
  if (newest !== undefined) return { date: newest, dated: 'last-modified' };
  const named = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(files[0]?.name ?? '')?.[0];
  if (named !== undefined && isoDateSchema.safeParse(named).success) {
    return { date: named, dated: 'file-name' };
  }
  throw new RedflagError(
    'invalid-list',
    `${files[0]?.name ?? 'the file'} does not say of which day it is: give --date YYYY-MM-DD`,
  );
}
