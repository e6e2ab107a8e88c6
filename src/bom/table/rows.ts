import type { ReadItem } from '../component.ts';
import { HEADER_ROWS } from '../limits.ts';
import type { Place } from '../place.ts';
import { refuse } from '../refusal.ts';
import { type ChosenColumns, type Columns, chooseColumns, headerScore } from './columns.ts';
import { RowComponents } from './row-components.ts';

/** A row of a table with its line, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where a component of a row stands: rows of text are lines, those of a spreadsheet have cells. */
export type PlaceOf = (row: TableRow, column: number) => Place;

/**
 * The row with most known headers among the first; -1 where none has any.
 */
export function headerIndex(rows: readonly TableRow[]): number {
  let best = -1;
  let bestScore = 0;
  for (const [index, { cells }] of rows.slice(0, HEADER_ROWS).entries()) {
    const score = headerScore(cells);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

/** How a table is read, decided from its first rows. */
export interface TablePlan {
  readonly columns: Columns;
  /** Rows up to and with the header, which hold no component. */
  readonly skip: number;
}

/**
 * Finds the header among the first rows and what its columns mean.
 *
 * @throws RedflagError `invalid-bom` when there is none, or a chosen column is not there
 */
export function planTable(
  first: readonly TableRow[],
  file: string,
  chosen: ChosenColumns,
): TablePlan {
  const numbered = [...chosen.values()].every((column) => /^\d+$/.test(column)) && chosen.size > 0;
  const named = first.findIndex(({ cells }) =>
    [...chosen.values()].some((column) =>
      cells.some((cell) => cell.trim().toLowerCase() === column.trim().toLowerCase()),
    ),
  );
  const at = chosen.size > 0 && !numbered && named !== -1 ? named : headerIndex(first);
  const header = first[at];
  if (!header && !numbered) {
    throw refuse(
      { file, line: first[0]?.line ?? 1 },
      `no header with a known column (manufacturer, brand, model, supplier, description, MAC, FCC id, ...) is among the first ${HEADER_ROWS} rows: say --columns manufacturer=HEADER, or by number`,
    );
  }
  const columns = chooseColumns(header?.cells.map((cell) => cell.trim()) ?? null, chosen);
  if ('problem' in columns) {
    throw refuse({ file, line: header?.line ?? 1 }, columns.problem);
  }
  return { columns, skip: at + 1 };
}

/** The components of the rows of a table. */
export async function* tableLines(
  rows: AsyncIterable<TableRow> | Iterable<TableRow>,
  file: string,
  chosen: ChosenColumns,
  placeOf: PlaceOf,
): AsyncGenerator<ReadItem> {
  const first: TableRow[] = [];
  let components: RowComponents | null = null;
  const start = function* (): Generator<ReadItem> {
    const { columns, skip } = planTable(first, file, chosen);
    for (const note of columns.notes) yield { kind: 'note', note };
    components = new RowComponents(columns);
    for (const row of first.slice(skip)) yield* linesOfRow(components, row, placeOf);
  };
  for await (const row of rows) {
    if (components) yield* linesOfRow(components, row, placeOf);
    else if (first.push(row) === HEADER_ROWS) yield* start();
  }
  if (first.length === 0) throw refuse({ file }, 'is empty: it has no row');
  if (!components) yield* start();
}

function* linesOfRow(
  components: RowComponents,
  row: TableRow,
  placeOf: PlaceOf,
): Generator<ReadItem> {
  for (const { component, column } of components.of(row.cells)) {
    yield { kind: 'line', line: { place: placeOf(row, column), component } };
  }
}
