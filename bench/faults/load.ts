import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Section } from './section.ts';
import { ask, Clients, JSON_TYPE, Place, someQuery } from './service.ts';

const MINUTE = 60_000;
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
  const program = await place.start({ REDFLAG_SHED_DELAY: '0' });
  const pid = program.process.pid ?? 0;
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
  const samples: { minute: number; rss: number }[] = [];
  const began = performance.now();
  while (performance.now() - began < minutes * MINUTE) {
    await wait(Math.min(5000, (minutes * MINUTE) / 20));
    samples.push({ minute: (performance.now() - began) / MINUTE, rss: residentMb(pid) });
  }
  going = false;
  await clients.stop();
  await Promise.all(running);
  await program.end('SIGTERM');
  const { breaks, records, missing } = place.verify(clients.answered.slice(-1000));
  place.remove();
  const third = Math.floor(samples.length / 3);
  const mean = (of: typeof samples) => of.reduce((sum, { rss }) => sum + rss, 0) / of.length;
  const [middle, last] = [mean(samples.slice(third, 2 * third)), mean(samples.slice(2 * third))];
  return {
    title: 'Mixed load',
    done: `${minutes} minutes of ${CLIENTS} screening clients with pauses of ${PAUSE} ms, a batch of 200 a second, reads and exports over the curated list.`,
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
      {
        what: 'resident memory, mean of the second and the last third',
        found: `${middle.toFixed(0)} MB, ${last.toFixed(0)} MB; highest ${Math.max(...samples.map(({ rss }) => rss)).toFixed(0)} MB`,
        held: last < middle * 1.1,
      },
      {
        what: 'the chain of records',
        found: `${records} records, ${breaks.length} breaks, ${missing.length} missing`,
        held: breaks.length === 0 && missing.length === 0,
      },
    ],
  };
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The catalogue is changed again and again while clients ask. */
export async function swaps(times: number): Promise<Section> {
  const place = new Place({ seeds: 'seeds' });
  const program = await place.start();
  const clients = new Clients(program.address, 10);
  const party = join(place.seeds, 'parties', 'hikvision.yaml');
  const text = readFileSync(party, 'utf8');
  const version = async () =>
    JSON.parse((await ask(program.address, { path: '/health/ready' })).body).catalogue.version;
  const versions = new Set<string>([await version()]);
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
  }
  await clients.stop();
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
        what: 'answered screenings that are not recorded; breaks',
        found: `${missing.length}; ${breaks.length}`,
        held: missing.length === 0 && breaks.length === 0,
      },
    ],
  };
}
