import { z } from 'zod';
import type { RecordProblem } from '../catalogue/official/index.ts';
import { RedflagError } from '../domain/error.ts';
import { ListRecords } from '../store/index.ts';
import { feedsIn, readManifest, recordsPath } from './manifest.ts';

const problemSchema: z.ZodType<RecordProblem> = z.object({
  file: z.string(),
  line: z.int().nullable(),
  path: z.string(),
  message: z.string(),
  record: z.string().nullable(),
  lost: z.boolean(),
});

/** Some of the problems of a version, and how many there are. */
export interface ProblemPage {
  readonly problems: readonly RecordProblem[];
  readonly total: number;
}

/**
 * What was wrong with the rows of the version in use, in the order of the file: each
 * row that gave no record, and each field that was left out. Of more than 10,000 the
 * first are kept.
 *
 * @throws RedflagError `not-found` where no such list file is in use
 */
export function listProblems(
  data: string,
  feed: string,
  { from = 0, limit = Number.MAX_SAFE_INTEGER }: { from?: number; limit?: number } = {},
): ProblemPage {
  const manifest = feedsIn(data).includes(feed) ? readManifest(data, feed) : null;
  if (manifest === null) {
    const known = feedsIn(data).join(', ') || 'none';
    throw new RedflagError('not-found', `there is no list file "${feed}": there are ${known}`);
  }
  const path = recordsPath(data, manifest);
  try {
    return { problems: problemsIn(path, from, limit), total: manifest.problems };
  } catch (error) {
    // Replaced or taken out since its manifest was read: then what is in use now is asked for.
    const now = readManifest(data, feed);
    if (now !== null && recordsPath(data, now) === path) throw error;
    return listProblems(data, feed, { from, limit });
  }
}

function problemsIn(path: string, from: number, limit: number): RecordProblem[] {
  const records = new ListRecords(path);
  try {
    return z.array(problemSchema).parse(records.problems(from, limit));
  } finally {
    records.close();
  }
}
