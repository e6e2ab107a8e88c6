import { stripVTControlCharacters, styleText } from 'node:util';
import type { Output } from '../session.ts';

type Format = Parameters<typeof styleText>[0];

/** Lines longer than this are hard to read, however wide the terminal is. */
const WIDEST = 110;
const NARROWEST = 40;

/** How text is set: to which width, and with colour or without. */
export class Layout {
  readonly width: number;
  readonly #colour: boolean;

  constructor({ columns, colour }: Pick<Output, 'columns' | 'colour'>) {
    this.width = Math.max(NARROWEST, Math.min(columns, WIDEST));
    this.#colour = colour;
  }

  style(format: Format, text: string): string {
    return this.#colour ? styleText(format, text, { validateStream: false }) : text;
  }

  /**
   * Sets text into lines of the width: `first` before the first line, blanks of
   * its width before the others. A word longer than a line (an address of a
   * document) is left whole, so that it can be followed.
   */
  paragraph(text: string, first = ''): string[] {
    const indent = ' '.repeat(displayWidth(first));
    const lines: string[] = [];
    let line = first;
    let empty = true;
    for (const word of breakable(text)) {
      const joint = empty || word.glued ? '' : ' ';
      if (!empty && displayWidth(line + joint + word.text) > this.width) {
        lines.push(line);
        line = indent + word.text;
      } else line += joint + word.text;
      empty = false;
    }
    lines.push(line);
    return lines;
  }

  /**
   * A table: every column but the last as wide as its widest cell, the last one
   * wrapped. Cells may be styled.
   */
  table(rows: readonly (readonly string[])[], indent = ''): string[] {
    const widths: number[] = [];
    for (const row of rows) {
      for (const [at, cell] of row.slice(0, -1).entries()) {
        widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell));
      }
    }
    return rows.flatMap((row) => {
      const head = row
        .slice(0, -1)
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - displayWidth(cell)))
        .join('  ');
      const lead = `${indent}${head}${row.length > 1 ? '  ' : ''}`;
      return this.paragraph(row.at(-1) ?? '', lead).map((line) => line.trimEnd());
    });
  }
}

// C0 and C1 controls, and the marks that reorder text: a name from a file must not steer a terminal.
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from outside as it may be printed: what would steer a terminal is written as a code. */
export function printable(text: string): string {
  return text.replace(
    STEERING,
    (mark) => `\\u{${mark.codePointAt(0)?.toString(16).padStart(4, '0')}}`,
  );
}

/** A whole answer with each text in it made printable. */
export function printableWithin<T>(value: T): T;
export function printableWithin(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map((item) => printableWithin(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, printableWithin(inner)]),
  );
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const WIDTHLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;
const PLAIN = /^[ -~]*$/;

/** Columns that text takes in a terminal: Han, kana and hangul take two, marks none, colours none. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of stripVTControlCharacters(text)) {
    if (!WIDTHLESS.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Words, and wide characters one by one: Chinese text has no blanks to break at. */
function* breakable(text: string): Generator<{ text: string; glued: boolean }> {
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    if (PLAIN.test(word) || !WIDE.test(word)) {
      yield { text: word, glued: false };
      continue;
    }
    let glued = false;
    for (const part of word.match(/[ -~]+|./gsu) ?? []) {
      yield { text: part, glued };
      glued = true;
    }
  }
}
