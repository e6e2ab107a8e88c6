import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Row, type Section, skipped } from './section.ts';
import { ask, Clients, Place, screenOnce, until } from './service.ts';

const SIZE = '24m';

const title = 'Disk';
const done = `The data folder lies on a file system of its own (tmpfs, ${SIZE}), which is filled to the last byte while ten clients ask; then it is read-only when the service is started.`;

/** A disk that is full, then not; one that is read-only from the start, then not. */
export async function disk(): Promise<Section> {
  const rows: Row[] = [];
  const mount = mounted();
  if (mount === null) {
    return { title, done, rows: [skipped('mounting a file system needs root')] };
  }
  const place = new Place({ data: join(mount, 'data') });
  try {
    rows.push(...(await full(place, mount)), ...(await readOnly(place, mount)));
  } finally {
    spawnSync('umount', ['-l', mount]);
    place.remove();
    rmSync(mount, { recursive: true, force: true });
  }
  return { title, done, rows };
}

async function full(place: Place, mount: string): Promise<Row[]> {
  const program = await place.start();
  const clients = new Clients(program.address, 10);
  await wait(500);
  fill(join(mount, 'ballast'));
  const refused = await until(async () =>
    (await screenOnce(program.address, 1)).body.includes('records-unavailable'),
  );
  const detail = JSON.parse((await screenOnce(program.address, 2)).body);
  const ready = await ask(program.address, { path: '/health/ready' });
  const live = await ask(program.address, { path: '/health/live' });
  rmSync(join(mount, 'ballast'));
  const recovered = await until(
    async () => (await ask(program.address, { path: '/health/ready' })).status === 200,
  );
  await wait(300);
  await clients.stop();
  const after = await screenOnce(program.address, 3);
  await program.end('SIGTERM');
  const proof = place.verify(clients.answered);
  return [
    {
      what: 'disk full: screenings are refused, not answered unrecorded',
      found: `${detail.status} ${detail.code}: ${detail.detail}`,
      held: refused && detail.code === 'records-unavailable',
    },
    {
      what: 'disk full: readiness, liveness',
      found: `${ready.status}, ${live.status}`,
      held: ready.status === 503 && live.status === 200,
    },
    {
      what: 'space again: it goes on by itself',
      found: `ready: ${recovered}, next screening ${after.status}`,
      held: recovered && after.status === 200,
    },
    {
      what: 'answered screenings that are not recorded; breaks',
      found: `${proof.missing.length} of ${clients.answered.length}; ${proof.breaks.length}`,
      held: proof.missing.length === 0 && proof.breaks.length === 0,
    },
  ];
}

async function readOnly(place: Place, mount: string): Promise<Row[]> {
  const remount = (how: 'ro' | 'rw') =>
    spawnSync('mount', ['-o', `remount,${how}`, mount]).status === 0;
  remount('ro');
  const refusal = await place.start().then(
    async (program) => {
      await program.end('SIGKILL');
      return 'it started';
    },
    (error: Error) => error.message,
  );
  const without = await place.start({ REDFLAG_RECORDS: 'none' });
  const answer = await screenOnce(without.address, 1);
  await without.end('SIGTERM');
  remount('rw');
  const again = await place.start();
  const after = await screenOnce(again.address, 1);
  await again.end('SIGTERM');
  const proof = place.verify();
  return [
    {
      what: 'read-only from the start: it does not start, and says why',
      found: refusal.replace(/\/\S*records\.db/, 'records.db').slice(0, 200),
      held: /records\.db: .*read-only|cannot be/.test(refusal),
    },
    {
      what: 'the same with REDFLAG_RECORDS=none',
      found: `${answer.status}`,
      held: answer.status === 200,
    },
    {
      what: 'writable again',
      found: `${after.status}, ${proof.records} records, ${proof.breaks.length} breaks`,
      held: after.status === 200 && proof.breaks.length === 0,
    },
  ];
}

function mounted(): string | null {
  const folder = join('/tmp', `redflag-disk-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  return status === 0 ? folder : null;
}

/** Writes until there is no room for one byte more. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1 << 20, 1 << 12, 1]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (;;) writeSync(file, block);
    } catch {
      // Full for blocks of this size.
    }
  }
  closeSync(file);
}
