import type { BomInput } from './input/input.ts';
import { headOf } from './input/input.ts';
import { jsonElements } from './input/json-elements.ts';
import { textOf } from './input/text.ts';
import type { BomLimits } from './limits.ts';
import { refuse } from './refusal.ts';
import { delimiterOf, headerScoreOf } from './table/delimiter.ts';

/** Formats of bills of materials that are read. */
export const bomFormats = [
  'cyclonedx-json',
  'cyclonedx-xml',
  'spdx-json',
  'spdx-tag-value',
  'spdx3-json',
  'csv',
  'xlsx',
  'names',
] as const;
export type BomFormat = (typeof bomFormats)[number];

/** Other words for a format; null: the content decides which of a family it is. */
const OTHER_WORDS: Readonly<Record<string, BomFormat | null>> = {
  auto: null,
  cyclonedx: null,
  spdx: null,
  json: null,
  xml: 'cyclonedx-xml',
  'spdx-tv': 'spdx-tag-value',
  'spdx-3': 'spdx3-json',
  'spdx3-jsonld': 'spdx3-json',
  tsv: 'csv',
  excel: 'xlsx',
  text: 'names',
  txt: 'names',
};

/** Every word that says a format. */
export const formatWords: readonly string[] = [...bomFormats, ...Object.keys(OTHER_WORDS)];

/** The format that a word says: null where the content must decide; undefined for another word. */
export function formatOf(word: string): BomFormat | null | undefined {
  const known = bomFormats.find((format) => format === word);
  return known ?? (Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : undefined);
}

/** Content types of requests; null: the content decides. */
export const contentTypes: Readonly<Record<string, BomFormat | null>> = {
  'application/vnd.cyclonedx+json': 'cyclonedx-json',
  'application/vnd.cyclonedx+xml': 'cyclonedx-xml',
  'application/spdx+json': null,
  'text/spdx': 'spdx-tag-value',
  'application/ld+json': null,
  'application/json': null,
  'application/xml': 'cyclonedx-xml',
  'text/xml': 'cyclonedx-xml',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': null,
  'application/octet-stream': null,
};

const HEAD = 4096;

/** Files that look like bills of materials and are not read, by their first bytes. */
const STRANGERS: readonly (readonly [start: string, message: string])[] = [
  ['\xd0\xcf\x11\xe0', 'is an old Excel file (.xls): save it as .xlsx or CSV'],
  ['%PDF', 'is a PDF: export the table as CSV or .xlsx'],
  ['\x1f\x8b', 'is packed with gzip: unpack it first'],
  ['Rar!', 'is a RAR archive: unpack it first'],
];

/**
 * Tells the format of an input by what it holds; its name decides only between
 * a table and a list of names.
 *
 * @throws RedflagError `invalid-bom` where it is none that is read
 */
export async function detectFormat(input: BomInput, limits: BomLimits): Promise<BomFormat> {
  const head = await headOf(input, HEAD);
  if (head.length === 0) throw refuse({ file: input.name }, 'is empty');
  const latin = head.toString('latin1');
  const stranger = STRANGERS.find(([start]) => latin.startsWith(start));
  if (stranger) throw refuse({ file: input.name }, stranger[1]);
  if (latin.startsWith('PK\x03\x04')) return 'xlsx';
  const text = (await startOf(input)).trimStart();
  if (text === '') throw refuse({ file: input.name }, 'is empty');
  if (/\.(csv|tsv)$/i.test(input.name)) return 'csv';
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(input, limits);
  if (text.startsWith('<')) return xmlFormat(input.name, text);
  if (/^(#[^\n]*\n\s*)*SPDXVersion\s*:/.test(text)) return 'spdx-tag-value';
  return (await headerScoreOf(input, await delimiterOf(input))) > 0 ? 'csv' : 'names';
}

async function startOf(input: BomInput): Promise<string> {
  let text = '';
  for await (const piece of textOf(input)) {
    text += piece;
    if (text.trim().length >= HEAD) break;
  }
  return text;
}

const JSON_MARKS: Readonly<Record<string, BomFormat>> = {
  bomFormat: 'cyclonedx-json',
  spdxVersion: 'spdx-json',
  '@context': 'spdx3-json',
  '@graph': 'spdx3-json',
};

/** The keys of the document's root decide, wherever they stand. */
async function jsonFormat(input: BomInput, limits: BomLimits): Promise<BomFormat> {
  const wanted = (path: string) => Object.hasOwn(JSON_MARKS, path);
  for await (const { path } of jsonElements(input, wanted, limits)) {
    const format = JSON_MARKS[path];
    if (format) return format;
  }
  throw refuse(
    { file: input.name, line: 1 },
    'is JSON, but neither CycloneDX (no "bomFormat") nor SPDX (no "spdxVersion", no "@context")',
  );
}

function xmlFormat(file: string, text: string): BomFormat {
  if (/<!doctype html|<html/i.test(text)) throw refuse({ file, line: 1 }, 'is an HTML page');
  if (/<(\w+:)?RDF[\s>]/.test(text)) {
    throw refuse(
      { file, line: 1 },
      'is SPDX in RDF/XML, which is not read: convert it to SPDX JSON',
    );
  }
  return 'cyclonedx-xml';
}
