import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Program } from '../../test/support/program.ts';
import { type Row, type Section, skipped } from './section.ts';
import { ask, Clients, Place, screenOnce, until } from './service.ts';

const SIZE = 48 << 20;

const title = 'A disk that becomes read-only under use';
const done =
  'The data folder lies on an ext4 file system of its own. While ten clients ask, first its files are made ' +
  'immutable and mutable again; then, all being synced, the file system is told of an error of its own, at which it takes no ' +
  'more writes (errors=remount-ro) until it has been unmounted and checked.';

/** What a service does when its disk takes no more writes while it runs, and when it does so again. */
export async function readOnly(): Promise<Section> {
  const disk = Ext4.mounted();
  if (disk === null) {
    const rows = [skipped('a loop device with ext4 cannot be mounted here: it needs root')];
    return { title, done, rows };
  }
  const place = new Place({ data: join(disk.folder, 'data') });
  try {
    return { title, done, rows: [...(await immutable(place)), ...(await failed(place, disk))] };
  } finally {
    disk.remove();
    place.remove();
  }
}

/** The files of the records refuse writes, also through those who have them open. */
async function immutable(place: Place): Promise<Row[]> {
  const program = await place.start();
  const clients = new Clients(program.address, 10);
  await wait(500);
  const files = ['records.db', 'records.db-wal'].map((name) => join(place.data, name));
  const change = (how: '+i' | '-i') => spawnSync('chattr', [how, ...files]).status === 0;
  if (!change('+i')) {
    await clients.stop();
    await program.end('SIGTERM');
    return [skipped('files cannot be made immutable here')];
  }
  const state = await stateOf(program);
  change('-i');
  const ready = await until(
    async () => (await ask(program.address, { path: '/health/ready' })).status === 200,
  );
  const before = clients.answered.length;
  await until(async () => clients.answered.length > before + 20);
  await clients.stop();
  await program.end('SIGTERM');
  const proof = place.verify(clients.answered);
  return [
    ...state.rows('immutable files'),
    {
      what: 'mutable again: it goes on by itself',
      found: `ready: ${ready}, ${clients.answered.length - before} screenings answered since`,
      held: ready && clients.answered.length > before,
    },
    lost('immutable files', clients, proof),
  ];
}

/** The file system gives up: what is open stays so, and is as if frozen. */
async function failed(place: Place, disk: Ext4): Promise<Row[]> {
  const program = await place.start();
  const clients = new Clients(program.address, 10);
  await wait(500);
  // Stopped and synced first: then each page has to be asked for anew, which is where it can go wrong.
  await clients.stop();
  spawnSync('sync', ['-f', disk.folder]);
  disk.fail();
  const state = await stateOf(program);
  const code = await program.end('SIGTERM');
  const refusal = await place.start().then(
    async (again) => {
      await again.end('SIGKILL');
      return 'it started';
    },
    (error: Error) => error.message,
  );
  disk.mend();
  const again = await place.start();
  const after = await screenOnce(again.address, 1);
  await again.end('SIGTERM');
  const proof = place.verify(clients.answered);
  return [
    ...state.rows('an error of the file system'),
    { what: 'told to stop, it ends', found: `exit status ${code}`, held: code === 0 },
    {
      what: 'started on it, it does not, and says why',
      found: refusal.replace(/\/\S*records\.db/, 'records.db').slice(0, 200),
      held: /read-only/.test(refusal),
    },
    {
      what: 'unmounted, checked, mounted, started',
      found: `screening: ${after.status}`,
      held: after.status === 200,
    },
    lost('an error of the file system', clients, proof),
  ];
}

/** How the service answers while its disk takes no writes. */
async function stateOf({ address }: Program) {
  const refused = await until(async () =>
    (await screenOnce(address, 1)).body.includes('records-unavailable'),
  );
  // The first one is told by whoever held the file open, the next by opening it.
  const { status, code, detail } = JSON.parse((await screenOnce(address, 2)).body);
  const ready = await ask(address, { path: '/health/ready' });
  const live = await ask(address, { path: '/health/live' });
  const { body } = await ask(address, { path: '/metrics' });
  const failing = /^redflag_records_failing (\d)/m.exec(body)?.[1];
  const recorded = await ask(address, { path: '/screenings?limit=1' });
  const readyCode = JSON.parse(ready.body).code;
  return {
    rows: (what: string): Row[] => [
      {
        what: `${what}: screenings are refused, not answered unrecorded`,
        found: `${status} ${code}: ${detail}`.replace(/\/\S*records\.db/, 'records.db'),
        held: refused && code === 'records-unavailable',
      },
      {
        what: `${what}: readiness, liveness, redflag_records_failing, what was recorded`,
        found: `${ready.status} ${readyCode}, ${live.status}, ${failing}, ${recorded.status}`,
        held:
          readyCode === 'records-unavailable' &&
          live.status === 200 &&
          failing === '1' &&
          recorded.status === 200,
      },
    ],
  };
}

function lost(what: string, { answered }: Clients, proof: ReturnType<Place['verify']>): Row {
  return {
    what: `${what}: answered screenings that are not recorded; breaks`,
    found: `${proof.missing.length} of ${answered.length}; ${proof.breaks.length}`,
    held: proof.missing.length === 0 && proof.breaks.length === 0,
  };
}

/** A small file system on a loop device, which can be made to fail. */
class Ext4 {
  readonly folder: string;
  readonly #image: string;

  private constructor(folder: string, image: string) {
    this.folder = folder;
    this.#image = image;
  }

  /** Null where this user or machine cannot mount one. */
  static mounted(): Ext4 | null {
    const folder = join('/tmp', `redflag-ext4-${process.pid}`);
    const disk = new Ext4(folder, `${folder}.img`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(disk.#image, '');
    truncateSync(disk.#image, SIZE);
    if (run('mkfs.ext4', '-q', '-F', '-m', '0', disk.#image) && disk.#mount()) return disk;
    disk.remove();
    return null;
  }

  /** Tells the kernel that the file system is damaged. */
  fail(): void {
    const { stdout } = spawnSync('findmnt', ['-no', 'SOURCE', this.folder], { encoding: 'utf8' });
    // The loop device, also where the mount is told by the name of the image.
    const device = /^\/dev\/(\S+)/.exec(stdout)?.[1] ?? loopOf(this.#image);
    writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, 'a test of the service');
  }

  mend(): void {
    run('umount', this.folder);
    run('e2fsck', '-p', '-f', this.#image);
    this.#mount();
  }

  remove(): void {
    run('umount', '-l', this.folder);
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.#image, { force: true });
  }

  #mount(): boolean {
    return run('mount', '-o', 'loop,errors=remount-ro', this.#image, this.folder);
  }
}

function loopOf(image: string): string {
  const { stdout } = spawnSync('losetup', ['-j', image], { encoding: 'utf8' });
  return basename(stdout.split(':', 1)[0] ?? '');
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
