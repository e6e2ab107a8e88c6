import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { InputFile } from './file.ts';
import { refuse } from './refusal.ts';

/** MS-DOS end of file: OFAC's files still close with it. */
const END_OF_FILE = '\u001a';
const HTML = /^\s*(<!doctype html|<html|<head|<body)/i;

/**
 * The text of a file, in pieces, checked: UTF-8 only, no NUL, not an HTML page in
 * place of the list, not empty. A byte order mark and a closing 0x1A are dropped.
 *
 * @throws RedflagError `invalid-list` that names file and line
 */
export async function* textOf(file: InputFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  let first = true;
  let held = '';
  for await (const bytes of file.bytes()) {
    if (first) checkStart(file, bytes);
    const piece = held + decode(decoder, bytes, file, lines);
    if (first && HTML.test(piece)) {
      throw refuse(file.name, `is an HTML page${titleOf(piece)}, not a list: fetch it again`);
    }
    if (piece !== '') first = false;
    if (piece.includes('\0')) {
      throw refuse(file.name, 'holds a NUL character', { line: lines + newlines(before(piece)) });
    }
    lines += newlines(piece);
    // The end of file mark may be the last of this piece or, with its line end, of the next.
    held = piece.endsWith(END_OF_FILE) ? END_OF_FILE : '';
    yield held === '' ? piece : piece.slice(0, -1);
  }
  decode(decoder, undefined, file, lines);
  if (first) throw refuse(file.name, 'is empty: fetch it again');
}

function before(piece: string): string {
  return piece.slice(0, piece.indexOf('\0'));
}

function checkStart(file: InputFile, bytes: Uint8Array): void {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw refuse(file.name, 'is UTF-16: save it as UTF-8', { line: 1 });
  }
}

function decode(
  decoder: TextDecoder,
  bytes: Uint8Array | undefined,
  file: InputFile,
  lines: number,
): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    const line = lines + (bytes ? newlinesBeforeFault(bytes) : 0);
    throw refuse(file.name, 'is not UTF-8: save it as UTF-8, or fetch it again', { line, cause });
  }
}

/** Lines of the part of a piece that is sound; the first bytes may belong to a character begun before. */
function newlinesBeforeFault(bytes: Uint8Array): number {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  let low = Math.max(start, 0);
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (soundUpTo(bytes.subarray(Math.max(start, 0), middle))) low = middle;
    else high = middle - 1;
  }
  return newlines(Buffer.from(bytes.subarray(0, low)).toString('latin1'));
}

/** True when the bytes are UTF-8 but for a character that may be cut at the end. */
function soundUpTo(bytes: Uint8Array): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(bytes.subarray(0, Math.max(0, bytes.length - cut))));
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function titleOf(page: string): string {
  const title = /<title>\s*([^<]{1,80})/i.exec(page)?.[1]?.trim();
  return title ? ` ("${title}")` : '';
}
