import type { OpenScreener } from '../screening/index.ts';
import type { Workplace } from './act.ts';
import type { Layout } from './text/layout.ts';

/** Opens the screener over the configured folders. */
export async function openEngine(workplace: Workplace): Promise<OpenScreener> {
  // Imported late: help, and a mistyped command, need no catalogue.
  const { openScreener } = await import('../screening/index.ts');
  const { data, seeds, affiliatesRule } = workplace.configuration;
  return openScreener({ data, seeds, affiliatesRule, now: workplace.now });
}

/** Says on standard error that, and why, the last good catalogue was kept; says nothing otherwise. */
export async function reportBuild(
  { build, catalogue }: OpenScreener,
  { err }: Workplace,
): Promise<void> {
  if (build.outcome !== 'kept') return;
  const { version, builtAt } = catalogue.version;
  await err.write(
    `redflag: the seeds have errors, so the last good catalogue is used (${version}, built ${builtAt}): ${build.reason}\n`,
  );
}

/** Opens the screener for the time of one command. */
export async function withEngine<T>(
  workplace: Workplace,
  work: (engine: OpenScreener) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(workplace);
  try {
    await reportBuild(engine, workplace);
    return await work(engine);
  } finally {
    engine.close();
  }
}

/** Prints a value as JSON where that was asked for, else as text. */
export async function print(
  { out }: Workplace,
  json: true | undefined,
  value: unknown,
  asText: (layout: Layout) => string,
): Promise<void> {
  if (json) {
    await out.write(`${JSON.stringify(value, null, 2)}\n`);
    return;
  }
  const { Layout } = await import('./text/layout.ts');
  await out.write(asText(new Layout(out)));
}
