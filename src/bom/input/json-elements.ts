import { Tokenizer, TokenType } from '@streamparser/json';
import { RedflagError } from '../../domain/error.ts';
import type { BomLimits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { BomInput } from './input.ts';
import { textOf } from './text.ts';

/** A value picked out of a JSON document. */
export interface JsonElement {
  /** Keys from the root, without the places in arrays: `components/components`. */
  readonly path: string;
  /** RFC 6901, with the places in arrays: `/components/3/components/0`. */
  readonly pointer: string;
  /** Line on which the value begins. */
  readonly line: number;
  readonly value: unknown;
}

type Expects = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

interface Frame {
  readonly container: Record<string, unknown> | unknown[];
  readonly isArray: boolean;
  /** Whether its content is kept, because it is wanted or inside what is. */
  readonly kept: boolean;
  readonly path: string;
  readonly line: number;
  key: string;
  index: number;
  expects: Expects;
}

/**
 * The wanted values of a JSON document, each when it closes, without holding the
 * document: what nobody wants is read over, and a wanted value inside another is
 * given by itself and left out of the outer one, so that a component that holds
 * a million others costs no more than they do one by one.
 *
 *     { "components": [ { "name": "a", "components": [ { "name": "b" } ] } ] }
 *                                                      └── 1st: /components/0/components/0
 *                       └── 2nd: /components/0, without its components
 *
 * @throws RedflagError `invalid-bom` with line and pointer where the document is not JSON, ends early or nests too deep
 */
export async function* jsonElements(
  input: BomInput,
  wanted: (path: string) => boolean,
  limits: BomLimits,
): AsyncGenerator<JsonElement> {
  const document = new JsonDocument(input.name, wanted, limits);
  for await (const piece of textOf(input)) {
    document.write(piece);
    yield* document.taken();
  }
  document.end();
  yield* document.taken();
}

class JsonDocument {
  readonly #file: string;
  readonly #wanted: (path: string) => boolean;
  readonly #limits: BomLimits;
  readonly #tokenizer = new Tokenizer();
  readonly #frames: Frame[] = [];
  #ready: JsonElement[] = [];
  #ended = false;
  #line = 1;
  /** Bytes of newlines not passed yet, ascending. */
  #newlines: number[] = [];
  #passed = 0;
  #bytes = 0;
  #tokenEnd = 0;

  constructor(file: string, wanted: (path: string) => boolean, limits: BomLimits) {
    this.#file = file;
    this.#wanted = wanted;
    this.#limits = limits;
    this.#tokenizer.onToken = ({ token, value, offset }) => {
      this.#goTo(offset);
      this.#take(token, value);
    };
    this.#tokenizer.onError = (error) => {
      throw error;
    };
  }

  write(piece: string): void {
    const bytes = Buffer.from(piece);
    if (this.#ended && piece.trim() !== '') throw this.#refuse('goes on after its end');
    this.#newlines = this.#newlines.slice(this.#passed);
    this.#passed = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
      this.#newlines.push(this.#bytes + at);
    }
    this.#bytes += bytes.length;
    if (this.#ended) return;
    this.#sound(() => this.#tokenizer.write(bytes));
    if (this.#bytes - this.#tokenEnd > this.#limits.field + bytes.length) {
      throw this.#refuse(`holds a value of more than ${this.#limits.field} bytes`);
    }
  }

  end(): void {
    if (this.#ended) return;
    this.#sound(() => {
      if (!this.#tokenizer.isEnded) this.#tokenizer.end();
    });
    if (!this.#ended) {
      this.#goTo(this.#bytes);
      throw this.#refuse('ends in the middle: is the file whole?');
    }
  }

  *taken(): Generator<JsonElement> {
    const ready = this.#ready;
    this.#ready = [];
    yield* ready;
  }

  #sound(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof RedflagError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      const offset = /position "?(\d+)/.exec(message)?.[1];
      this.#goTo(offset === undefined ? this.#bytes : Number(offset));
      if (/ended in the middle|Tokenizer ended/i.test(message)) {
        throw this.#refuse('ends in the middle: is the file whole?', error);
      }
      throw this.#refuse(`is not JSON: ${message.replace(/ in state \w+/, '')}`, error);
    }
  }

  #goTo(offset: number): void {
    while ((this.#newlines[this.#passed] ?? Number.POSITIVE_INFINITY) < offset) {
      this.#passed++;
      this.#line++;
    }
    this.#tokenEnd = offset;
  }

  #take(token: TokenType, value: unknown): void {
    const frame = this.#frames.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.#open(frame, token === TokenType.LEFT_BRACKET);
        return;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.#close(frame, token === TokenType.RIGHT_BRACKET);
        return;
      case TokenType.COLON:
        if (frame?.expects !== 'colon') throw this.#refuse('is not JSON: unexpected ":"');
        frame.expects = 'value';
        return;
      case TokenType.COMMA:
        if (frame?.expects !== 'comma-or-end') throw this.#refuse('is not JSON: unexpected ","');
        frame.expects = frame.isArray ? 'value' : 'key';
        if (frame.isArray) frame.index++;
        return;
      default:
        if (frame && (frame.expects === 'key' || frame.expects === 'key-or-end')) {
          if (typeof value !== 'string') throw this.#refuse('is not JSON: a key must be a string');
          frame.key = value;
          frame.expects = 'colon';
          return;
        }
        this.#place(frame, value, this.#line, frame?.kept === true, this.#pathBelow(frame));
    }
  }

  #open(frame: Frame | undefined, isArray: boolean): void {
    if (this.#frames.length >= this.#limits.depth) {
      throw this.#refuse(`nests values more than ${this.#limits.depth} deep`);
    }
    this.#expectValue(frame);
    const path = this.#pathBelow(frame);
    this.#frames.push({
      container: isArray ? [] : Object.create(null),
      isArray,
      kept: frame?.kept === true || (!isArray && this.#wanted(path)),
      path,
      line: this.#line,
      key: '',
      index: 0,
      expects: isArray ? 'value-or-end' : 'key-or-end',
    });
  }

  #close(frame: Frame | undefined, isArray: boolean): void {
    const mayEnd =
      frame?.expects === 'comma-or-end' ||
      frame?.expects === (isArray ? 'value-or-end' : 'key-or-end');
    if (!frame || frame.isArray !== isArray || !mayEnd) {
      throw this.#refuse(`is not JSON: unexpected "${isArray ? ']' : '}'}"`);
    }
    this.#frames.pop();
    this.#place(this.#frames.at(-1), frame.container, frame.line, frame.kept, frame.path);
  }

  /** Puts a whole value where it belongs: out, into its container, or nowhere. */
  #place(frame: Frame | undefined, value: unknown, line: number, kept: boolean, path: string) {
    this.#expectValue(frame);
    if (!Array.isArray(value) && this.#wanted(path)) {
      this.#ready.push({ path, pointer: this.#pointer(), line, value });
    } else if (frame?.kept && kept) {
      if (Array.isArray(frame.container)) frame.container.push(value);
      else frame.container[frame.key] = value;
    }
    if (frame) frame.expects = 'comma-or-end';
    else this.#ended = true;
  }

  #expectValue(frame: Frame | undefined): void {
    if (!frame && this.#ended) throw this.#refuse('goes on after its end');
    if (frame && frame.expects !== 'value' && frame.expects !== 'value-or-end') {
      throw this.#refuse('is not JSON: a comma or an end is missing');
    }
  }

  #pathBelow(frame: Frame | undefined): string {
    if (!frame) return '';
    if (frame.isArray) return frame.path;
    return frame.path === '' ? frame.key : `${frame.path}/${frame.key}`;
  }

  #pointer(): string {
    const parts = this.#frames.map(({ isArray, index, key }) =>
      isArray ? String(index) : key.replaceAll('~', '~0').replaceAll('/', '~1'),
    );
    return parts.map((part) => `/${part}`).join('');
  }

  #refuse(message: string, cause?: unknown): RedflagError {
    const pointer = this.#pointer();
    // Of a document nested without end the first levels say enough.
    const short = pointer.length > 200 ? `${pointer.slice(0, 200)}…` : pointer;
    const place = { file: this.#file, line: this.#line };
    return refuse(short === '' ? place : { ...place, pointer: short }, message, cause);
  }
}
