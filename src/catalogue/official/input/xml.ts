import { SaxesParser } from 'saxes';
import { RedflagError } from '../../../domain/error.ts';
import type { InputFile } from './file.ts';
import type { InputLimits } from './limits.ts';
import { refuse } from './refusal.ts';
import { textOf } from './text.ts';

/** One element with everything below it. */
export interface XmlElement {
  readonly name: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  line: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * The elements of some names, each as a small tree, one at a time; the root comes
 * first, without its children. Whatever could reach outside the document or blow
 * it up needs a document type, so a document with one is refused.
 *
 * @throws RedflagError `invalid-list` for XML that is not well formed, a DOCTYPE, or beyond the limits
 */
export async function* xmlElements(
  file: InputFile,
  names: ReadonlySet<string>,
  limits: InputLimits,
): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ position: true, fileName: file.name, xmlns: false });
  const ready: XmlElement[] = [];
  const open: OpenElement[] = [];
  let depth = 0;
  let line = 0;
  /** Characters since the parser last told of a tag: it holds a text, a comment, an attribute until its end. */
  let untold = 0;
  const fail = (message: string) => refuse(file.name, message, { line: parser.line });
  parser.on('doctype', () => {
    throw fail('declares a document type (DOCTYPE): entities are not followed');
  });
  parser.on('error', (error) => {
    throw fail(`is not sound XML: ${error.message.replace(/^.*?\d+:\d+: /, '')}`);
  });
  // A tag may spread over lines: its own line is where its name stood.
  parser.on('opentagstart', () => {
    untold = 0;
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    if (depth > limits.depth) throw fail(`nests elements more than ${limits.depth} deep`);
    if (depth === 1) {
      ready.push({ name, line, attributes: { ...attributes }, children: [], text: '' });
    } else if (open.length > 0 || names.has(name)) {
      open.push({ name, line, attributes: { ...attributes }, children: [], text: '' });
    }
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += text;
    checkLength(element.text.length);
  };
  const checkLength = (length: number) => {
    if (length <= limits.fieldCharacters) return;
    throw fail(`holds a text of more than ${limits.fieldCharacters} characters`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    untold = 0;
    depth--;
    const element = open.pop();
    if (!element) return;
    const closed = { ...element, text: element.text.trim() };
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else ready.push(closed);
  });
  try {
    for await (const piece of textOf(file)) {
      // What this piece ends is told while it is written.
      checkLength(untold);
      untold += piece.length;
      parser.write(piece);
      yield* ready.splice(0);
    }
    parser.close();
    yield* ready.splice(0);
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    throw fail(`is not sound XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The text of the first child of a name; null where there is none, or it is blank. */
export function childText(element: XmlElement, name: string): string | null {
  const text = element.children.find((child) => child.name === name)?.text;
  return text ? text : null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Every element below of a name, however deep. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child;
    yield* descendants(child, name);
  }
}

/** Every leaf with text by its path, `NATIONALITY/VALUE`; repeated ones are numbered from 2. */
export function flatten(element: XmlElement): Record<string, string> {
  const fields: Record<string, string> = {};
  const visit = (at: XmlElement, path: string) => {
    const put = (key: string, value: string) => {
      let free = key;
      for (let number = 2; free in fields; number++) free = `${key}#${number}`;
      fields[free] = value;
    };
    for (const [name, value] of Object.entries(at.attributes)) put(`${path}@${name}`, value);
    if (at.text !== '') put(path, at.text);
    for (const child of at.children)
      visit(child, path === '' ? child.name : `${path}/${child.name}`);
  };
  visit({ ...element, text: '' }, '');
  return fields;
}
