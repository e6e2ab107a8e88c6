import {
  type OpenScreener,
  type Screening,
  type ScreenQueryInput,
  serialiseInBatch,
} from '../../screening/index.ts';

/** An answer, and as JSON with coverage by version only. */
export interface Answer {
  readonly screening: Screening;
  json(): string;
}

/** Answers one query: an open screener, or a service that records what it answers. */
export type Ask = (query: ScreenQueryInput) => Answer;

/** Asks a screener without recording. */
export function askOf(engine: Pick<OpenScreener, 'screen'>): Ask {
  return (query) => {
    const screening = engine.screen(query);
    return { screening, json: () => serialiseInBatch(screening) };
  };
}

/** Asks every distinct question once, and serialises its answer at most once. */
export class Answers {
  readonly #ask: Ask;
  readonly #known = new Map<string, Answer>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Distinct questions so far. */
  get distinct(): number {
    return this.#known.size;
  }

  to(query: ScreenQueryInput): Answer {
    const key = JSON.stringify(query);
    const known = this.#known.get(key);
    if (known) return known;
    const { screening, json } = this.#ask(query);
    let text: string | undefined;
    const answer = {
      screening,
      json: () => {
        text ??= json();
        return text;
      },
    };
    this.#known.set(key, answer);
    return answer;
  }
}
