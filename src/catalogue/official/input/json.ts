import { JSONParser } from '@streamparser/json';
import { RedflagError } from '../../../domain/error.ts';
import type { InputFile } from './file.ts';
import type { InputLimits } from './limits.ts';
import { refuse } from './refusal.ts';
import { textOf } from './text.ts';

/** One line of an NDJSON file: its value, or why it has none. */
export type JsonLine = { readonly line: number } & (
  | { readonly value: unknown; readonly fault: null }
  | { readonly value: null; readonly fault: string }
);

/** The values of a file with one JSON value a line; blank lines are left out. */
export async function* jsonLines(file: InputFile, limits: InputLimits): AsyncGenerator<JsonLine> {
  let line = 0;
  let rest = '';
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > limits.fieldCharacters) {
      throw refuse(file.name, 'holds a line beyond the size limit', { line: line + 1 });
    }
    for (const text of lines) {
      line++;
      if (text.trim() !== '') yield parseLine(text, line);
    }
  }
  if (rest.trim() !== '') yield parseLine(rest, line + 1);
}

function parseLine(text: string, line: number): JsonLine {
  try {
    return { line, value: JSON.parse(text), fault: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { line, value: null, fault: `is not JSON: ${reason}` };
  }
}

/** A value picked out of a JSON document, with the key under which it stood. */
export interface JsonValue {
  readonly key: string | number | undefined;
  /** Keys above it, from the root. */
  readonly path: readonly (string | number | undefined)[];
  readonly value: unknown;
}

/**
 * The values at some paths of one JSON document, one at a time, without holding
 * the document.
 *
 * @param paths as `@streamparser/json` writes them: `$.results.*`
 */
export async function* jsonValues(
  file: InputFile,
  paths: readonly string[],
  limits: InputLimits,
): AsyncGenerator<JsonValue> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  const ready: JsonValue[] = [];
  parser.onValue = ({ value, key, stack }) => {
    ready.push({ key, path: stack.map((entry) => entry.key), value });
  };
  let sinceValue = 0;
  try {
    for await (const piece of textOf(file)) {
      parser.write(piece);
      sinceValue = ready.length > 0 ? 0 : sinceValue + piece.length;
      if (sinceValue > limits.fieldCharacters) {
        throw refuse(file.name, `holds a value of more than ${limits.fieldCharacters} characters`);
      }
      yield* ready.splice(0);
    }
    if (!parser.isEnded) throw new Error('the document ends in the middle');
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse(file.name, `is not sound JSON: ${reason}`, { cause: error });
  }
}
