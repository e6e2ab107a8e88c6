import { type ColumnField, columnFields, type Meaning, meaningOf } from './vocabulary.ts';

/** Which columns, from 0, give a field; of a set of an approved maker with its part. */
export interface ColumnSet {
  readonly number: number;
  readonly columns: ReadonlyMap<ColumnField, readonly number[]>;
}

/** How a table is read. */
export interface Columns {
  /** Columns that say something of the row as a whole. */
  readonly shared: ReadonlyMap<ColumnField, readonly number[]>;
  /** Makers with their parts: alternatives of each other. */
  readonly sets: readonly ColumnSet[];
  /** What a reader must know: what was read as what. */
  readonly notes: readonly string[];
}

/** Fields that belong to one of several approved makers; the others are of the row. */
const OF_A_SET: ReadonlySet<ColumnField> = new Set([
  'manufacturer',
  'manufacturerCountry',
  'brand',
  'model',
]);
/** Fields without which there is nothing to screen. */
const TELLING: ReadonlySet<Meaning> = new Set([
  'manufacturer',
  'brand',
  'model',
  'supplier',
  'vendor',
  'partNumber',
  'description',
  'name',
  'mac',
  'fccId',
  'cpe',
  'purl',
]);

/** How many cells of a row are known as headers, and whether any of them names a maker or a part. */
export function headerScore(cells: readonly string[]): number {
  let known = 0;
  let telling = false;
  for (const cell of cells) {
    const found = cell.length > 80 ? undefined : meaningOf(cell);
    if (!found) continue;
    known++;
    telling ||= TELLING.has(found.meaning);
  }
  return telling ? known : 0;
}

/**
 * Reads a header row. Where no clearer column stands, `Vendor` is taken as the
 * maker and `Part Number` as the maker's number, and a note says so: some systems
 * mean the seller by the one and their own number by the other.
 */
export function columnsOf(header: readonly string[]): Columns {
  const found = header.map((cell) => meaningOf(cell));
  const has = (...meanings: Meaning[]) =>
    found.some((one) => one && meanings.includes(one.meaning));
  const notes: string[] = [];
  const readAs = (meaning: Meaning, cell: string): ColumnField | null => {
    if (meaning === 'vendor') {
      if (has('manufacturer', 'brand')) return 'supplier';
      notes.push(
        `"${cell}" was read as the maker, since no column is clearer; where it means the seller, say --columns supplier="${cell}"`,
      );
      return 'manufacturer';
    }
    if (meaning === 'partNumber') {
      if (has('model')) return null;
      notes.push(
        `"${cell}" was read as the maker's part number, since no column is clearer; it may be the seller's or your own`,
      );
      return 'model';
    }
    return meaning === 'ignored' ? null : meaning;
  };
  const shared = new Map<ColumnField, number[]>();
  const sets = new Map<number, Map<ColumnField, number[]>>();
  for (const [at, one] of found.entries()) {
    const field = one ? readAs(one.meaning, header[at] ?? '') : null;
    if (!one || field === null) continue;
    const into = OF_A_SET.has(field) ? setOf(sets, one.set) : shared;
    into.set(field, [...(into.get(field) ?? []), at]);
  }
  return { shared, sets: inOrder(sets), notes };
}

function setOf(sets: Map<number, Map<ColumnField, number[]>>, number: number) {
  const known = sets.get(number) ?? new Map<ColumnField, number[]>();
  sets.set(number, known);
  return known;
}

function inOrder(sets: ReadonlyMap<number, Map<ColumnField, number[]>>): ColumnSet[] {
  return [...sets].sort(([a], [b]) => a - b).map(([number, columns]) => ({ number, columns }));
}

/** Field -> header or number of the column, from 1, as a user gave them. */
export type ChosenColumns = ReadonlyMap<string, string>;

/**
 * The columns that a user chose over those that the header tells: a chosen field
 * has no other column, and a chosen column no other field.
 *
 * @returns the columns, or what is wrong with the choice
 */
export function chooseColumns(
  header: readonly string[] | null,
  chosen: ChosenColumns,
): Columns | { readonly problem: string } {
  const told = header ? columnsOf(header) : { shared: new Map(), sets: [], notes: [] };
  const shared = new Map<ColumnField, number[]>();
  const sets = new Map<number, Map<ColumnField, number[]>>();
  const taken = new Set<number>();
  const chosenFields = new Set<ColumnField>();
  for (const [key, column] of chosen) {
    const [, name = '', number = '1'] = /^([A-Za-z]+?)(\d*)$/.exec(key) ?? [];
    const field = columnFields.find((known) => known.toLowerCase() === name.toLowerCase());
    if (!field) {
      return { problem: `"${key}" is not a field: choose from ${columnFields.join(', ')}` };
    }
    const at = columnAt(header, column);
    if (at === null) {
      const known = header
        ? `its columns are ${header.filter((cell) => cell).join(', ')}`
        : 'give its number';
      return { problem: `there is no column "${column}": ${known}` };
    }
    taken.add(at);
    chosenFields.add(field);
    const into = OF_A_SET.has(field) ? setOf(sets, Number(number || 1)) : shared;
    into.set(field, [...(into.get(field) ?? []), at]);
  }
  const keep = (
    from: ReadonlyMap<ColumnField, readonly number[]>,
    into: Map<ColumnField, number[]>,
  ) => {
    for (const [field, columns] of from) {
      const free = chosenFields.has(field) ? [] : columns.filter((at) => !taken.has(at));
      if (free.length > 0) into.set(field, free);
    }
  };
  keep(told.shared, shared);
  for (const { number, columns } of told.sets) keep(columns, setOf(sets, number));
  const used = new Map([...sets].filter(([, columns]) => columns.size > 0));
  return {
    shared,
    sets: inOrder(used),
    notes: told.notes.filter((note) => !mentions(note, header, taken)),
  };
}

function mentions(note: string, header: readonly string[] | null, taken: ReadonlySet<number>) {
  return [...taken].some((at) => note.startsWith(`"${header?.[at] ?? ''}"`));
}

function columnAt(header: readonly string[] | null, column: string): number | null {
  const wanted = column.trim().toLowerCase();
  const at = header?.findIndex((cell) => cell.trim().toLowerCase() === wanted) ?? -1;
  if (at !== -1) return at;
  return /^[1-9]\d{0,3}$/.test(wanted) && (!header || Number(wanted) <= header.length)
    ? Number(wanted) - 1
    : null;
}
