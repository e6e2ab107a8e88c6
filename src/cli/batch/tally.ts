import { RedflagError } from '../../domain/error.ts';
import type { Outcome } from '../../screening/answer.ts';
import { type FailLevel, reaches } from '../exit-status.ts';
import { counted } from '../text/words.ts';
import type { AnsweredRow } from './rows.ts';

const MS_PER_SECOND = 1000;

/** Counts what a batch finds. */
export class Tally {
  readonly #failOn: FailLevel;
  readonly #clock: () => number;
  readonly #started: number;
  readonly #outcomes = new Map<Outcome, number>();
  rows = 0;
  refused = 0;
  /** Rows at or above the fail level. */
  found = 0;

  /** @param clock milliseconds, monotonic */
  constructor(failOn: FailLevel, clock: () => number) {
    this.#failOn = failOn;
    this.#clock = clock;
    this.#started = clock();
  }

  count({ answer }: AnsweredRow): void {
    this.rows++;
    if (answer instanceof RedflagError) {
      this.refused++;
      return;
    }
    this.#outcomes.set(answer.outcome, (this.#outcomes.get(answer.outcome) ?? 0) + 1);
    if (reaches(answer, this.#failOn)) this.found++;
  }

  /** `12,000 rows, 8,412 rows/s`. */
  get progress(): string {
    const seconds = (this.#clock() - this.#started) / MS_PER_SECOND;
    const rate = Math.round(this.rows / Math.max(seconds, 1 / MS_PER_SECOND));
    return `${counted(this.rows, 'row', 'rows')}, ${rate.toLocaleString('en')} rows/s`;
  }

  get summary(): string {
    const of = (outcome: Outcome) => (this.#outcomes.get(outcome) ?? 0).toLocaleString('en');
    const refused = this.refused > 0 ? `, ${this.refused.toLocaleString('en')} not screened` : '';
    return `${this.progress}: ${of('match')} match, ${of('possible-match')} possible match, ${of('no-match')} no match${refused}`;
  }
}
