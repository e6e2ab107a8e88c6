import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'tap';
import { SMALL_SEEDS } from './session.ts';

/** A copy of the small seeds to break, and an empty data folder beside it. */
export function copySeeds(t: Test): { seeds: string; data: string } {
  const folder = t.testdir({ data: {} });
  const seeds = join(folder, 'seeds');
  cpSync(SMALL_SEEDS, seeds, { recursive: true });
  return { seeds, data: join(folder, 'data') };
}

/** Replaces the first occurrence of a text that must be there. */
export function replaceIn(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`);
  writeFileSync(path, text.replace(from, to));
}
