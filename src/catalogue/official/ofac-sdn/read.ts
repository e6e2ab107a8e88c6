import type { InputFile } from '../input/file.ts';
import type { ReadContext, ReadItem } from '../reader.ts';
import { type OfacRow, readOfacTriple } from './triple.ts';

/** The parties of `sdn.csv` with `alt.csv`, `add.csv` and `sdn_comments.csv`; they state no date. */
export async function* readOfacSdn(
  files: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<OfacRow>> {
  yield { kind: 'statement', statement: { complete: ['sdn'] } };
  yield* readOfacTriple(files, limits);
}
