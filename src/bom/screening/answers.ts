import {
  type OpenScreener,
  type Screening,
  type ScreenQueryInput,
  serialiseInBatch,
} from '../../screening/index.ts';

/** What the same question is answered with, however often it is asked. */
export interface Answer {
  readonly screening: Screening;
  /** The answer as JSON with coverage by version only, made once. */
  json(): string;
}

/** Asks every distinct question once. */
export class Answers {
  readonly #engine: Pick<OpenScreener, 'screen'>;
  readonly #known = new Map<string, Answer>();
  asked = 0;

  constructor(engine: Pick<OpenScreener, 'screen'>) {
    this.#engine = engine;
  }

  /** Distinct questions so far. */
  get distinct(): number {
    return this.#known.size;
  }

  to(query: ScreenQueryInput): Answer {
    this.asked++;
    const key = JSON.stringify(query);
    const known = this.#known.get(key);
    if (known) return known;
    const screening = this.#engine.screen(query);
    let text: string | undefined;
    const answer = {
      screening,
      json: () => {
        text ??= serialiseInBatch(screening);
        return text;
      },
    };
    this.#known.set(key, answer);
    return answer;
  }
}
