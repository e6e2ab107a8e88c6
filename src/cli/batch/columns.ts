import { RedflagError } from '../../domain/error.ts';
import type { ScreenQueryInput } from '../../screening/query.ts';

/** The fields of a query that a column can give. */
export const columnFields = [
  'reference',
  'name',
  'kind',
  'country',
  'address',
  'birthDate',
  'identifiers',
  'lists',
  'activity',
  'asOf',
  'brand',
  'model',
  'mac',
  'fccId',
  'cpe',
  'purl',
] as const;
export type ColumnField = (typeof columnFields)[number];

const PRODUCT_FIELDS = ['brand', 'model', 'mac', 'fccId', 'cpe', 'purl'] as const;

/** Headers that vendor masters use, as `plain` writes them. */
const SYNONYMS: Readonly<Record<string, ColumnField>> = {
  ref: 'reference',
  id: 'reference',
  vendorid: 'reference',
  vendorno: 'reference',
  vendornumber: 'reference',
  supplierid: 'reference',
  supplierno: 'reference',
  suppliernumber: 'reference',
  vendor: 'name',
  vendorname: 'name',
  supplier: 'name',
  suppliername: 'name',
  company: 'name',
  companyname: 'name',
  legalname: 'name',
  party: 'name',
  countrycode: 'country',
  dateofbirth: 'birthDate',
  identifier: 'identifiers',
  list: 'lists',
  macaddress: 'mac',
};

/** Which column of a file gives which field. */
export type Columns = ReadonlyMap<ColumnField, number>;

/**
 * Finds the columns by their headers; what the user says goes before. Headers
 * are compared without case, blanks and punctuation: `Birth Date` is `birthDate`.
 *
 * @param told `name=Vendor Name`: a header, or the number of a column from 1
 * @throws RedflagError `invalid-request` for a column that is not there, and where nothing can be screened
 */
export function findColumns(header: readonly string[], told: readonly string[]): Columns {
  const columns = new Map<ColumnField, number>();
  for (const text of told) {
    const [field, at] = toldColumn(header, text);
    columns.set(field, at);
  }
  const byHeader = new Map<ColumnField, number[]>();
  for (const [at, title] of header.entries()) {
    const field = fieldOf(title);
    if (field !== undefined && !columns.has(field)) {
      byHeader.set(field, [...(byHeader.get(field) ?? []), at]);
    }
  }
  for (const [field, candidates] of byHeader) {
    // The field's own name goes before its synonyms.
    const own = candidates.filter((at) => plain(header[at] ?? '') === plain(field));
    const [at, other] = own.length > 0 ? own : candidates;
    if (at === undefined) continue;
    if (other !== undefined) {
      throw refusal(
        `columns "${header[at]}" and "${header[other]}" may both be the ${field}: say which with --column ${field}=HEADER`,
      );
    }
    columns.set(field, at);
  }
  const asks = (field: ColumnField) => columns.has(field);
  if (!asks('name') && !asks('identifiers') && !PRODUCT_FIELDS.some(asks)) {
    const known = header.map((title) => `"${title}"`).join(', ');
    throw refusal(
      `no column is a name: say which with --column name=HEADER (the columns are ${known})`,
    );
  }
  return columns;
}

function toldColumn(header: readonly string[], text: string): [ColumnField, number] {
  const equals = text.indexOf('=');
  const field = columnFields.find((field) => plain(field) === plain(text.slice(0, equals)));
  if (equals === -1 || field === undefined) {
    throw refusal(
      `--column "${text}": must be FIELD=HEADER with one of ${columnFields.join(', ')}`,
    );
  }
  const title = text.slice(equals + 1).trim();
  const exact = header.indexOf(title);
  const alike = header.findIndex((known) => plain(known) === plain(title));
  const numbered = /^\d+$/.test(title) ? Number(title) - 1 : -1;
  const at = [exact, alike, numbered].find((at) => at >= 0 && at < header.length);
  if (at === undefined) {
    const known = header.map((title) => `"${title}"`).join(', ');
    throw refusal(`--column ${field}: there is no column "${title}" (the columns are ${known})`);
  }
  return [field, at];
}

function fieldOf(title: string): ColumnField | undefined {
  const written = plain(title);
  return columnFields.find((field) => plain(field) === written) ?? SYNONYMS[written];
}

function plain(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The query that a row states; blank cells state nothing. */
export function queryOfRow(columns: Columns, cells: readonly string[]): ScreenQueryInput {
  const stated = new Map<ColumnField, string>();
  for (const [field, at] of columns) {
    const cell = cells[at]?.trim();
    if (cell) stated.set(field, cell);
  }
  const query: Record<string, unknown> = {};
  const product: Record<string, string> = {};
  for (const [field, cell] of stated) {
    if (field === 'identifiers') query.identifiers = identifiersOf(cell);
    else if (field === 'lists') query.lists = cell.split(/[,;|]/).map((id) => id.trim());
    else if ((PRODUCT_FIELDS as readonly string[]).includes(field)) product[field] = cell;
    else query[field] = cell;
  }
  if (Object.keys(product).length > 0) query.product = product;
  // The engine parses it: a kind or date that is none is answered as a problem of the row.
  return query as ScreenQueryInput;
}

/** `lei:5493001KJTIIGC8Y1R12; uscc:9133...` */
function identifiersOf(cell: string): { scheme: string; value: string }[] {
  return cell.split(/[;|]/).flatMap((part) => {
    const text = part.trim();
    if (text === '') return [];
    const at = text.search(/[:=]/);
    if (at === -1) return [{ scheme: '', value: text }];
    return [{ scheme: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }];
  });
}

function refusal(detail: string): RedflagError {
  return new RedflagError('invalid-request', detail);
}
