import { RedflagError } from '../../domain/error.ts';
import { problemOf } from '../../http/failure/problem.ts';
import { serialiseInBatch } from '../../screening/serialise.ts';
import type { AnsweredRow } from './rows.ts';

/** The answers as `POST /screen/batch` gives them: an array, or one a line. */
export class JsonAnswer {
  readonly #instance: string;
  readonly #lines: boolean;
  #begun = false;

  /** @param instance the file, as problems name it */
  constructor(instance: string, lines: boolean) {
    this.#instance = instance;
    this.#lines = lines;
  }

  get opening(): string {
    return this.#lines ? '' : '[';
  }

  row({ answer, query, index, record }: AnsweredRow): string {
    const place = { index, line: record.line };
    const text =
      answer instanceof RedflagError
        ? JSON.stringify(problemOf(answer, this.#instance, query, place))
        : serialiseInBatch(answer);
    if (this.#lines) return `${text}\n`;
    const joint = this.#begun ? ',\n' : '\n';
    this.#begun = true;
    return joint + text;
  }

  get closing(): string {
    return this.#lines ? '' : '\n]\n';
  }
}
