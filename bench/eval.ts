/**
 * The evaluation: how many altered names of listed parties are found, and how
 * many innocent names alert. Writes results/accuracy.md and results/accuracy.json.
 *
 *   npm run eval                    everything
 *   npm run eval -- --quick         samples, under a minute
 *   npm run eval -- --misses 10     also prints examples of what each class misses
 *   npm run eval -- --date 2026-11-22   writes the date of the run on the page
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { resultsFolder } from './data/folders.ts';
import { measureAccuracy } from './questions/accuracy.ts';
import { fullSizes, gather, quickSizes } from './questions/material.ts';
import { accuracyPage } from './report/accuracy.ts';
import { missesPage } from './report/misses.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    misses: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string', default: resultsFolder },
  },
});

const begin = performance.now();
const say = (what: string) =>
  console.error(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${what}`);

say('reading lists and names');
const material = gather(values.quick ? quickSizes : fullSizes);
const { accuracy, found } = measureAccuracy(material, {
  quick: values.quick,
  date: values.date ?? null,
  say,
});
const page = accuracyPage(accuracy);
const name = values.quick ? 'accuracy.quick' : 'accuracy';
writeFileSync(`${values.out}/${name}.md`, page);
writeFileSync(`${values.out}/${name}.json`, `${JSON.stringify(accuracy, null, 1)}\n`);
console.log(page);
if (values.misses !== undefined) {
  console.log(missesPage(found, accuracy, Number(values.misses)));
}
say(`written to ${values.out}/${name}.md`);
