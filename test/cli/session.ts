import { run } from '../../src/cli/program.ts';
import type { Output, Session } from '../../src/cli/session.ts';

/** The day on which the tests of the command line take place. */
export const NOW = new Date('2022-03-01T12:00:00.000Z');

/** The invented seeds of `test/fixtures/seeds-small`. */
export const SMALL_SEEDS = 'test/fixtures/seeds-small';

/** An output that keeps what is written. */
export class MemoryOutput implements Output {
  text = '';
  readonly closed = false;
  readonly terminal = false;
  readonly columns: number;
  readonly colour: boolean;

  constructor(columns = 80, colour = false) {
    this.columns = columns;
    this.colour = colour;
  }

  async write(text: string): Promise<void> {
    this.text += text;
  }
}

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export type Runner = (argv: readonly string[], more?: Partial<Session>) => Promise<Ran>;

/** Runs command lines in this process over a data folder, with the clock at `NOW`. */
export function runner(data: string, seeds: string = SMALL_SEEDS): Runner {
  return async (argv, more = {}) => {
    const out = new MemoryOutput();
    const err = new MemoryOutput();
    const session: Session = {
      ...{ out, err, now: () => NOW, input: bytesOf('') },
      environment: { REDFLAG_DATA: data, REDFLAG_SEEDS: seeds },
      ...more,
    };
    const status = await run(argv, session);
    return { status, out: out.text, err: err.text };
  };
}

/** Text as a stream of bytes, in pieces of a size. */
export async function* bytesOf(text: string, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
