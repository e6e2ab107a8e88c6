import type { WriteStream } from 'node:tty';

/** One of the two outputs of a command. */
export interface Output {
  /** Resolves when the text has been taken: waiting for it keeps memory bounded. */
  write(text: string): Promise<void>;
  /** True once nobody reads any more (`redflag ... | head`): writing goes on without effect. */
  readonly closed: boolean;
  /** Width in columns of the terminal; 80 where it is none. */
  readonly columns: number;
  readonly terminal: boolean;
  readonly colour: boolean;
}

/** What a command is given of the world. Tests give it another one. */
export interface Session {
  readonly out: Output;
  readonly err: Output;
  readonly input: AsyncIterable<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The clock by which "today" is read. */
  readonly now: () => Date;
}

const DEFAULT_COLUMNS = 80;

/** Standard output or standard error. A closed pipe ends no command: what it found still decides its exit status. */
export class StreamOutput implements Output {
  readonly #stream: WriteStream;
  #closed = false;

  constructor(stream: WriteStream) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
      this.#closed = true;
    });
  }

  write(text: string): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#stream.write(text, () => resolve());
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  get columns(): number {
    // A terminal that does not know its width says 0.
    return this.#stream.columns || DEFAULT_COLUMNS;
  }

  get terminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Node's own rule: a terminal that has colours, and neither NO_COLOR nor TERM=dumb. */
  get colour(): boolean {
    return this.terminal && this.#stream.hasColors();
  }
}

/** The session of this process. */
export function processSession(): Session {
  return {
    out: new StreamOutput(process.stdout),
    err: new StreamOutput(process.stderr),
    input: process.stdin,
    environment: process.env,
    now: () => new Date(),
  };
}
