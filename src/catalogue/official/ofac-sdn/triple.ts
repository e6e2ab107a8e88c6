import { csvRows } from '../input/csv.ts';
import type { InputFile } from '../input/file.ts';
import type { InputLimits } from '../input/limits.ts';
import { refuse } from '../input/refusal.ts';
import type { ReadItem } from '../reader.ts';

/** OFAC's mark for an empty field. */
const NULL = '-0-';

/** Columns of the main file; it has no header. */
const COLUMNS = [
  ...['ent_num', 'name', 'type', 'program', 'title', 'call_sign', 'vessel_type', 'tonnage'],
  ...['gross_registered_tonnage', 'vessel_flag', 'vessel_owner', 'remarks'],
] as const;
type Column = (typeof COLUMNS)[number];

export interface OfacAlias {
  readonly type: string;
  readonly name: string;
  readonly remarks: string;
}

export interface OfacAddress {
  readonly address: string;
  readonly city: string;
  readonly country: string;
  readonly remarks: string;
}

/** One party of an OFAC list in CSV, with what the companion files say of it. */
export interface OfacRow extends Readonly<Record<Column, string>> {
  readonly aliases: readonly OfacAlias[];
  readonly addresses: readonly OfacAddress[];
}

type Part = 'main' | 'aliases' | 'addresses' | 'comments';

/** How many columns each of the four files has: that tells them apart, whatever they are called. */
const PART_BY_WIDTH: Readonly<Record<number, Part>> = {
  12: 'main',
  6: 'addresses',
  5: 'aliases',
  2: 'comments',
};

/**
 * The parties of an OFAC list in its four CSV files:
 *
 *     sdn.csv           number, name, kind, programmes, ..., remarks (up to 1,000 characters)
 *     alt.csv           number, alias number, aka | fka | nka, name
 *     add.csv           number, address number, street, city, country
 *     sdn_comments.csv  number, the rest of remarks that were too long
 *
 * The three companions are held in memory, some 15 MB, for the main file is
 * joined with them; the main file streams.
 *
 * @throws RedflagError `invalid-list` when the main file, the aliases or the addresses are missing
 */
export async function* readOfacTriple(
  files: readonly InputFile[],
  limits: InputLimits,
): AsyncGenerator<ReadItem<OfacRow>> {
  const parts = new Map<Part, InputFile>();
  for (const file of files) {
    const part = await partOf(file, limits);
    if (parts.has(part)) {
      throw refuse(file.name, `is a second file of the ${part}: give each of the files once`);
    }
    parts.set(part, file);
  }
  const main = parts.get('main');
  const aliasFile = parts.get('aliases');
  const addressFile = parts.get('addresses');
  if (!main || !aliasFile || !addressFile) {
    const missing = [!main && 'sdn.csv', !aliasFile && 'alt.csv', !addressFile && 'add.csv'];
    const names = missing.filter((name) => name !== false).join(', ');
    throw refuse(files[0]?.name ?? 'sdn.csv', `comes without its companions: ${names}`);
  }
  const aliases = await grouped(aliasFile, limits, ([, , type, name, remarks]) => ({
    type: type ?? '',
    name: name ?? '',
    remarks: remarks ?? '',
  }));
  const addresses = await grouped(addressFile, limits, ([, , address, city, country, remarks]) => ({
    address: address ?? '',
    city: city ?? '',
    country: country ?? '',
    remarks: remarks ?? '',
  }));
  const commentFile = parts.get('comments');
  const comments = commentFile
    ? await grouped(commentFile, limits, ([, text]) => text ?? '')
    : new Map<string, string[]>();
  const known = new Set<string>();
  for await (const { line, cells } of csvRows(main, limits)) {
    const [number] = cells;
    if (cells.length !== COLUMNS.length || number === undefined || !/^\d+$/.test(number.trim())) {
      const message = `has ${cells.length} of ${COLUMNS.length} columns, or no number`;
      const place = { file: main.name, line, path: '', record: number?.slice(0, 80) ?? null };
      yield { kind: 'problem', problem: { ...place, message, lost: true } };
      continue;
    }
    known.add(number);
    const fields = fieldsOf(cells);
    const row = {
      ...fields,
      remarks: fields.remarks + (comments.get(number)?.join('') ?? ''),
      aliases: aliases.get(number) ?? [],
      addresses: addresses.get(number) ?? [],
    };
    yield { kind: 'row', file: main.name, line, row };
  }
  yield* orphans(aliasFile, aliases, known);
  yield* orphans(addressFile, addresses, known);
}

function fieldsOf(cells: readonly string[]): Record<Column, string> {
  const fields = {} as Record<Column, string>;
  for (const [index, column] of COLUMNS.entries()) fields[column] = plain(cells[index] ?? '');
  return fields;
}

/** A companion's rows whose party the main file does not have: of another day, or of a party that went. */
function* orphans(
  file: InputFile,
  groups: ReadonlyMap<string, readonly unknown[]>,
  known: ReadonlySet<string>,
): Generator<ReadItem<OfacRow>> {
  for (const [number, rows] of groups) {
    if (known.has(number)) continue;
    for (let count = 0; count < rows.length; count++) {
      yield { kind: 'passed-over', reason: `${file.name}: of a party that the list does not have` };
    }
  }
}

/** Which of the four files it is, by its first row. */
async function partOf(file: InputFile, limits: InputLimits): Promise<Part> {
  for await (const { cells } of csvRows(file, limits)) {
    const part = PART_BY_WIDTH[cells.length];
    if (part === undefined || !/^\d+$/.test(cells[0]?.trim() ?? '')) {
      throw refuse(
        file.name,
        `is no file of this layout: its first row has ${cells.length} columns`,
        {
          line: 1,
        },
      );
    }
    return part;
  }
  throw refuse(file.name, 'holds no rows');
}

async function grouped<T>(
  file: InputFile,
  limits: InputLimits,
  take: (cells: readonly string[]) => T,
): Promise<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  for await (const { cells } of csvRows(file, limits)) {
    const number = cells[0]?.trim() ?? '';
    if (!/^\d+$/.test(number)) continue;
    const value = take(cells.map(plain));
    const group = groups.get(number);
    if (group) group.push(value);
    else groups.set(number, [value]);
  }
  return groups;
}

function plain(cell: string): string {
  return cell.trim() === NULL ? '' : cell;
}
