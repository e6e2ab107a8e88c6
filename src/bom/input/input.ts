import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { RedflagError } from '../../domain/error.ts';
import { tooLarge } from '../refusal.ts';

/** Encodings that bills of materials come in; names as the WHATWG Encoding Standard has them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** A bill of materials to be read: it can be read from its start more than once. */
export interface BomInput {
  /** As reports print it; its ending may tell the format. */
  readonly name: string;
  /** Bytes, where they are known beforehand. */
  readonly size: number;
  /** The encoding of its text, once it was found: it takes a reading of the whole. */
  readonly encoding?: Encoding;
  bytes(): AsyncIterable<Uint8Array>;
}

const CHUNK = 1 << 18;

/** @throws when there is no such file; RedflagError `invalid-bom` when it is a folder */
export async function fileInput(path: string): Promise<BomInput> {
  const about = await stat(path);
  if (about.isDirectory()) {
    throw new RedflagError('invalid-bom', `${path} is a folder: name the file inside it`);
  }
  const bytes = () => createReadStream(path, { highWaterMark: CHUNK });
  return { name: path, size: about.size, bytes };
}

export function bufferInput(name: string, buffer: Uint8Array): BomInput {
  return {
    name,
    size: buffer.length,
    async *bytes() {
      for (let at = 0; at < buffer.length; at += CHUNK) yield buffer.subarray(at, at + CHUNK);
    },
  };
}

/** A stream that can be read only once (standard input, a request), held in memory up to a limit. */
export async function streamInput(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<BomInput> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > limit) throw tooLarge({ file: name }, `is larger than ${limit} bytes`);
    pieces.push(piece);
  }
  return bufferInput(name, Buffer.concat(pieces));
}

/** The same input, refused where it is larger than the limit, telling how far it was read. */
export function bounded(input: BomInput, limit: number, tell?: (bytes: number) => void): BomInput {
  return {
    ...input,
    async *bytes() {
      let read = 0;
      for await (const piece of input.bytes()) {
        read += piece.length;
        if (read > limit) throw tooLarge({ file: input.name }, `is larger than ${limit} bytes`);
        yield piece;
        tell?.(piece.length);
      }
    },
  };
}

/** The first bytes of an input, at most `count`. */
export async function headOf(input: BomInput, count: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input.bytes()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= count) break;
  }
  return Buffer.concat(pieces).subarray(0, count);
}
