import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { RedflagError } from '../../../domain/error.ts';
import { type InputLimits, RATIO_FREE_BYTES } from './limits.ts';
import { refuse } from './refusal.ts';
import { zipMembers } from './zip.ts';

/** One file to read, wherever it lies: plain, gzipped, or a member of a zip archive. */
export interface InputFile {
  /** Its own name, without folders and without `.gz`. */
  readonly name: string;
  /** Its bytes, unpacked and counted; throws `invalid-list` when they exceed the limits or end too soon. */
  bytes(): AsyncIterable<Uint8Array>;
}

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/**
 * The files inside a file: itself, or what it packs. What it is, its first bytes
 * say, not its name.
 *
 * @param onRead told of the bytes of the file as they are read, packed ones as packed
 * @throws RedflagError `invalid-list` for an empty file or an archive that cannot be trusted
 * @example const [file] = await inputFiles('consolidated.csv.gz', inputLimits);
 */
export async function inputFiles(
  path: string,
  limits: InputLimits,
  onRead: (bytes: number) => void = () => {},
): Promise<InputFile[]> {
  const name = basename(path);
  const { size } = await stat(path);
  const magic = await firstBytes(path);
  if (startsWith(magic, ZIP)) return zipMembers(path, limits, onRead);
  if (startsWith(magic, GZIP)) {
    return [
      {
        name: name.replace(/\.gz$/i, ''),
        bytes: () => counted(gunzipped(path, onRead), { name, packed: size, limits }),
      },
    ];
  }
  return [{ name, bytes: () => counted(watched(path, onRead), { name, packed: size, limits }) }];
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function watched(path: string, onRead: (bytes: number) => void) {
  return createReadStream(path).on('data', (chunk) => onRead(chunk.length));
}

async function* gunzipped(
  path: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const packed = watched(path, onRead);
  const unpacked = packed.on('error', (error) => unpacked.destroy(error)).pipe(createGunzip());
  try {
    yield* unpacked;
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

/** Passes bytes through, counting: stops a bomb long before it fills anything. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  { name, packed, limits }: { name: string; packed: number; limits: InputLimits },
): AsyncGenerator<Uint8Array> {
  let count = 0;
  try {
    for await (const chunk of bytes) {
      count += chunk.length;
      if (count > limits.unpackedBytes) {
        throw refuse(name, `unpacks to more than ${limits.unpackedBytes} bytes`);
      }
      if (count > RATIO_FREE_BYTES && count > packed * limits.ratio) {
        throw refuse(name, `unpacks to more than ${limits.ratio} times its size: a packed bomb`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const ended = reason.includes('unexpected end') ? 'ends in the middle (truncated)' : reason;
    throw refuse(name, `cannot be unpacked: ${ended}: fetch it again`, { cause: error });
  }
}
