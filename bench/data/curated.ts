import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScreener } from '../../src/screening/index.ts';
import { seedsFolder } from './folders.ts';
import type { Corpus, ListedParty } from './listed.ts';

/** The curated list as the product loads it from its seeds. */
export function curatedCorpus(): Corpus {
  const data = mkdtempSync(join(tmpdir(), 'redflag-bench-'));
  const open = openScreener({ data, seeds: seedsFolder });
  try {
    const names = open.catalogue.names();
    const parties: ListedParty[] = [];
    for (const { party, text, type, kind } of names) {
      const known = parties[party];
      const held = { text, type };
      if (known) parties[party] = { ...known, names: [...known.names, held] };
      else {
        const key = open.catalogue.partyAt(party).id;
        parties[party] = { key, kind, kindIsSure: true, names: [held], native: [] };
      }
    }
    return { label: 'curated list', parties, names };
  } finally {
    open.close();
    rmSync(data, { recursive: true });
  }
}
