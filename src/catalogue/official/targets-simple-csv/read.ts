import { dayIn } from '../dates.ts';
import type { InputFile } from '../input/file.ts';
import { type TableRow, tableRows } from '../input/table.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

/** One target of an OpenSanctions export, by the names of its columns. */
export type TargetRow = TableRow;

const REQUIRED = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'addresses'];

/** The rows of `targets.simple.csv`; the newest `last_seen` is the date of the version. */
export async function* readTargets(
  [file]: readonly InputFile[],
  { limits, list }: ReadContext,
): AsyncGenerator<ReadItem<TargetRow>> {
  if (!file) return;
  let date = '';
  for await (const item of tableRows(file, { required: [...REQUIRED, 'identifiers'], limits })) {
    if (item.kind === 'row') {
      const seen = dayIn(item.row.last_seen ?? '') ?? dayIn(item.row.last_change ?? '');
      if (seen !== null && seen > date) date = seen;
    }
    yield item;
  }
  yield { kind: 'statement', statement: { complete: [list], ...(date !== '' && { date }) } };
}
