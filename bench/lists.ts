/**
 * Loads every list file that there is into one catalogue as an operator would, and
 * tells what that takes: time, memory, start-up, and what callers notice of a new
 * version. Writes results/lists.md.
 *
 *     node bench/lists.ts [--swaps 3] [--clients 50]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportRequest, importLists } from '../src/lists/index.ts';
import { openScreener } from '../src/screening/index.ts';
import { type Program, startProgram } from '../test/support/program.ts';
import { listFile, resultsFolder, seedsFolder } from './data/folders.ts';
import { listSwaps } from './questions/list-swaps.ts';
import { startUp } from './questions/start-up.ts';
import { count, table } from './report/markdown.ts';

const { values } = parseArgs({
  options: {
    into: { type: 'string' },
    swaps: { type: 'string', default: '3' },
    clients: { type: 'string', default: '50' },
  },
});
const CSL = 'csl/consolidated-2022-05.csv.gz';

/** Every file of the folder that has a layout that publishers use, under names of their own. */
const wanted: readonly (Omit<ImportRequest, 'from'> & { readonly from: readonly string[] })[] = [
  { feed: 'csl', format: 'csl-csv', from: [CSL], date: '2022-05-31' },
  { feed: 'ofac-sdn', format: 'ofac-sdn', from: ['ofac/2024-05/sdn-2024-05-03.csv'] },
  {
    ...{ feed: 'ofac-consolidated', format: 'ofac-consolidated', date: '2025-12-31' },
    from: ['ofac/non-sdn-2025-12/cons_prim.csv'],
  },
  { feed: 'ofac-enhanced', format: 'ofac-enhanced', from: ['ofac/enhanced/CONS_ENHANCED.ZIP'] },
  { feed: 'un', format: 'un-xml', from: ['un/UN_consolidated-2026-02-27.xml'] },
  {
    ...{ feed: 'canada', format: 'canada-sema-xml', date: '2025-12-31' },
    from: ['canada/canada-sema.xml'],
  },
  {
    ...{ feed: 'sa-wiki-peps', format: 'ftm-ndjson', date: '2024-05-28' },
    from: ['ftm/sa_wiki_peps.entities.ftm.json'],
  },
  {
    ...{ feed: 'ua-war-sanctions', format: 'targets-simple-csv', date: '2026-03-13' },
    from: ['ftm/ua_war_sanctions.targets.simple.csv'],
  },
  { feed: 'ieee', format: 'ieee', from: ['ieee/oui.csv'], date: '2026-06-30' },
];

if (values.into !== undefined) await importAll(values.into);
else await measure();

/** In a process of its own, so that its memory is its own. Prints what it took as JSON. */
async function importAll(data: string): Promise<void> {
  const requests = wanted.flatMap((one) => {
    const from = one.from.flatMap((file) => listFile(file) ?? []);
    return from.length === 0 ? [] : [{ ...one, from, accept: ['losses'] as const }];
  });
  const began = performance.now();
  const { outcomes } = await importLists(requests, {
    ...{ data, seeds: seedsFolder, now: () => new Date() },
  });
  const took = {
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    lists: outcomes.map((one) =>
      one.outcome === 'failed'
        ? { feed: one.feed, error: one.error.message }
        : {
            feed: one.feed,
            records: one.manifest.records + one.manifest.blocks,
            names: one.manifest.names,
            lost: one.manifest.lost,
            bytes: one.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
          },
    ),
  };
  process.stdout.write(JSON.stringify(took));
}

type Imported = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly lists: readonly {
    readonly feed: string;
    readonly error?: string;
    readonly records: number;
    readonly names: number;
    readonly lost: number;
    readonly bytes: number;
  }[];
};

async function measure(): Promise<void> {
  const csl = listFile(CSL);
  if (csl === undefined) return;
  const root = mkdtempSync(join(tmpdir(), 'redflag-lists-'));
  const data = join(root, 'data');
  try {
    const imported: Imported = JSON.parse(await output(['bench/lists.ts', '--into', data]));
    console.error(`imported in ${Math.round(imported.seconds)} s`);
    const engine = openScreener({ data, seeds: seedsFolder });
    const names = engine.catalogue.names().length;
    const parties = engine.catalogue.size;
    engine.close();
    const starts = await startUp('all lists', 'bin/redflag.js', data, 3);
    const program = await startProgram({
      ...{ REDFLAG_DATA: data, REDFLAG_SEEDS: seedsFolder, LOG_LEVEL: 'error' },
      ...{ REDFLAG_SHED_DELAY: '0', REDFLAG_RECORDS: 'none' },
    });
    const memory = residentMiB(program);
    const swapped = await listSwaps(program, csl, root, {
      ...{ clients: Number(values.clients), swaps: Number(values.swaps) },
    });
    const after = residentMiB(program);
    await program.end('SIGTERM');
    const page = [
      '# Every list at once',
      '',
      'Written by `node bench/lists.ts`: the files of the lists folder and the curated list, imported by one command into one catalogue.',
      `Machine: ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; load ${loadavg()[0]?.toFixed(1)} at the end, of other work too: times are upper bounds.`,
      '',
      table(
        ['list file', 'bytes', 'records or blocks', 'names', 'rows lost'],
        imported.lists.map((one) =>
          one.error === undefined
            ? [one.feed, ...[one.bytes, one.records, one.names, one.lost].map(count)]
            : [one.feed, one.error, '', '', ''],
        ),
      ),
      '',
      table(
        ['measured', ''],
        [
          ['names in the catalogue', count(names)],
          ['parties', count(parties)],
          ['size of catalogue.db', `${mib(statSync(join(data, 'catalogue.db')).size)} MiB`],
          [
            'import of everything',
            `${imported.seconds.toFixed(1)} s (${imported.cpuSeconds.toFixed(1)} s of processor)`,
          ],
          ['most memory of the import', `${Math.round(imported.peakMiB)} MiB`],
          [
            'start until ready, three times',
            starts.runs.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', '),
          ],
          ['memory of the service, after its start', `${memory} MiB`],
          ['… after the swaps', `${after} MiB`],
        ],
      ),
      '',
      ...swapped,
      '',
    ].join('\n');
    writeFileSync(join(resultsFolder, 'lists.md'), page);
    console.log(page);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function output(words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(text) : reject(new Error(`ended with ${code}`)),
    );
  });
}

function residentMiB({ process: { pid } }: Program): string {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 'not known';
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(path, 'utf8'))?.[1];
  return found === undefined ? 'not known' : count(Math.round(Number(found) / 1024));
}

function mib(bytes: number): string {
  return count(Math.round(bytes / 2 ** 20));
}
