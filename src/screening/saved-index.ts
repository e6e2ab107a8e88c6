import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Catalogue } from '../domain/catalogue.ts';
import { sha256 } from '../domain/hash.ts';
import { buildIndex, type IndexBuffers, NameIndex } from '../matching/index.ts';
import { indexCode } from './index-code.ts';

/** Digits of the key in the name of the file. */
const KEY_DIGITS = 16;
const PATTERN = /^names-[0-9a-f]+\.index$/;

const headerSchema = z.object({
  version: z.int(),
  layout: z.array(
    z.object({
      name: z.string(),
      type: z.enum([
        'Uint8Array',
        'Uint16Array',
        'Uint32Array',
        'Int32Array',
        'Float32Array',
        'Float64Array',
      ]),
      offset: z.int().min(0),
      length: z.int().min(0),
    }),
  ),
});

/**
 * The index of a catalogue's names: the one saved beside the catalogue, which is read in a few milliseconds
 * into memory that threads can share; where there is none that fits, or it is damaged, one that is built
 * now, and saved where the folder can be written to.
 */
export function openIndex(catalogue: Catalogue, data: string): NameIndex {
  const path = join(data, `names-${keyOf(catalogue)}.index`);
  const saved = readIndex(path);
  if (saved !== null) return NameIndex.fromBuffers(saved);
  const built = buildIndex(catalogue.names()).toBuffers();
  try {
    saveIndex(path, built);
    forgetOthers(data, path);
  } catch {
    // The folder may be for reading only: the next start builds the index as this one did.
  }
  return NameIndex.fromBuffers(built);
}

/** The hash of all that an index is made of; `builtAt` stands for the order of the parties in this very file. */
function keyOf({ version: { sha256: content, builtAt } }: Catalogue): string {
  return sha256([content, builtAt, indexCode(), endianness()]).slice(0, KEY_DIGITS);
}

/**
 * Writes an index beside `path` and moves it into place in one step.
 *
 *   | checksum | bytes of header | header: layout as JSON | arrays, as in memory ... |
 */
export function saveIndex(path: string, { version, layout, block }: IndexBuffers): void {
  const text = JSON.stringify({ version, layout } satisfies z.input<typeof headerSchema>);
  const header = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8));
  const arrays = new Uint8Array(block);
  const front = Buffer.alloc(8);
  front.writeUInt32LE(checksum(header, arrays), 0);
  front.writeUInt32LE(header.length, 4);
  const next = `${path}.${process.pid}`;
  const file = openSync(next, 'w');
  try {
    for (const part of [front, header, arrays]) {
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    }
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

/** The index saved at `path`; null where there is none, or it is not as it was written. */
export function readIndex(path: string): IndexBuffers | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const { size } = fstatSync(file);
    const front = readPart(file, 0, new Uint8Array(8));
    const [expected, length] = new Uint32Array(front.buffer);
    if (expected === undefined || length === undefined || 8 + length > size) return null;
    const header = readPart(file, 8, new Uint8Array(length));
    const block = new SharedArrayBuffer(size - 8 - length);
    const arrays = readPart(file, 8 + length, new Uint8Array(block));
    if (checksum(header, arrays) !== expected) return null;
    return { ...headerSchema.parse(JSON.parse(Buffer.from(header).toString())), block };
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

function readPart<T extends Uint8Array>(file: number, from: number, into: T): T {
  let at = 0;
  while (at < into.length) {
    const read = readSync(file, into, at, into.length - at, from + at);
    if (read === 0) throw new RangeError('the file is shorter than it says');
    at += read;
  }
  return into;
}

/** Against damage. It is no seal: whoever can write here can write the catalogue as well. */
function checksum(header: Uint8Array, arrays: Uint8Array): number {
  return crc32(arrays, crc32(header));
}

/** Removes the indexes of earlier catalogues and programs. One that is in use has been read into memory. */
function forgetOthers(data: string, path: string): void {
  for (const name of readdirSync(data)) {
    const other = join(data, name);
    if (PATTERN.test(name) && other !== path) rmSync(other, { force: true });
  }
}
