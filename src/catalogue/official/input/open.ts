import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { counted, type InputFile } from './file.ts';
import type { InputLimits } from './limits.ts';
import { zipMembers } from './zip.ts';

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
