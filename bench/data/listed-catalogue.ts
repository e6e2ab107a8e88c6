import { join } from 'node:path';
import { loadSeeds } from '../../src/catalogue/seeds/index.ts';
import type { CatalogueContent } from '../../src/domain/catalogue.ts';
import { type Party, partySchema } from '../../src/domain/party.ts';
import { CATALOGUE_FILE, openScreener } from '../../src/screening/index.ts';
import { inputsOf, writeCatalogue } from '../../src/store/index.ts';
import { seedsFolder } from './folders.ts';
import type { Corpus } from './listed.ts';

/**
 * Makes a data folder whose catalogue holds the curated list and every party of
 * the corpus, each with one designation: what the whole program holds when full
 * lists are loaded, for measuring it. Citations are placeholders; nobody is
 * answered from it.
 */
export function writeListedCatalogue(data: string, corpus: Corpus): void {
  openScreener({ data, seeds: seedsFolder }).close();
  const path = join(data, CATALOGUE_FILE);
  // With the inputs of the seeds the program takes the catalogue for a current one and opens it.
  const inputs = inputsOf(path);
  if (inputs === null) throw new Error(`no catalogue was built at ${path}`);
  const seeds: CatalogueContent = loadSeeds(seedsFolder);
  const [source] = seeds.sources;
  if (source === undefined) throw new RangeError('the seeds have no source');
  const citations = [{ source: source.id, locator: null }];
  const listed = corpus.parties.map(
    ({ kind, names }, at): Party =>
      partySchema.parse({
        id: `bench-${at}`,
        kind,
        country: null,
        names: names.map(({ text, type }) => ({ name: text, type, citations })),
        designations: [
          {
            list: 'entity-list',
            entry: { name: names[0]?.text ?? '' },
            periods: [{ status: 'in-force', from: '2020-01-01', citations }],
          },
        ],
      }),
  );
  const parties = [...seeds.parties, ...listed];
  writeCatalogue(path, { ...seeds, parties }, { inputs, builtAt: new Date(0) });
}
