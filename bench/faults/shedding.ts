import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Row, Section } from './section.ts';
import { ask, Clients, JSON_TYPE, Place, screenOnce } from './service.ts';

const MANY = 50;
const TOO_MANY = 500;
/** In milliseconds: so low that one machine can both ask and be too slow. */
const LOW_LIMIT = 20;
/** It matches a party with many designations. */
const COSTLY = JSON.stringify({ name: 'Hikvison Digital Technolgy' });
const SECONDS = 8;

/** Whether load is shed when, and only when, answers would come too late. */
export async function shedding(): Promise<Section> {
  const rows = [...(await busy()), ...(await overloaded())];
  return {
    title: 'Load shedding',
    done:
      `With the default limit of delay (a second): ${MANY} clients that ask as fast as they are answered, a catalogue swapped ` +
      `beside them, the process stopped for two seconds and gone on with. Then ${TOO_MANY} clients at once and a limit of ${LOW_LIMIT} ms.`,
    rows,
  };
}

async function busy(): Promise<Row[]> {
  const place = new Place({ seeds: 'seeds' });
  const program = await place.start();
  await screenOnce(program.address, 0);
  const delays: number[] = [];
  const clients = new Clients(program.address, MANY);
  for (let second = 0; second < SECONDS; second++) {
    await wait(1000);
    delays.push(await delayOf(program.address));
    if (second === SECONDS / 2) program.process.kill('SIGHUP');
  }
  program.process.kill('SIGSTOP');
  await wait(2000);
  program.process.kill('SIGCONT');
  await wait(2000);
  await clients.stop();
  const { body } = await ask(program.address, { path: '/metrics' });
  await program.end('SIGTERM');
  place.remove();
  const refused = [...clients.refusals].map(([reason, count]) => `${count} ${reason}`).join(', ');
  const p99 = Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(body)?.[1] ?? 0);
  return [
    {
      what: `${MANY} clients: mean delay of the event loop in a second, highest`,
      found: `${Math.max(...delays).toFixed(0)} ms (p99 ${(p99 * 1000).toFixed(0)} ms)`,
      held: Math.max(...delays) < 500,
    },
    {
      what: `${MANY} clients, a swap and a stop of two seconds: answered; refused`,
      found: `${clients.answered.length}; ${refused || 'none'}`,
      held: clients.refusals.size === 0 && clients.failed === 0,
    },
  ];
}

async function overloaded(): Promise<Row[]> {
  const place = new Place({ seeds: 'seeds' });
  const program = await place.start({ REDFLAG_SHED_DELAY: `${LOW_LIMIT}` });
  await screenOnce(program.address, 0);
  const load = autocannon({
    ...{ url: program.address, connections: TOO_MANY, duration: SECONDS },
    requests: [{ method: 'POST', path: '/screen', headers: JSON_TYPE, body: COSTLY }],
  });
  await wait((SECONDS - 2) * 1000);
  const probes: number[] = [];
  for (const path of ['/health/live', '/health/ready', '/metrics']) {
    probes.push((await ask(program.address, { path })).status);
  }
  const { requests, non2xx, errors } = await load;
  const { body } = await ask(program.address, { path: '/metrics' });
  const refused = sumOf(body, '503');
  await wait(4000);
  const after = await screenOnce(program.address, 1);
  await program.end('SIGTERM');
  const { breaks } = place.verify();
  place.remove();
  return [
    {
      what: `${TOO_MANY} clients, a limit of ${LOW_LIMIT} ms: answers; refused with 503; anything else`,
      found: `${Math.round(requests.average * SECONDS) - non2xx}; ${refused}; ${errors}`,
      held: refused > 0 && errors === 0,
    },
    {
      what: 'beside them: liveness, readiness, metrics',
      found: probes.join(', '),
      held: probes.every((status) => status === 200),
    },
    {
      what: 'afterwards; breaks of the chain',
      found: `${after.status}; ${breaks.length}`,
      held: after.status === 200 && breaks.length === 0,
    },
  ];
}

/** How many answers of `POST /screen` had a status, as the service counted them. */
function sumOf(metrics: string, status: string): number {
  const line = `redflag_request_duration_seconds_count{method="POST",route="/screen",status="${status}"} `;
  const at = metrics.indexOf(line);
  return at === -1 ? 0 : Number.parseInt(metrics.slice(at + line.length), 10);
}

/** Mean delay since the last look, in milliseconds. */
async function delayOf(address: string): Promise<number> {
  const { body } = await ask(address, { path: '/metrics' });
  return Number(/^nodejs_eventloop_lag_mean_seconds (\S+)/m.exec(body)?.[1] ?? 0) * 1000;
}
