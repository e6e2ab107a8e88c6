import type { InputFile } from '../input/file.ts';
import { type TableRow, tableRows } from '../input/table.ts';
import type { ReadContext, ReadItem } from '../reader.ts';

const REQUIRED = ['Registry', 'Assignment', 'Organization Name', 'Organization Address'];

/** The rows of the registries MA-L (`oui.csv`), MA-M (`mam.csv`) and MA-S (`oui36.csv`), in any number. */
export async function* readIeee(
  files: readonly InputFile[],
  { limits }: Pick<ReadContext, 'limits'>,
): AsyncGenerator<ReadItem<TableRow>> {
  for (const file of files) yield* tableRows(file, { required: REQUIRED, limits });
}
