import { refuse } from '../refusal.ts';
import { encodingOf } from './encoding.ts';
import type { BomInput } from './input.ts';

/**
 * The text of an input in pieces: decoded, without byte order mark, every line
 * ended by a line feed alone, so that lines are counted alike everywhere.
 *
 * @throws RedflagError `invalid-bom` where there are NULs: what is not text
 */
export async function* textOf(input: BomInput): AsyncGenerator<string> {
  const decoder = new TextDecoder(input.encoding ?? (await encodingOf(input)));
  let lines = 1;
  let heldReturn = false;
  const sound = (piece: string) => {
    // A carriage return at the end of a piece may belong to a line feed in the next one.
    const whole = heldReturn ? `\r${piece}` : piece;
    heldReturn = whole.endsWith('\r');
    const text = (heldReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
    const nul = text.indexOf('\0');
    if (nul !== -1) {
      const line = lines + countLines(text.slice(0, nul));
      throw refuse({ file: input.name, line }, 'holds a NUL character: is this text?');
    }
    lines += countLines(text);
    return text;
  };
  for await (const bytes of input.bytes()) {
    const text = sound(decoder.decode(bytes, { stream: true }));
    if (text !== '') yield text;
  }
  const rest = sound(decoder.decode()) + (heldReturn ? '\n' : '');
  if (rest !== '') yield rest;
}

/** The lines of an input, numbered from 1, without their ends. */
export async function* linesOf(
  input: BomInput,
  longest: number,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let number = 1;
  let begun = '';
  for await (const piece of textOf(input)) {
    const lines = (begun + piece).split('\n');
    begun = lines.pop() ?? '';
    for (const text of lines) yield { number: number++, text };
    if (begun.length > longest) {
      throw refuse(
        { file: input.name, line: number },
        `a line of more than ${longest} characters: is this text?`,
      );
    }
  }
  if (begun !== '') yield { number, text: begun };
}

export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
