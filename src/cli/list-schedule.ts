import type { Workplace } from './act.ts';
import { failureLine } from './failure.ts';

const HOUR = 3_600_000;

/**
 * Refreshes the lists every so many hours while a service runs, on a thread of its
 * own, and tells the service when a new catalogue is there. A refresh that fails is
 * told on standard error, shown by readiness, and tried again the next time.
 */
export function scheduleRefresh(
  { configuration, now, err }: Workplace,
  reload: () => Promise<void>,
): { stop(): void } {
  const { data, seeds, keepVersions, refresh: hours } = configuration;
  if (hours === 0) return { stop: () => {} };
  const refresh = async () => {
    const { importApart } = await import('../lists/index.ts');
    try {
      const { outcomes } = await importApart(
        { task: 'refresh', feeds: [] },
        {
          ...{ data, seeds, now },
          ...keepVersions,
        },
      );
      for (const one of outcomes) {
        if (one.outcome === 'failed') await err.write(`${failureLine(one.error)}\n`);
      }
      if (outcomes.some(({ outcome }) => outcome === 'imported')) await reload();
    } catch (error) {
      await err.write(`${failureLine(error)}; the lists in use are kept\n`);
    }
  };
  const timer = setInterval(() => void refresh(), hours * HOUR).unref();
  return { stop: () => clearInterval(timer) };
}
