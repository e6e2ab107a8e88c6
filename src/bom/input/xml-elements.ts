import { SaxesParser } from 'saxes';
import { RedflagError } from '../../domain/error.ts';
import type { BomLimits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { BomInput } from './input.ts';
import { textOf } from './text.ts';

/** One element with what is below it, but for wanted elements, which come by themselves. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

export interface PlacedXmlElement {
  /** Names from the root: `bom/components/component`. */
  readonly path: string;
  /** With its place among its like: `/bom/components/component[3]`. */
  readonly pointer: string;
  readonly line: number;
  readonly element: XmlElement;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  path: string;
  pointer: string;
  line: number;
  kept: boolean;
  counts: Map<string, number>;
}

/**
 * The root of an XML document without its content, then the wanted elements, each
 * when it closes, in memory bounded by the largest of them. A document type is refused: entities are not followed.
 *
 * @throws RedflagError `invalid-bom` with line and path where the document is not XML, ends early or nests too deep
 */
export async function* xmlElements(
  input: BomInput,
  wanted: (path: string) => boolean,
  limits: BomLimits,
): AsyncGenerator<PlacedXmlElement> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const open: Open[] = [];
  const ready: PlacedXmlElement[] = [];
  let line = 1;
  /** Characters since the parser last told anything: it holds a text until its end. */
  let untold = 0;
  const fail = (message: string, cause?: unknown) => {
    const pointer = open.at(-1)?.pointer;
    const place = { file: input.name, line: parser.line };
    return refuse(pointer === undefined ? place : { ...place, pointer }, message, cause);
  };
  parser.on('doctype', () => {
    throw fail('declares a document type (DOCTYPE): entities are not followed');
  });
  parser.on('error', (error) => {
    throw fail(`is not sound XML: ${error.message.replace(/^.*?\d+:\d+: /, '')}`, error);
  });
  // A tag may spread over lines: its own line is where its name stood.
  parser.on('opentagstart', () => {
    untold = 0;
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    if (open.length >= limits.depth) throw fail(`nests elements more than ${limits.depth} deep`);
    const parent = open.at(-1);
    const name = localName(tag.name);
    const index = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, index);
    const path = parent ? `${parent.path}/${name}` : name;
    open.push({
      ...{ name, path, line, text: '', children: [], counts: new Map() },
      attributes: { ...tag.attributes },
      pointer: `${parent?.pointer ?? ''}/${name}${index > 1 || isListed(name) ? `[${index}]` : ''}`,
      kept: parent !== undefined && (parent.kept || wanted(path)),
    });
    // The root comes when it opens: waiting for its end would keep the whole document.
    if (!parent) {
      const element = { name, attributes: { ...tag.attributes }, children: [], text: '' };
      ready.push({ path, pointer: `/${name}`, line, element });
    }
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (!element?.kept) return;
    element.text += text;
    if (element.text.length > limits.field) {
      throw fail(`holds a text of more than ${limits.field} characters`);
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    untold = 0;
    const closed = open.pop();
    if (!closed) return;
    const { name, attributes, children, path, pointer } = closed;
    const element = { name, attributes, children, text: closed.text.trim() };
    if (open.length === 0) return;
    if (wanted(path)) ready.push({ path, pointer, line: closed.line, element });
    else if (closed.kept) open.at(-1)?.children.push(element);
  });
  try {
    for await (const piece of textOf(input)) {
      untold += piece.length;
      parser.write(piece);
      if (untold > limits.field + piece.length) {
        throw fail(`holds a text of more than ${limits.field} characters`);
      }
      yield* ready.splice(0);
    }
    parser.close();
    yield* ready.splice(0);
  } catch (error) {
    if (error instanceof RedflagError) throw error;
    throw fail(
      `is not sound XML: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
}

/** Elements that stand in lists are numbered from the first on. */
function isListed(name: string): boolean {
  return name === 'component' || name === 'service';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The text of the first child of a name; undefined where there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text;
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** The elements inside the first child of a name: `externalReferences` -> `reference`s. */
export function itemsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return child(element, name)?.children ?? [];
}
