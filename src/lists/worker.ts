import { parentPort, workerData } from 'node:worker_threads';
import { RedflagError } from '../domain/error.ts';
import type { Task, WorkerOrder, WorkerReply } from './apart.ts';
import { forgetList, type ImportResult, importLists, rebuildLists } from './import.ts';
import type { ImportSettings } from './import-request.ts';
import { refreshLists } from './refresh.ts';

/** Does one order on a thread of its own, so that a service goes on answering. */
async function work({ now, ...order }: WorkerOrder): Promise<WorkerReply> {
  const settings: ImportSettings = { ...order, now: () => new Date(now) };
  try {
    return reply(await done(order, settings));
  } catch (error) {
    return { failure: plain(error) };
  }
}

async function done(order: Task, settings: ImportSettings): Promise<ImportResult> {
  switch (order.task) {
    case 'refresh':
      return refreshLists(order.feeds, settings);
    case 'import':
      return importLists([order.request], settings);
    case 'rebuild':
      return rebuildLists(settings);
    case 'forget':
      await forgetList(order.feed, settings);
      return { outcomes: [], undecided: [] };
  }
}

/** Errors lose their class on the way between threads: their fields are sent. */
function reply({ outcomes, undecided }: ImportResult): WorkerReply {
  const sent = outcomes.map((one) =>
    one.outcome === 'failed' ? { ...one, error: plain(one.error) } : one,
  );
  return { outcomes: sent, undecided };
}

function plain(error: unknown) {
  if (error instanceof RedflagError) return { code: error.code, message: error.message };
  return { code: 'invalid-list' as const, message: String(error) };
}

parentPort?.postMessage(await work(workerData));
