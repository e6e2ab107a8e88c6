import { parentPort, workerData } from 'node:worker_threads';
import { RedflagError } from '../domain/error.ts';
import type { WorkerOrder, WorkerReply } from './apart.ts';
import { type ImportResult, type ImportSettings, importLists } from './import.ts';
import { refreshLists } from './refresh.ts';

/** Does one order on a thread of its own, so that a service goes on answering. */
async function work({ data, seeds, now, download, ...order }: WorkerOrder): Promise<WorkerReply> {
  const settings: ImportSettings = { data, seeds, now: () => new Date(now), download };
  try {
    return reply(
      await (order.task === 'refresh'
        ? refreshLists(order.feeds, settings)
        : importLists([order.request], settings)),
    );
  } catch (error) {
    return { failure: plain(error) };
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
