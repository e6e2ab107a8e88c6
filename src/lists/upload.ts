import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { RedflagError } from '../domain/error.ts';

/** The most bytes of an upload: as many as of a download. */
export const UPLOAD_LIMIT = 1024 ** 3;

const FOLDER = 'uploads';
/** Age from which an upload belongs to a process that was killed. */
const LEFT_OVER_MS = 24 * 3_600_000;

/** A list file that is being sent, and what it is called. */
export interface Upload {
  /** A plain file name: messages name it, and a day in it counts as everywhere. */
  readonly name: string;
  readonly bytes: Readable;
}

/**
 * Writes an upload to a file of its own for the time of a task, piece by piece, so
 * that memory does not grow with it. The sender's connection outlives a refusal: it
 * is to be told.
 *
 * @throws RedflagError `too-large` beyond the limit, and what the task throws
 */
export async function withUpload<T>(
  data: string,
  { name, bytes }: Upload,
  task: (path: string) => Promise<T>,
  limit = UPLOAD_LIMIT,
): Promise<T> {
  forgetLeftovers(join(data, FOLDER));
  const folder = join(data, FOLDER, randomUUID());
  mkdirSync(folder, { recursive: true });
  try {
    const path = join(folder, name);
    await write(path, bytes, limit);
    return await task(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(path: string, bytes: Readable, limit: number): Promise<void> {
  const file = await open(path, 'wx');
  try {
    let size = 0;
    for await (const piece of bytes.iterator({ destroyOnReturn: false })) {
      size += piece.length;
      if (size > limit) {
        throw new RedflagError(
          'too-large',
          `The file is larger than ${limit} bytes: send it packed (gzip, zip), or import it where the service runs.`,
        );
      }
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
}

function forgetLeftovers(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const path of readdirSync(folder).map((name) => join(folder, name))) {
    const { mtimeMs = Number.POSITIVE_INFINITY } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > LEFT_OVER_MS) rmSync(path, { recursive: true, force: true });
  }
}
