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
  // The layout does not print the list of an entry: who is menu-based is read off the
  // remarks (see map.ts), too little to say of a missing entry that it was removed.
  const complete = consolidatedLists.filter((list) => list !== 'ns-mbs');
  yield { kind: 'statement', statement: { complete } };
  yield* readOfacTriple(files, limits);
}
