import type { InputFile } from '../input/file.ts';
import { type TableRow, tableRows } from '../input/table.ts';
import type { ReadContext, ReadItem } from '../reader.ts';
import { cslLists } from './lists.ts';

/** One party of the Consolidated Screening List, by the names of its columns. */
export type CslRow = TableRow;

/** Columns of every release since 2019; the newer ones have `_id` before them. */
const REQUIRED = ['source', 'entity_number', 'type', 'programs', 'name', 'addresses'];
const ALSO_REQUIRED = ['federal_register_notice', 'start_date', 'end_date', 'alt_names', 'ids'];

/** The rows of `consolidated.csv`, of 28 columns or 29. It states no date of its own. */
export async function* readCslCsv(
  [file]: readonly InputFile[],
  { limits }: ReadContext,
): AsyncGenerator<ReadItem<CslRow>> {
  if (!file) return;
  yield { kind: 'statement', statement: { complete: cslLists } };
  yield* tableRows(file, { required: [...REQUIRED, ...ALSO_REQUIRED], limits });
}
