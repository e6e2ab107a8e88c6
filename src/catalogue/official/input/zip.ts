import yauzl from 'yauzl';
import { counted, type InputFile } from './file.ts';
import { type InputLimits, RATIO_FREE_BYTES } from './limits.ts';
import { refuse } from './refusal.ts';

/**
 * The files inside a zip archive. None is written to disk under its own name, so
 * a name cannot lead anywhere; one that tries (`../`, a drive, a backslash) is
 * refused all the same, for whoever made it meant harm.
 */
export async function zipMembers(
  path: string,
  limits: InputLimits,
  onRead: (bytes: number) => void = () => {},
): Promise<InputFile[]> {
  const name = path.split('/').at(-1) ?? path;
  const fail = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(name, `is not a sound zip archive: ${reason}`, { cause: error });
  };
  // strictFileNames refuses backslashes; "..", absolute paths and drives are always refused.
  const options = { autoClose: false, lazyEntries: true, strictFileNames: true } as const;
  const archive = await yauzl.openPromise(path, options).catch((error: unknown) => {
    throw fail(error);
  });
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      entries.push(entry);
      if (entries.length > limits.members) {
        throw refuse(name, `holds more than ${limits.members} files`);
      }
    }
    for (const entry of entries) checkEntry(name, entry, limits);
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'invalid-list'
      ? error
      : fail(error);
  } finally {
    archive.close();
  }
  return entries.map((entry) => ({
    name: entry.fileName.split('/').at(-1) ?? entry.fileName,
    bytes: () =>
      counted(memberBytes(path, entry, onRead), {
        name: `${name}/${entry.fileName}`,
        packed: entry.compressedSize,
        limits,
      }),
  }));
}

function checkEntry(archive: string, entry: yauzl.Entry, limits: InputLimits): void {
  const name = `${archive}/${entry.fileName}`;
  if (entry.isEncrypted()) throw refuse(name, 'is encrypted');
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > limits.unpackedBytes || (size > RATIO_FREE_BYTES && size > packed * limits.ratio)) {
    throw refuse(name, `unpacks from ${packed} to ${size} bytes: a zip bomb`);
  }
}

async function* memberBytes(
  path: string,
  entry: yauzl.Entry,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const archive = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      onRead((chunk.length * entry.compressedSize) / Math.max(1, entry.uncompressedSize));
      yield chunk;
    }
  } finally {
    archive.close();
  }
}
