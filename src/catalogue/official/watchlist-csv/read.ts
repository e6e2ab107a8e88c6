import type { InputFile } from '../input/file.ts';
import { type TableRow, tableRows } from '../input/table.ts';
import type { ReadContext, ReadItem } from '../reader.ts';
import { columnsOf, type Mapping, parseMapping } from './mapping.ts';

export interface WatchlistRow {
  readonly fields: TableRow;
  readonly mapping: Mapping;
}

/** The rows of a company's own list, with the mapping by which they are read. */
export async function* readWatchlist(
  [file]: readonly InputFile[],
  { limits, list, mapping: text }: ReadContext,
): AsyncGenerator<ReadItem<WatchlistRow>> {
  const mapping = parseMapping(text);
  if (!file) return;
  const { date, delimiter } = mapping;
  yield { kind: 'statement', statement: { complete: [list], ...(date !== undefined && { date }) } };
  const shape = { required: columnsOf(mapping), delimiter, limits };
  for await (const item of tableRows(file, shape)) {
    yield item.kind === 'row' ? { ...item, row: { fields: item.row, mapping } } : item;
  }
}
