import autocannon from 'autocannon';
import type { Section } from './section.ts';
import { JSON_TYPE, Place, screenOnce } from './service.ts';

const CLIENTS = 50;
const ROUNDS = 3;
const NAMES = 2000;

/** `POST /screen` with and without durable records, by turns. */
export async function throughput(seconds: number): Promise<Section> {
  const bodies = Array.from({ length: NAMES }, (_, at) =>
    JSON.stringify({
      name: at % 100 === 0 ? 'Hikvison Digital Technolgy' : `Quiet Harbour Bakery ${at}`,
      reference: `V-${at}`,
    }),
  );
  const places = { none: new Place({ seeds: 'seeds' }), full: new Place({ seeds: 'seeds' }) };
  const rates = { none: [] as number[], full: [] as number[] };
  const slowest = { none: [] as number[], full: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const mode of ['none', 'full'] as const) {
      const program = await places[mode].start({ REDFLAG_RECORDS: mode, REDFLAG_SHED_DELAY: '0' });
      await screenOnce(program.address, round);
      await run(program.address, bodies, 2);
      const { requests, latency, non2xx, errors } = await run(program.address, bodies, seconds);
      if (non2xx + errors > 0) throw new Error(`${non2xx} answers were no 2xx, ${errors} failed`);
      rates[mode].push(requests.average);
      slowest[mode].push(latency.p99);
      await program.end('SIGTERM');
    }
  }
  const proof = places.full.verify();
  for (const place of Object.values(places)) place.remove();
  const best = (of: readonly number[]) => Math.max(...of);
  const share = best(rates.full) / best(rates.none);
  const text = (mode: 'none' | 'full') =>
    `${Math.round(best(rates[mode]))} a second, p99 ${Math.min(...slowest[mode])} ms`;
  return {
    title: 'Throughput with durable records',
    done: `${CLIENTS} concurrent clients, ${seconds} s a round, ${ROUNDS} rounds by turns, the best of each; curated list, 1 name in 100 matches; load from another process on the same machine.`,
    rows: [
      { what: 'POST /screen without records', found: text('none'), held: true },
      { what: 'POST /screen, each answer on the disk first', found: text('full'), held: true },
      { what: 'share; at least half', found: `${(share * 100).toFixed(0)} %`, held: share >= 0.5 },
      {
        what: 'the chain of records',
        found: `${proof.records} records, ${proof.breaks.length} breaks`,
        held: proof.breaks.length === 0,
      },
    ],
  };
}

function run(address: string, bodies: readonly string[], seconds: number) {
  return autocannon({
    url: address,
    connections: CLIENTS,
    duration: seconds,
    requests: bodies.map((body) => ({ method: 'POST', path: '/screen', headers: JSON_TYPE, body })),
  });
}
