import type { BomLine } from '../../src/bom/component.ts';
import { bufferInput } from '../../src/bom/index.ts';
import { openBom, type ReadBomOptions } from '../../src/bom/read-bom.ts';

/** What a file gives: its format, its lines, what is to be known about how it was read. */
export interface Read {
  readonly format: string;
  readonly lines: readonly BomLine[];
  readonly notes: readonly string[];
}

/** Reads bytes or text as a file of a name. */
export async function readBom(
  name: string,
  content: string | Uint8Array,
  options: ReadBomOptions = {},
): Promise<Read> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { format, items } = await openBom(bufferInput(name, bytes), options);
  const lines: BomLine[] = [];
  const notes: string[] = [];
  for await (const item of items) {
    if (item.kind === 'line') lines.push(item.line);
    else notes.push(item.note);
  }
  return { format, lines, notes };
}

/** The message with which reading ends; `read` where it does not. */
export async function refusalOf(
  name: string,
  content: string | Uint8Array,
  options: ReadBomOptions = {},
): Promise<string> {
  try {
    await readBom(name, content, options);
    return 'read';
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? `${error.code}: ${error.message}`
      : `CRASH: ${error}`;
  }
}

/** UTF-16 with its byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
