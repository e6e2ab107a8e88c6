import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Row, Section } from './section.ts';
import { ask, Place, screenOnce } from './service.ts';

const CONNECTIONS = 10_000;
const SLOW = 200;

/** Slow clients, half-open sockets, thousands of connections, everything oversized; beside a client that only asks. */
export async function connections(): Promise<Section> {
  const place = new Place();
  const program = await place.start();
  const port = Number(new URL(program.address).port);
  const rows: Row[] = [];
  const beside = async (what: string, held: Socket[]) => {
    const times: number[] = [];
    for (let number = 0; number < 50; number++) {
      const start = performance.now();
      const { status } = await screenOnce(program.address, number);
      if (status === 200) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    rows.push({
      what: `${what}: 50 screenings beside them`,
      found: `${times.length} answered, median ${times[25]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`,
      held: times.length === 50,
    });
    for (const socket of held) socket.destroy();
  };
  await screenOnce(program.address, 0);

  const slow = await open(port, SLOW);
  const drip = setInterval(() => {
    for (const socket of slow) socket.write('X-Slow: 1\r\n');
  }, 1000);
  for (const socket of slow) socket.write('POST /screen HTTP/1.1\r\nHost: localhost\r\n');
  await beside(`${SLOW} clients that send a header a second`, []);
  const ended = await allClosed(slow, 25_000);
  clearInterval(drip);
  rows.push({
    what: 'they are ended after 15 to 20 s',
    found: `${ended} of ${SLOW}`,
    held: ended === SLOW,
  });

  const half = await open(port, SLOW);
  for (const socket of half) {
    socket.write(
      'POST /screen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 30\r\n\r\n{"name":',
    );
    socket.end();
  }
  await beside(`${SLOW} sockets closed on one side in the middle of a body`, half);

  const deaf = await open(port, 50);
  const line = '{"name":"Zorvanta"}\n';
  for (const socket of deaf) {
    socket.pause();
    socket.write(
      `POST /screen/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: ${line.length * 2000}\r\n\r\n${line.repeat(2000)}`,
    );
  }
  const before = place.verify().records;
  await beside('50 clients that send 2,000 queries and read no answer', deaf);
  const unread = place.verify().records - before - 50;
  rows.push({
    what: 'answers that were made for those, of 100,000: no more than they read ahead',
    found: `${unread}`,
    held: unread > 0 && unread < 50_000,
  });

  const many = await open(port, CONNECTIONS);
  await beside(`${many.length} open connections`, many);
  rows.push({
    what: `${CONNECTIONS} connections opened`,
    found: `${many.length}`,
    held: many.length === CONNECTIONS,
  });

  rows.push(...(await oversized(program.address)));
  const live = await ask(program.address, { path: '/health/ready' });
  rows.push({ what: 'afterwards', found: `ready: ${live.status}`, held: live.status === 200 });
  await program.end('SIGTERM');
  const { breaks, records } = place.verify();
  rows.push({
    what: 'the chain of records',
    found: `${records} records, ${breaks.length} breaks`,
    held: breaks.length === 0,
  });
  place.remove();
  return {
    title: 'Connections and sizes',
    done: 'One service takes all of it in turn, over real sockets.',
    rows,
  };
}

async function oversized(address: string): Promise<Row[]> {
  const json = { 'content-type': 'application/json' };
  const name = (length: number) => JSON.stringify({ name: 'x'.repeat(length) });
  const table: [string, number, Parameters<typeof ask>[1]][] = [
    ['a body of 10 MB', 413, { method: 'POST', path: '/screen', headers: json, body: name(10e6) }],
    [
      'a name of 513 letters',
      400,
      { method: 'POST', path: '/screen', headers: json, body: name(513) },
    ],
    ['an address of 40 kB', 431, { path: `/screen?name=${'x'.repeat(40_000)}` }],
    ['a header of 40 kB', 431, { path: '/health/live', headers: { 'x-long': 'x'.repeat(40_000) } }],
    ['a path of 10,000 letters', 404, { path: `/parties/${'x'.repeat(10_000)}` }],
    [
      'a batch of 10,001 items',
      413,
      { method: 'POST', path: '/screen/batch', headers: json, body: `[${'{},'.repeat(10_000)}{}]` },
    ],
    [
      'a line of 1 MB',
      200,
      {
        method: 'POST',
        path: '/screen/batch',
        headers: { 'content-type': 'application/x-ndjson' },
        body: name(1e6),
      },
    ],
    [
      'JSON 10,000 levels deep',
      400,
      {
        method: 'POST',
        path: '/screen',
        headers: json,
        body: '['.repeat(10_000) + ']'.repeat(10_000),
      },
    ],
    [
      'a reason of 10,000 letters',
      400,
      {
        method: 'POST',
        path: '/screenings/x/dispositions',
        headers: json,
        body: JSON.stringify({
          party: 'a',
          decision: 'escalate',
          by: 'x',
          reason: 'x'.repeat(10_000),
        }),
      },
    ],
  ];
  const rows: Row[] = [];
  for (const [what, expected, request] of table) {
    const found = await ask(address, request).then(
      ({ status, body }) => ({ status, code: /"code":"([\w-]+)"/.exec(body)?.[1] ?? '' }),
      (error: Error) => ({ status: 0, code: error.message }),
    );
    rows.push({
      what,
      found: `${found.status || ''} ${found.code}`.trim(),
      held: found.status === expected,
    });
  }
  const announced = await firstLine(
    address,
    `POST /screen/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${17e6}\r\n\r\n[`,
  );
  rows.push({
    what: 'a batch of 17 MB, refused by its length alone',
    found: announced,
    held: announced.includes(' 413 '),
  });
  return rows;
}

/** What comes back for some bytes, up to the end of the first line. */
async function firstLine(address: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write(bytes);
  const [data] = await Promise.race([once(socket, 'data'), wait(5000).then(() => ['nothing'])]);
  socket.destroy();
  return String(data).split('\r\n', 1)[0] ?? '';
}

async function open(port: number, count: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at += 500) {
    const opening = Array.from({ length: Math.min(500, count - at) }, async () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      await Promise.race([once(socket, 'connect'), wait(10_000)]);
      if (!socket.connecting && !socket.destroyed) sockets.push(socket);
    });
    await Promise.allSettled(opening);
  }
  return sockets;
}

async function allClosed(sockets: readonly Socket[], longest: number): Promise<number> {
  for (const socket of sockets) socket.resume();
  const end = performance.now() + longest;
  const closed = () => sockets.filter((socket) => socket.closed || socket.readableEnded).length;
  while (performance.now() < end && closed() < sockets.length) await wait(200);
  return closed();
}
