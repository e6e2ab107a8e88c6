import type { ReadItem } from './component.ts';
import { type BomFormat, detectFormat } from './formats.ts';
import { encodingOf } from './input/encoding.ts';
import { type BomInput, bounded } from './input/input.ts';
import { type BomLimits, fileLimits } from './limits.ts';
import { readCsv } from './readers/csv.ts';
import { readCyclonedxJson } from './readers/cyclonedx-json.ts';
import { readCyclonedxXml } from './readers/cyclonedx-xml.ts';
import { readNames } from './readers/names.ts';
import type { BomReader } from './readers/reader.ts';
import { readSpdxJson } from './readers/spdx-json.ts';
import { readSpdxTagValue } from './readers/spdx-tag-value.ts';
import { readSpdx3Json } from './readers/spdx3-json.ts';
import { readXlsx } from './readers/xlsx.ts';
import { refuse, tooLarge } from './refusal.ts';
import type { ChosenColumns } from './table/columns.ts';

const readers: Readonly<Record<BomFormat, BomReader>> = {
  'cyclonedx-json': readCyclonedxJson,
  'cyclonedx-xml': readCyclonedxXml,
  'spdx-json': readSpdxJson,
  'spdx-tag-value': readSpdxTagValue,
  'spdx3-json': readSpdx3Json,
  csv: readCsv,
  xlsx: readXlsx,
  names: readNames,
};

export interface ReadBomOptions {
  /** Default: told by the content. */
  readonly format?: BomFormat | null;
  /** Which column gives a field, where the header does not say. */
  readonly columns?: ChosenColumns;
  readonly limits?: BomLimits;
  /** Told of every piece that the reader has taken. A reader may read more than once. */
  readonly onBytes?: (bytes: number) => void;
}

/** A bill of materials that is open: its format, and its lines one by one. */
export interface OpenBom {
  readonly format: BomFormat;
  readonly items: AsyncIterable<ReadItem>;
}

/**
 * Opens a bill of materials of any format.
 *
 * @throws RedflagError `invalid-bom` that names file and place, `too-large`; also while the lines are read
 * @example
 * const { items } = await openBom(await fileInput('bom.csv'));
 * for await (const item of items) if (item.kind === 'line') console.log(item.line.component);
 */
export async function openBom(input: BomInput, options: ReadBomOptions = {}): Promise<OpenBom> {
  const { columns = new Map<string, string>(), limits = fileLimits, onBytes } = options;
  if (input.size > limits.bytes) {
    throw tooLarge({ file: input.name }, `is larger than ${limits.bytes} bytes`);
  }
  if (input.size === 0) throw refuse({ file: input.name }, 'is empty');
  const encoding = await encodingOf(bounded(input, limits.bytes));
  const known = { ...input, encoding };
  const tables = columns.size > 0 ? tableOr(input.name) : null;
  const format =
    options.format ?? tables ?? (await detectFormat(bounded(known, limits.bytes), limits));
  const items = readers[format](bounded(known, limits.bytes, onBytes), { limits, columns });
  return { format, items: counted(items, limits.components) };
}

/** Who says columns has a table; a workbook is told by its name. */
function tableOr(name: string): BomFormat {
  return /\.xlsx$/i.test(name) ? 'xlsx' : 'csv';
}

async function* counted(items: AsyncIterable<ReadItem>, limit: number): AsyncGenerator<ReadItem> {
  let count = 0;
  for await (const item of items) {
    if (item.kind === 'line' && ++count > limit) {
      throw tooLarge(item.line.place, `holds more than ${limit} components: split it`);
    }
    yield item;
  }
}
