import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex, NameIndex } from '../../src/matching/index.ts';
import { readIndex, saveIndex } from '../../src/screening/saved-index.ts';
import { allCorpus, cslCorpus } from '../data/corpora.ts';
import { curatedCorpus } from '../data/curated.ts';
import { enlarged } from '../data/enlarge.ts';
import type { Corpus } from '../data/listed.ts';
import { ordinaryCompanies } from '../data/ordinary.ts';
import { queryMix } from '../data/query-mix.ts';
import { adversarial, fuzzForSlow, type Slow } from './adversarial.ts';
import { type Latency, latency } from './latency.ts';

export const sizes = ['curated', 'csl', 'all', 'enlarged'] as const;
export type Size = (typeof sizes)[number];

const ENLARGED = 1_200_000;

/** What one index of one size costs. Times in ms, memory in MB. */
export interface SizeResult {
  readonly size: Size;
  readonly label: string;
  readonly names: number;
  /** The lesser of two. */
  readonly build: number;
  /** The arrays of the index alone. */
  readonly indexMegabytes: number;
  /** What the process holds more than before the index was built, garbage collected. */
  readonly processMegabytes: number;
  /** Reading the index from its file, checked. */
  readonly fromFile: number;
  readonly latency: Latency;
  readonly adversarial: readonly Slow[];
}

export function corpusOfSize(size: Size): Corpus {
  if (size === 'curated') return curatedCorpus();
  if (size === 'csl') return cslCorpus();
  const all = allCorpus();
  // Without list files there is nothing to enlarge: ordinary names alone would not look like a list.
  if (size === 'all' || all.names.length === 0) return all;
  return enlarged(all, ordinaryCompanies().names, ENLARGED);
}

/** @param fuzzRounds rounds of the search for slow inputs; 0 leaves it out */
export function measureSize(size: Size, queries: number, fuzzRounds: number): SizeResult | null {
  const corpus = corpusOfSize(size);
  if (corpus.names.length === 0) return null;
  const mix = queryMix(corpus, ordinaryCompanies().names, queries);
  const before = heldMegabytes();
  const first = performance.now();
  buildIndex(corpus.names);
  const begin = performance.now();
  const index = buildIndex(corpus.names);
  const build = Math.min(begin - first, performance.now() - begin);
  const processMegabytes = heldMegabytes() - before;
  const buffers = index.toBuffers();
  const { again, fromFile } = throughFile(index);
  const slow = [...adversarial(again, corpus)];
  const timed = latency(index, mix);
  if (fuzzRounds > 0) slow.push(fuzzForSlow(index, corpus, fuzzRounds));
  return {
    size,
    label: corpus.label,
    names: corpus.names.length,
    build,
    indexMegabytes: buffers.block.byteLength / 1e6,
    processMegabytes,
    fromFile,
    latency: timed,
    adversarial: slow,
  };
}

function throughFile(index: NameIndex): { again: NameIndex; fromFile: number } {
  const folder = mkdtempSync(join(tmpdir(), 'redflag-bench-'));
  try {
    const path = join(folder, 'names.index');
    saveIndex(path, index.toBuffers());
    const begin = performance.now();
    const saved = readIndex(path);
    if (saved === null) throw new Error('the saved index cannot be read');
    const again = NameIndex.fromBuffers(saved);
    return { again, fromFile: performance.now() - begin };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function heldMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
