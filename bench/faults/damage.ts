import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Row, Section } from './section.ts';
import { Clients, Place, screenOnce } from './service.ts';

/** How a file is damaged. */
const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['empty', () => Buffer.alloc(0)],
  ['text in its place', () => Buffer.from('not a database '.repeat(500))],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['its first page overwritten', (bytes) => overwritten(bytes, 100, 4000)],
  ['pages in the middle overwritten', (bytes) => overwritten(bytes, bytes.length >> 1, 16_384)],
];

function overwritten(bytes: Buffer, from: number, length: number): Buffer {
  return Buffer.from(bytes).fill(0x5a, from, Math.min(bytes.length, from + length));
}

/** Damaged files, before the start and while the service runs. */
export async function damage(): Promise<Section> {
  return {
    title: 'Damaged files',
    done: 'Each file is damaged in five ways while the service is down, and the catalogue also while it runs.',
    rows: [...(await catalogueAtStart()), await catalogueWhileRunning(), ...(await records())],
  };
}

async function catalogueAtStart(): Promise<Row[]> {
  const place = new Place();
  await (await place.start()).end('SIGTERM');
  const path = join(place.data, 'catalogue.db');
  const whole = readFileSync(path);
  const rows: Row[] = [];
  for (const [how, spoil] of damages) {
    // Another file, as it would be restored or copied: the kept versions stay whole.
    rmSync(path);
    writeFileSync(path, spoil(whole));
    const found = await place.start().then(
      async (program) => {
        const answer = await screenOnce(program.address, 0);
        await program.end('SIGTERM');
        return `starts, ${answer.status} ${JSON.parse(answer.body).outcome ?? ''}`;
      },
      (error: Error) => error.message.slice(0, 200),
    );
    rows.push({
      what: `catalogue.db ${how}, at the start`,
      found,
      held: found === 'starts, 200 match',
    });
  }
  place.remove();
  return rows;
}

async function catalogueWhileRunning(): Promise<Row> {
  const place = new Place();
  const program = await place.start({ REDFLAG_RELOAD: '1' });
  const clients = new Clients(program.address, 5);
  const path = join(place.data, 'catalogue.db');
  const whole = readFileSync(path);
  for (const [, spoil] of damages) {
    writeFileSync(`${path}.new`, spoil(whole));
    renameSync(`${path}.new`, path);
    await wait(2500);
  }
  await clients.stop();
  await program.end('SIGTERM');
  place.remove();
  const statuses = [...clients.statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  return {
    what: 'catalogue.db replaced by damaged ones while five clients ask',
    found: `answers ${statuses}; failed ${clients.failed}`,
    held: clients.failed === 0 && clients.statuses.size === 1 && clients.statuses.has(200),
  };
}

async function records(): Promise<Row[]> {
  const place = new Place();
  const program = await place.start();
  const clients = new Clients(program.address, 10);
  while (clients.answered.length < 500) await wait(10);
  await clients.stop();
  await program.end('SIGTERM');
  const whole = readFileSync(place.records);
  const rows: Row[] = [];
  for (const [how, spoil] of damages.slice(1)) {
    const spoilt = spoil(whole);
    writeFileSync(place.records, spoilt);
    const message = await place.start().then(
      async (program) => {
        await program.end('SIGKILL');
        return 'it started';
      },
      (error: Error) => error.message,
    );
    const untouched = readFileSync(place.records).equals(spoilt);
    rows.push({
      what: `records.db ${how}: it does not start, says why, and leaves the file`,
      found: `${
        /redflag: (.*)/
          .exec(message)?.[1]
          ?.replace(/\S*records\.db/, 'records.db')
          .slice(0, 160) ?? message
      }; untouched: ${untouched}`,
      held: /records\.db cannot be used/.test(message) && untouched,
    });
  }
  renameSync(place.records, `${place.records}.damaged`);
  const fresh = await place.start();
  const answer = await screenOnce(fresh.address, 0);
  await fresh.end('SIGTERM');
  rows.push({
    what: 'moved away as it says',
    found: `${answer.status}`,
    held: answer.status === 200,
  });
  writeFileSync(place.records, whole);
  rmSync(`${place.records}-wal`, { force: true });
  const restored = await place.start();
  await restored.end('SIGTERM');
  const { missing, breaks } = place.verify(clients.answered);
  rows.push({
    what: 'restored from a copy',
    found: `${missing.length} of ${clients.answered.length} missing, ${breaks.length} breaks`,
    held: missing.length === 0 && breaks.length === 0,
  });
  place.remove();
  return rows;
}
