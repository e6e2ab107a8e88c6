import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Program } from '../../test/support/program.ts';
import { quantiles } from '../measures/quantiles.ts';
import { count, table } from '../report/markdown.ts';

/** New versions of the largest list are sent while many clients ask. */
export async function listSwaps(
  { address }: Program,
  csl: string,
  root: string,
  { clients, swaps }: { clients: number; swaps: number },
): Promise<string[]> {
  const text = gunzipSync(readFileSync(csl)).toString();
  const calm = new Callers(address, clients);
  await pause(5_000);
  await calm.stop();
  const busy = new Callers(address, clients);
  const versions = new Set<string>();
  const took: number[] = [];
  for (let swap = 1; swap <= swaps; swap++) {
    const file = join(root, 'next.csv');
    writeFileSync(file, text.replaceAll('HUAWEI', `HUAWEI ${swap}`));
    const began = performance.now();
    const answer = await fetch(
      `${address}/administration/lists/csl?format=csl-csv&date=2022-06-0${swap}`,
      { method: 'PUT', body: readFileSync(file) },
    );
    if (answer.status !== 200) throw new Error(`the upload: ${await answer.text()}`);
    console.error(`swap ${swap}: ${Math.round((performance.now() - began) / 1000)} s`);
    took.push((performance.now() - began) / 1000);
    const coverage = await fetch(`${address}/coverage`);
    const { catalogue } = (await coverage.json()) as { catalogue: { version: string } };
    versions.add(catalogue.version);
  }
  await busy.stop();
  const row = (what: string, { times, failed }: Callers) => {
    const { p50, p99, max } = quantiles(times);
    return [
      what,
      count(times.length),
      count(failed),
      ...[p50, p99, max].map((ms) => ms.toFixed(0)),
    ];
  };
  return [
    `${clients} clients ask, each a tenth of a second after the answer; meanwhile a changed Consolidated Screening List (${Math.round(text.length / 2 ** 20)} MiB) was sent ${swaps} times over HTTP, each answered`,
    `from when the upload returned: ${versions.size} versions, after ${took.map((s) => `${s.toFixed(0)} s`).join(', ')}.`,
    '',
    table(
      ['', 'requests', 'failed', 'p50 ms', 'p99 ms', 'longest ms'],
      [row('before', calm), row('during the swaps', busy)],
    ),
  ];
}

/** Milliseconds between an answer and the next question of a client. */
const BETWEEN = 100;

const NAMES = ['Hikvison Digital Technolgy', 'Huawei', 'Quiet Harbour Bakery', 'Rosneft', 'Ivanov'];

/** Clients that ask one after the other, and what they waited. */
class Callers {
  readonly times: number[] = [];
  failed = 0;
  #going = true;
  readonly #all: Promise<void>[];

  constructor(address: string, clients: number) {
    this.#all = Array.from({ length: clients }, (_, at) => this.#run(address, at));
  }

  async #run(address: string, at: number): Promise<void> {
    for (let turn = at; this.#going; turn++) {
      const began = performance.now();
      const name = encodeURIComponent(`${NAMES[turn % NAMES.length]} ${turn % 97}`);
      const status = await fetch(`${address}/screen?name=${name}`)
        .then(async (answer) => (await answer.arrayBuffer()) && answer.status)
        .catch(() => 0);
      if (status === 200) this.times.push(performance.now() - began);
      else this.failed++;
      await pause(BETWEEN);
    }
  }

  async stop(): Promise<void> {
    this.#going = false;
    await Promise.all(this.#all);
  }
}
