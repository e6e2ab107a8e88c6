import { RedflagError } from '../../../domain/error.ts';
import { type InputLimits, RATIO_FREE_BYTES } from './limits.ts';
import { refuse } from './refusal.ts';

/** One file to read, wherever it lies: plain, gzipped, or a member of a zip archive. */
export interface InputFile {
  /** Its own name, without folders and without `.gz`. */
  readonly name: string;
  /** Its bytes, unpacked and counted; throws `invalid-list` when they exceed the limits or end too soon. */
  bytes(): AsyncIterable<Uint8Array>;
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
