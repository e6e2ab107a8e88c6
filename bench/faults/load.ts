import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { INSPECTED, Inspector } from './inspector.ts';
import type { Row, Section } from './section.ts';
import { ask, Clients, JSON_TYPE, Place, someQuery } from './service.ts';

const MINUTE = 60_000;
const MIB = 2 ** 20;
const READS = [
  '/parties?q=zorvanta',
  '/lists',
  '/coverage',
  '/screenings?limit=20',
  '/compare?a=Zorvanta&b=Zorvante',
  '/metrics',
  '/health/ready',
];

const CLIENTS = 4;
/** Milliseconds between an answer and the next question of a client: a steady load, not the highest one. */
const PAUSE = 10;

/** Screenings, batches, reads and exports at once: the memory stays where it is. */
export async function load(minutes: number): Promise<Section> {
  const place = new Place({ seeds: 'seeds' });
  const program = await place.start({ REDFLAG_SHED_DELAY: '0', ...INSPECTED });
  const pid = program.process.pid ?? 0;
  const inspector = await Inspector.attach(program);
  const clients = new Clients(program.address, CLIENTS, PAUSE);
  const wrong = new Map<string, number>();
  let others = 0;
  let going = true;
  const also = async (make: (count: number) => Parameters<typeof ask>[1], pause: number) => {
    for (let count = 0; going; count++) {
      const request = make(count);
      const { status } = await ask(program.address, request);
      others += 1;
      if (status !== 200)
        wrong.set(`${request.path} ${status}`, (wrong.get(`${request.path} ${status}`) ?? 0) + 1);
      await wait(pause);
    }
  };
  const batch = (count: number) =>
    `[${Array.from({ length: 200 }, (_, at) => someQuery(count * 200 + at)).join(',')}]`;
  const running = [
    also((count) => ({ path: READS[count % READS.length] ?? '' }), 20),
    also(
      (count) => ({
        method: 'POST',
        path: '/screen/batch',
        headers: JSON_TYPE,
        body: batch(count),
      }),
      1000,
    ),
    also(
      () => ({
        path: `/screenings/export?outcome=match&from=${new Date(Date.now() - 1000).toISOString()}`,
      }),
      2000,
    ),
  ];
  const memory: Memory = { resident: [], after: [] };
  const began = performance.now();
  for (let sixth = 1; sixth <= 6; sixth++) {
    const end = (minutes * MINUTE * sixth) / 6;
    while (performance.now() - began < end) {
      await wait(Math.min(5000, (minutes * MINUTE) / 60));
      memory.resident.push(residentMb(pid));
    }
    const heap = (await inspector.referredTo()) / MIB;
    memory.after.push({ heap, resident: residentMb(pid) });
  }
  inspector.close();
  going = false;
  await clients.stop();
  await Promise.all(running);
  await program.end('SIGTERM');
  const { breaks, records, missing } = place.verify(clients.answered.slice(-1000));
  place.remove();
  return {
    title: 'Mixed load',
    done: `${minutes} minutes of ${CLIENTS} screening clients with pauses of ${PAUSE} ms, a batch of 200 a second, reads and exports over the curated list. Memory is looked at every 5 s; at each sixth of the time, garbage is collected first, so that only what is still referred to is left. Between such collections the heap grows and shrinks in waves of minutes, as it is thrown away when that is cheap. Flat: the highest of the last three sixths is within 5 % of the highest of those before, after collection; within 10 % without.`,
    rows: [
      {
        what: 'screenings answered by single requests; other requests',
        found: `${clients.answered.length}; ${others}`,
        held: clients.failed === 0,
      },
      {
        what: 'answers that are not 200',
        found:
          [...clients.statuses]
            .filter(([status]) => status !== 200)
            .map(String)
            .concat([...wrong].map(String))
            .join(', ') || 'none',
        held: wrong.size === 0 && [...clients.statuses.keys()].every((status) => status === 200),
      },
      ...flatness(memory),
      {
        what: 'the chain of records',
        found: `${records} records, ${breaks.length} breaks, ${missing.length} missing`,
        held: breaks.length === 0 && missing.length === 0,
      },
    ],
  };
}

/** What the service took, in MiB. */
interface Memory {
  /** At every look. */
  readonly resident: number[];
  /** At each sixth of the time, after garbage has been collected. */
  readonly after: { readonly heap: number; readonly resident: number }[];
}

function flatness({ resident, after }: Memory): Row[] {
  const row = (what: string, values: readonly number[], found: string, bound: number): Row => {
    const half = values.length / 2;
    const [before, last] = [Math.max(...values.slice(0, half)), Math.max(...values.slice(half))];
    return { what, found: `${found} MB`, held: last < before * bound };
  };
  const heaps = after.map(({ heap }) => heap);
  const whole = after.map(({ resident }) => resident);
  const third = Math.floor(resident.length / 3);
  const [middle, last] = [resident.slice(third, 2 * third), resident.slice(2 * third)];
  const seen = [middle, last].map((of) => `${mean(of).toFixed(0)} (${Math.max(...of).toFixed(0)})`);
  return [
    row('heap and buffers of all threads after collection', heaps, inWords(heaps, 1), 1.05),
    row('resident memory after collection', whole, inWords(whole, 0), 1.05),
    {
      what: 'resident memory without, mean (highest) of the second and the last third',
      found: `${seen.join(', ')} MB`,
      held: mean(last) < mean(middle) * 1.1,
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inWords(values: readonly number[], digits: number): string {
  return values.map((value) => value.toFixed(digits)).join(', ');
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** How many files of a name a process has open, wherever they lie, also when they have been replaced. */
function openFiles(pid: number, name: string): number {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).filter((fd) => readlinkSync(join(folder, fd)).includes(`/${name}`))
    .length;
}

/** The catalogue is changed again and again while clients ask. */
export async function swaps(times: number): Promise<Section> {
  const place = new Place({ seeds: 'seeds' });
  const program = await place.start({ ...INSPECTED });
  const inspector = await Inspector.attach(program);
  const clients = new Clients(program.address, 10);
  const party = join(place.seeds, 'parties', 'hikvision.yaml');
  const text = readFileSync(party, 'utf8');
  const version = async () =>
    JSON.parse((await ask(program.address, { path: '/health/ready' })).body).catalogue.version;
  const versions = new Set<string>([await version()]);
  const heaps: number[] = [];
  for (let time = 0; time < times; time++) {
    const before = await version();
    writeFileSync(
      party,
      `${text}\n# ${time}\n`.replace('type: legal', time % 2 === 0 ? 'type: alias' : 'type: legal'),
    );
    program.process.kill('SIGHUP');
    const end = performance.now() + 30_000;
    while (performance.now() < end && (await version()) === before) await wait(50);
    versions.add(`${time} ${await version()}`);
    if ((await version()) === before) versions.delete(`${time} ${before}`);
    if ((time + 1) % Math.ceil(times / 4) === 0) heaps.push((await inspector.referredTo()) / MIB);
  }
  await clients.stop();
  await inspector.referredTo();
  const open = openFiles(program.process.pid ?? 0, 'catalogue.db');
  inspector.close();
  await program.end('SIGTERM');
  const { breaks, missing } = place.verify(clients.answered);
  place.remove();
  const statuses = [...clients.statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  return {
    title: 'A new catalogue under load',
    done: `${times} times the curated list was changed and read anew (SIGHUP) while ten clients asked.`,
    rows: [
      {
        what: 'swaps that took place',
        found: `${versions.size - 1} of ${times}`,
        held: versions.size - 1 === times,
      },
      {
        what: 'answers; requests that failed',
        found: `${statuses}; ${clients.failed}`,
        held: clients.failed === 0 && clients.statuses.size === 1 && clients.statuses.has(200),
      },
      {
        what: 'heap and buffers of all threads after collection, at each quarter; catalogues open at the end',
        found: `${inWords(heaps, 1)} MB; ${open}`,
        held: (heaps.at(-1) ?? 0) < (heaps[0] ?? 0) * 1.05 && open === 1,
      },
      {
        what: 'answered screenings that are not recorded; breaks',
        found: `${missing.length}; ${breaks.length}`,
        held: missing.length === 0 && breaks.length === 0,
      },
    ],
  };
}
