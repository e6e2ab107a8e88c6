import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { resultsFolder } from '../data/folders.ts';

/** What one experiment found: a line for each thing that was tried. */
export interface Section {
  readonly title: string;
  /** What was done, in a sentence or two, with its numbers. */
  readonly done: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly what: string;
  readonly found: string;
  /** Null: it could not be tried here. */
  readonly held: boolean | null;
}

/** The line of what could not be tried here, and why. */
export function skipped(why: string): Row {
  return { what: 'nothing', found: `skipped: ${why}`, held: null };
}

interface Kept extends Section {
  readonly on: string;
  readonly seconds: number;
}

const JSON_FILE = join(resultsFolder, 'faults.json');
const PAGE = join(resultsFolder, 'faults.md');

/** Keeps a section beside those of earlier runs, and writes the page of all of them. */
export function keep(name: string, section: Section, seconds: number): void {
  mkdirSync(resultsFolder, { recursive: true });
  const all: Record<string, Kept> = existsSync(JSON_FILE)
    ? JSON.parse(readFileSync(JSON_FILE, 'utf8'))
    : {};
  all[name] = {
    ...section,
    on: new Date().toISOString().slice(0, 16),
    seconds: Math.round(seconds),
  };
  writeFileSync(JSON_FILE, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(PAGE, page(Object.values(all)));
}

function page(sections: readonly Kept[]): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  const failed = sections.flatMap(({ rows }) => rows.filter(({ held }) => held === false)).length;
  return [
    '# Faults',
    '',
    'Written by `node bench/faults/run.ts`; each part says when it ran and how much of it. The head of that file has the options.',
    `Machine: ${machine}. ${failed === 0 ? 'Everything held.' : `**${failed} did not hold.**`}`,
    '',
    ...sections.flatMap(({ title, done, rows, on, seconds }) => [
      `## ${title}`,
      '',
      `${done} (${on} UTC, ${seconds} s)`,
      '',
      '| tried | found | held |',
      '|---|---|---|',
      ...rows.map(
        ({ what, found, held }) =>
          `| ${cell(what)} | ${cell(found)} | ${held === null ? 'skipped' : held ? 'yes' : '**no**'} |`,
      ),
      '',
    ]),
  ].join('\n');
}

function cell(text: string): string {
  // Where the experiment lay on this machine says nothing to a reader.
  return text
    .replace(/\/tmp\/redflag-[\w.-]+/g, '…')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
}
