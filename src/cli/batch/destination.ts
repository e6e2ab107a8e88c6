import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Output } from '../session.ts';

/** Where answers go. */
export interface Destination {
  write(text: string): Promise<void>;
  /** True once nobody reads any more. */
  readonly closed: boolean;
  /** Called once at the end: with `true` the work is whole. */
  finish(whole: boolean): Promise<void>;
}

/** Answers that are gathered before they are written: one write for many rows. */
const GATHERED = 1 << 16;

export async function openDestination(path: string | undefined, out: Output): Promise<Destination> {
  return path === undefined
    ? new Gathered(new ToOutput(out))
    : new Gathered(await ToFile.open(path));
}

class Gathered implements Destination {
  readonly #target: Destination;
  #text = '';

  constructor(target: Destination) {
    this.#target = target;
  }

  get closed(): boolean {
    return this.#target.closed;
  }

  async write(text: string): Promise<void> {
    this.#text += text;
    if (this.#text.length >= GATHERED) await this.#flush();
  }

  async finish(whole: boolean): Promise<void> {
    await this.#flush();
    await this.#target.finish(whole);
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#target.write(text);
  }
}

class ToOutput implements Destination {
  readonly #out: Output;

  constructor(out: Output) {
    this.#out = out;
  }

  get closed(): boolean {
    return this.#out.closed;
  }

  write(text: string): Promise<void> {
    return this.#out.write(text);
  }

  async finish(): Promise<void> {}
}

/** A file that appears when it is whole: it is written beside its place and moved there. */
class ToFile implements Destination {
  readonly closed = false;
  readonly #path: string;
  readonly #next: string;
  readonly #file: FileHandle;

  private constructor(path: string, next: string, file: FileHandle) {
    this.#path = path;
    this.#next = next;
    this.#file = file;
  }

  static async open(path: string): Promise<ToFile> {
    const next = `${path}.part`;
    return new ToFile(path, next, await open(next, 'w'));
  }

  async write(text: string): Promise<void> {
    await this.#file.appendFile(text);
  }

  async finish(whole: boolean): Promise<void> {
    await this.#file.close();
    await (whole ? rename(this.#next, this.#path) : rm(this.#next));
  }
}
