import { isIP } from 'node:net';
import type { ServerOptions } from '../http/index.ts';
import type { OpenScreener } from '../screening/index.ts';
import type { OpenRecords } from '../store/records/index.ts';
import type { Workplace } from './act.ts';
import type { Configuration } from './configuration.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Milliseconds that a request waits while another process writes records: then it is told to ask again. */
const PATIENCE = 2000;

/** What a service needs besides its catalogue, made from the configuration. */
export interface Service {
  readonly options: ServerOptions;
  /** Whether an API key is needed. */
  readonly keysNeeded: boolean;
  readonly records: OpenRecords | null;
  /** Writes what is not yet on the disk, then closes. To be called when the server has closed. */
  close(): Promise<void>;
}

/**
 * Opens the records, and settles who may ask.
 *
 * @throws RedflagError `invalid-records`, `records-unavailable`
 */
export async function openService(
  engine: () => OpenScreener,
  { configuration, now, err }: Workplace,
  reload: () => Promise<void> = async () => {},
): Promise<Service> {
  const { Metrics } = await import('../http/index.ts');
  const { Recorder } = await import('../screening/index.ts');
  const { changeSource, listAdministration, listsStatus } = await import('../lists/index.ts');
  const { openVersion } = await import('../store/index.ts');
  const { openRecords } = await import('../store/records/index.ts');
  const { data, records: mode, affiliatesRule, staleAfter } = configuration;
  const keysNeeded = needsKeys(configuration);
  const metrics = new Metrics();
  // Keys lie with the records: where neither is wanted, no file is made.
  const records =
    mode === 'none' && !keysNeeded
      ? null
      : openRecords({
          ...{ data, mode, patience: PATIENCE },
          onCommit: (commit) => metrics.committed(commit),
        });
  const recorder = new Recorder({
    ...{ records, affiliatesRule, now },
    onAnswer: (screening) => metrics.answered(screening),
  });
  const retention = keep(records, configuration, now, (text) => err.write(text));
  return {
    keysNeeded,
    records,
    options: {
      engine,
      recorder,
      metrics,
      now,
      host: configuration.host,
      port: configuration.port,
      logLevel: configuration.logLevel,
      loopbackOnly: configuration.access === 'auto' && !keysNeeded,
      access: records && { keys: records.keys, required: keysNeeded },
      rateLimit: keysNeeded ? configuration.rateLimit : 0,
      origins: configuration.origins,
      shedDelay: configuration.shedDelay,
      feeds: () =>
        listsStatus(data, now(), staleAfter).map(
          ({ feed, version, checkedDaysAgo, stale, error }) => ({
            ...{ feed, date: version?.date ?? null, checkedDaysAgo, error },
            stale: stale && staleAfter > 0,
          }),
        ),
      versions: (version) => openVersion(data, version),
      changes: changeSource(data),
      lists: listAdministration({
        ...{ data, seeds: configuration.seeds, now, staleAfter, reload },
        ...configuration.keepVersions,
      }),
    },
    close: async () => {
      clearInterval(retention);
      await records?.close();
    },
  };
}

/** On a loopback address only this machine can ask, so none is needed unless it is wished for. */
export function needsKeys({ access, host }: Pick<Configuration, 'access' | 'host'>): boolean {
  if (access !== 'auto') return access === 'keys';
  const loopback =
    host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return !loopback;
}

/** Removes records that are past their age, at once and then every hour. */
function keep(
  records: OpenRecords | null,
  { keepRecords }: Configuration,
  now: () => Date,
  report: (text: string) => void,
): NodeJS.Timeout | undefined {
  if (records === null || keepRecords === 0) return undefined;
  const remove = async () => {
    try {
      await records.journal.removeOlderThan(new Date(now().getTime() - keepRecords * DAY));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report(`redflag: records past their age could not be removed: ${reason}\n`);
    }
  };
  void remove();
  return setInterval(remove, HOUR).unref();
}
