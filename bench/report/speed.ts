import type { Quantiles } from '../measures/quantiles.ts';
import type { Compared } from '../measures/ratios.ts';
import type { Speed } from '../questions/speed.ts';
import { count, percent, table } from './markdown.ts';

/** "0.083"; "14.2"; "430" */
function ms(value: number): string {
  if (value >= 100) return Math.round(value).toString();
  return value.toPrecision(value >= 10 ? 3 : 2);
}

const cells = ({ p50, p95, p99, max }: Quantiles) => [p50, p95, p99, max].map(ms);

/** The page of results: every number with the size of the data that it was measured on. */
export function speedPage(speed: Speed, compared: readonly Compared[]): string {
  const sections = [
    sizesSection(speed),
    rivalsSection(speed),
    adversarialSection(speed),
    batchSection(speed),
    httpSection(speed),
    startSection(speed),
    ratiosSection(compared),
  ].filter((section) => section !== null);
  return ['# Speed', '', intro(speed), '', ...sections.map((section) => `${section}\n`)].join('\n');
}

function intro({ quick, date, node, queries, processors, load }: Speed): string {
  return [
    `Times in milliseconds, one thread, warm, Node ${node}; a query runs from the name to the JSON text with explanations. Mix of ${count(queries)} queries: ` +
      'a quarter listed names as printed, half with one slip of the hand, a quarter ordinary companies. Three passes; each size has a process of its own.',
    `${processors} processors; load average ${load[0].toFixed(1)} before the run and ${load[1].toFixed(1)} after it${
      Math.max(...load) > 2 * processors
        ? ': **the machine was busy with other work**, so that times as a caller waits, rates and starts are worse than on a quiet one'
        : ''
    }.`,
    'Times are of one machine on one day: compare the ratios. Written by `npm run bench`; how and on what data: [bench/README.md](../README.md).',
    ...(date === null ? [] : [`Run of ${date}.`]),
    ...(quick ? ['**Quick run on samples: for development only.**'] : []),
  ].join('\n');
}

function sizesSection({ sizes }: Speed): string | null {
  if (sizes.length === 0) return null;
  return [
    '## Query time and size',
    '',
    'As a caller waits, other work of the machine and garbage collection in (the pass with the lowest p99):',
    '',
    table(
      ['index', 'names', 'p50', 'p95', 'p99', 'max', 'queries/s'],
      sizes.map((size) => [
        size.label,
        count(size.names),
        ...cells(size.latency.all),
        count(Math.round(size.latency.perSecond)),
      ]),
    ),
    '',
    'What the queries themselves cost (of each query the least of three times):',
    '',
    table(
      ['index', 'p50', 'p95', 'p99', 'max', 'exact p50 / p99', 'misspelt', 'unmatched'],
      sizes.map(({ label, latency }) => [
        label,
        ...cells(latency.least),
        ...[latency.exact, latency.misspelt, latency.unmatched].map(
          ({ p50, p99 }) => `${ms(p50)} / ${ms(p99)}`,
        ),
      ]),
    ),
    '',
    table(
      ['index', 'build', 'index MB', 'process MB', 'from file'],
      sizes.map((size) => [
        size.label,
        ms(size.build),
        size.indexMegabytes.toFixed(1),
        size.processMegabytes.toFixed(0),
        ms(size.fromFile),
      ]),
    ),
    '',
    'Process MB: what the process holds more once the index is built, garbage collected. From file: reading the saved index and checking it, as a start does.',
    '',
    '',
    '![Cost of a query against the number of names](growth.svg)',
  ].join('\n');
}

function rivalsSection({ rivals, sizes }: Speed): string | null {
  const [first] = rivals;
  if (!first) return null;
  const own = sizes.find(({ names }) => names === first.names);
  const rows = rivals.map(({ label, queries, times, build }) => [
    label,
    count(queries),
    ...cells(times),
    ms(build),
  ]);
  if (own) rows.unshift(['Redflag', count(10_000), ...cells(own.latency.all), ms(own.build)]);
  return [
    `## Beside other matchers, ${count(first.names)} names`,
    '',
    'The same mix of queries, without explanations for the others; the slow ones are asked fewer.',
    '',
    table(['matcher', 'queries', 'p50', 'p95', 'p99', 'max', 'build'], rows),
  ].join('\n');
}

function adversarialSection({ sizes }: Speed): string | null {
  if (sizes.length === 0) return null;
  const kinds = [...new Set(sizes.flatMap(({ adversarial }) => adversarial.map(({ of }) => of)))];
  const at = (kind: string) =>
    sizes.map(({ adversarial }) => {
      const slow = adversarial.find(({ of }) => of === kind);
      return slow ? ms(slow.max) : '–';
    });
  const fuzzed = sizes.flatMap(({ adversarial }) =>
    adversarial.filter(({ of }) => of === 'found by fuzzing'),
  );
  return [
    '## Queries made to be slow',
    '',
    `The slowest of each kind, the least of three runs. The fuzz search kept and mutated the slowest of ${fuzzed.map(({ queries }) => count(queries)).join(', ') || 'no'} queries.`,
    '',
    table(
      ['kind', ...sizes.map(({ names }) => `${count(names)} names`)],
      kinds.map((kind) => [kind, ...at(kind)]),
    ),
  ].join('\n');
}

function batchSection({ batch }: Speed): string | null {
  if (!batch) return null;
  return [
    `## Batch, ${count(batch.names)} names`,
    '',
    `${count(batch.rows)} rows of a vendor master in which 1 name in 100 is a listed one; both threads read one index in shared memory. A thread is ready after ${ms(batch.workerReady)} ms.`,
    '',
    table(
      ['threads', 'names/s'],
      [
        ['1', count(Math.round(batch.oneThread))],
        ['2', count(Math.round(batch.twoThreads))],
      ],
    ),
  ].join('\n');
}

function httpSection({ http }: Speed): string | null {
  if (http.length === 0) return null;
  return [
    '## `POST /screen` beside a bare route',
    '',
    'A vendor master in which 1 name in 100 matches. The bare Fastify route parses the same body and returns a ready string of the mean length of the answers. Stubbed: one ready screening for every query; whole: nothing is recorded; recorded: each answer is on the disk before it is given, as `redflag serve` does by default. ' +
      'Load from another process, rounds by turns; the round with the middle share counts.',
    '',
    table(
      ['engine', 'names', 'bytes an answer', 'requests/s', 'bare route', 'share', 'p99 ms'],
      http.map((h) => [
        h.engine,
        count(h.names),
        count(h.answerBytes),
        count(Math.round(h.perSecond)),
        count(Math.round(h.bare)),
        percent(h.share),
        ms(h.p99),
      ]),
    ),
  ].join('\n');
}

function startSection({ startUps }: Speed): string | null {
  if (startUps.length === 0) return null;
  return [
    '## Start to ready',
    '',
    table(
      ['catalogue', 'runs', 'least', 'most'],
      startUps.map(({ of, runs }) => [
        of,
        String(runs.length),
        ms(Math.min(...runs)),
        ms(Math.max(...runs)),
      ]),
    ),
  ].join('\n');
}

function ratiosSection(compared: readonly Compared[]): string | null {
  if (compared.length === 0) return null;
  return [
    '## Ratios',
    '',
    'Costs over costs of the same run; the run before is the committed one.',
    '',
    table(
      ['ratio', 'now', 'before', ''],
      compared.map(({ name, value, before, worse }) => [
        name,
        value.toPrecision(3),
        before === null ? '–' : before.toPrecision(3),
        worse ? '**worse by more than a fifth**' : '',
      ]),
    ),
  ].join('\n');
}
