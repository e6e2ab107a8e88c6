import { Worker } from 'node:worker_threads';
import type { Undecided } from '../catalogue/join/index.ts';
import { type ErrorCode, RedflagError } from '../domain/error.ts';
import type { Keeping } from '../store/index.ts';
import type { DownloadOptions } from './download.ts';
import type { ImportResult } from './import.ts';
import type { ImportOutcome, ImportRequest } from './import-request.ts';

/** What a thread is asked to do. */
export type Task =
  | { readonly task: 'refresh'; readonly feeds: readonly string[] }
  | { readonly task: 'import'; readonly request: ImportRequest }
  | { readonly task: 'forget'; readonly feed: string }
  | { readonly task: 'rebuild' };

/** What is sent to the thread. */
export type WorkerOrder = Task &
  Keeping & {
    readonly data: string;
    readonly seeds: string;
    readonly now: string;
    readonly download: Pick<DownloadOptions, 'allowPrivate'>;
  };

interface PlainError {
  readonly code: ErrorCode;
  readonly message: string;
}

type PlainOutcome =
  | Exclude<ImportOutcome, { outcome: 'failed' }>
  | { readonly feed: string; readonly outcome: 'failed'; readonly error: PlainError };

/** What comes back. */
export type WorkerReply =
  | { readonly outcomes: readonly PlainOutcome[]; readonly undecided: readonly Undecided[] }
  | { readonly failure: PlainError };

export interface ApartSettings extends Keeping {
  readonly data: string;
  readonly seeds: string;
  readonly now: () => Date;
  readonly allowPrivate?: boolean;
}

/**
 * Imports, refreshes or rebuilds on a thread of its own, with a heap of its own that goes when
 * it ends: a service answers meanwhile, and its memory does not grow.
 *
 * @throws RedflagError as the functions of the same names do
 */
export async function importApart(task: Task, settings: ApartSettings): Promise<ImportResult> {
  const { data, seeds, now, keep, keepRecorded, allowPrivate = false } = settings;
  const order: WorkerOrder = {
    ...task,
    ...{ data, seeds, now: now().toISOString(), download: { allowPrivate } },
    ...(keep !== undefined && { keep }),
    ...(keepRecorded !== undefined && { keepRecorded }),
  };
  const reply = await send(order);
  if ('failure' in reply) throw revived(reply.failure);
  const outcomes = reply.outcomes.map(
    (one): ImportOutcome =>
      one.outcome === 'failed' ? { ...one, error: revived(one.error) } : one,
  );
  return { outcomes, undecided: reply.undecided };
}

function send(order: WorkerOrder): Promise<WorkerReply> {
  // tsc rewrites imports, not addresses of workers.
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  // The thread wants no loader: what a test runner puts before its own process takes seconds.
  const options = { workerData: order, execArgv: [] };
  const worker = new Worker(new URL(name, import.meta.url), options);
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`the import ended with ${status}`)));
  });
}

function revived({ code, message }: PlainError): RedflagError {
  return new RedflagError(code, message);
}
