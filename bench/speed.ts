/**
 * The benchmark: what a query, an index, a batch, a request and a start cost.
 * Writes results/speed.md, results/speed.json and results/growth.svg.
 *
 *   npm run bench                      everything, several minutes on a quiet machine
 *   npm run bench -- --quick           samples, without the largest index
 *   npm run bench -- --only http,start   parts: sizes, rivals, batch, http, start
 *   npm run bench -- --check           exit status 1 where a ratio got worse by more than a fifth
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { resultsFolder } from './data/folders.ts';
import { compareRatios } from './measures/ratios.ts';
import { measureSpeed, parts } from './questions/speed.ts';
import { growthChart } from './report/growth.ts';
import { speedPage } from './report/speed.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: parts.join() },
    check: { type: 'boolean', default: false },
    date: { type: 'string' },
    out: { type: 'string', default: resultsFolder },
  },
});
const only = z.array(z.enum(parts)).parse(values.only.split(','));

const begin = performance.now();
const say = (what: string) =>
  console.error(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${what}`);

const ratiosSchema = z.object({
  ratios: z.array(
    z.object({ name: z.string(), value: z.number(), better: z.enum(['lower', 'higher']) }),
  ),
});
const committed = `${resultsFolder}/speed.json`;
const before = existsSync(committed)
  ? ratiosSchema.parse(JSON.parse(readFileSync(committed, 'utf8'))).ratios
  : [];

const speed = await measureSpeed({ quick: values.quick, date: values.date ?? null, only, say });
const compared = compareRatios(speed.ratios, before);
const page = speedPage(speed, compared);
// Only a full run of every part replaces the committed results.
const name = values.quick || only.length < parts.length ? 'speed.quick' : 'speed';
writeFileSync(`${values.out}/${name}.md`, page);
writeFileSync(`${values.out}/${name}.json`, `${JSON.stringify(speed, null, 1)}\n`);
if (speed.sizes.length > 1) {
  const chart = name === 'speed' ? 'growth' : 'growth.quick';
  writeFileSync(`${values.out}/${chart}.svg`, growthChart(speed.sizes));
}
console.log(page);
const worse = compared.filter((ratio) => ratio.worse);
for (const { name: ratio } of worse) say(`worse by more than a fifth: ${ratio}`);
if (values.check && worse.length > 0) process.exitCode = 1;
