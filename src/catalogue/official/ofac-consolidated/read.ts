import type { InputFile } from '../input/file.ts';
import { type OfacRow, readOfacTriple } from '../ofac-sdn/triple.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

/** The lists that OFAC publishes together as "consolidated". */
export const consolidatedLists = ['plc', 'ns-cmic', 'fse', 'ssi', 'capta', 'ns-mbs'] as const;

/** The parties of `cons_prim.csv` with `cons_alt.csv`, `cons_add.csv` and `cons_comments.csv`. */
export async function* readOfacConsolidated(
  files: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<OfacRow>> {
  // The layout does not print the list of an entry: menu-based entries that are
  // also sectoral cannot be told (see map.ts), so that list is not claimed whole.
  const complete = consolidatedLists.filter((list) => list !== 'ns-mbs');
  yield { kind: 'statement', statement: { complete } };
  yield* readOfacTriple(files, limits);
}
