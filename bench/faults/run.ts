/**
 * Does to the service what must not harm it, and writes what it found to
 * bench/results/faults.md. Without options everything runs, as long as it takes
 * to be sure (about an hour); parts can be run alone, shorter.
 *
 *     node bench/faults/run.ts [--only kills,disk,…] [--kills 200] [--requests 100000] [--minutes 30] [--swaps 20] [--seconds 10]
 */
import { parseArgs } from 'node:util';
import { clock } from './clock.ts';
import { connections } from './connections.ts';
import { contract } from './contract.ts';
import { damage } from './damage.ts';
import { disk } from './disk.ts';
import { kills } from './kills.ts';
import { load, swaps } from './load.ts';
import { readOnly } from './read-only.ts';
import { keep, type Section } from './section.ts';
import { shedding } from './shedding.ts';
import { throughput } from './throughput.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string', default: '200' },
    requests: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '30' },
    swaps: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
  },
});

const parts: Readonly<Record<string, () => Promise<Section>>> = {
  kills: () => kills(Number(values.kills)),
  disk,
  'read-only': readOnly,
  damage,
  clock,
  contract: () => contract(Number(values.requests)),
  connections,
  shedding,
  swaps: () => swaps(Number(values.swaps)),
  throughput: () => throughput(Number(values.seconds)),
  load: () => load(Number(values.minutes)),
};

const wanted = values.only?.split(',') ?? Object.keys(parts);
let held = true;
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined)
    throw new Error(`there is no part "${name}": ${Object.keys(parts).join(', ')}`);
  const began = performance.now();
  const section = await part();
  keep(name, section, (performance.now() - began) / 1000);
  console.log(`\n${section.title}`);
  for (const { what, found, held: ok } of section.rows) {
    console.log(`  ${ok === null ? 'skipped' : ok ? 'held' : 'NOT HELD'}  ${what}: ${found}`);
    held &&= ok !== false;
  }
}
process.exit(held ? 0 : 1);
