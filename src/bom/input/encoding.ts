import { type BomInput, type Encoding, headOf } from './input.ts';

const SAMPLE = 1 << 16;
/** Bytes kept around what is not UTF-8, to tell what else it is. */
const FOREIGN_SAMPLE = 1 << 18;
/** Share of high bytes that stand in pairs: nearly all in Chinese text, few in Western. */
const PAIRED = 0.8;

/**
 * Finds the encoding of a text: byte order mark, else the NULs of UTF-16, else
 * UTF-8 when the whole of it is, else Chinese or Western.
 *
 *     GB18030   海康  BA A3 BF B5    high bytes in pairs
 *     1252      é_è   E9 5F E8       high bytes among ASCII
 *
 * Latin-1 is read as Windows-1252, its superset, as the Encoding Standard does.
 */
export async function encodingOf(input: BomInput): Promise<Encoding> {
  const head = await headOf(input, SAMPLE);
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const utf16 = unmarkedUtf16(head);
  if (utf16) return utf16;
  const foreign = await foreignBytes(input);
  if (foreign === null) return 'utf-8';
  return isChinese(foreign) ? 'gb18030' : 'windows-1252';
}

/** UTF-16 without a mark: mostly ASCII, so every other byte is NUL. */
function unmarkedUtf16(head: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const quarter = head.length / 4;
  if (odd > quarter && even * 8 < odd) return 'utf-16le';
  if (even > quarter && odd * 8 < even) return 'utf-16be';
  return null;
}

/** Null when all of it is UTF-8, else the bytes from the piece in which it stops being so. */
async function foreignBytes(input: BomInput): Promise<Buffer | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const sample: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input.bytes()) {
    if (sample.length === 0) {
      try {
        decoder.decode(piece, { stream: true });
        continue;
      } catch {
        // From here on it is something else.
      }
    }
    sample.push(piece);
    size += piece.length;
    if (size >= FOREIGN_SAMPLE) break;
  }
  if (sample.length > 0) return Buffer.concat(sample);
  try {
    decoder.decode();
    return null;
  } catch {
    return headOf(input, FOREIGN_SAMPLE);
  }
}

function isChinese(bytes: Buffer): boolean {
  let high = 0;
  let paired = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    high++;
    if (lead !== 0xff && trail >= 0xa1 && trail !== 0xff) {
      paired += 2;
      high++;
      at++;
    }
  }
  if (high === 0 || paired / high < PAIRED) return false;
  try {
    // The end may cut a character in two.
    new TextDecoder('gb18030', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
