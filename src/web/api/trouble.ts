import type { Problem } from './types.ts';

/** Why there is no answer, and what a reader can do about it. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly title: string;
  /** What to do, as a sentence. */
  readonly advice: string;
  readonly status: number | null;

  constructor(title: string, detail: string, advice: string, status: number | null = null) {
    super(detail);
    this.title = title;
    this.advice = advice;
    this.status = status;
  }

  /** Whether the service would answer one who gives a key. */
  get needsKey(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

export function unreachable(): Trouble {
  return new Trouble(
    'The service does not answer',
    'Nothing was screened: the answer to this question is unknown.',
    'See that Redflag runs and that this machine reaches it (npm start, or /health/live), then try again.',
  );
}

/** The trouble of an answer that is not 2xx. */
export function troubleOf(status: number, problem: Partial<Problem>): Trouble {
  const fields = (problem.errors ?? []).map(({ path, message }) =>
    path === '' ? message : `${path} ${message}`,
  );
  const detail = fields.length > 0 ? `${fields.join('; ')}.` : (problem.detail ?? '');
  return new Trouble(
    problem.title ?? `The service answered ${status}`,
    detail,
    adviceOf(status),
    status,
  );
}

/** Whatever was thrown, as a trouble. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof Trouble) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Trouble('The page has failed', detail, 'Load it anew.');
}

function adviceOf(status: number): string {
  if (status === 401 || status === 403) {
    return 'Give a key that may ask this; "redflag keys" on the machine of the service makes one.';
  }
  if (status === 404) return 'Check the address, or look for it by name above.';
  if (status === 413) return 'Send a smaller file, or use "redflag bom" on the command line.';
  if (status === 429 || status === 503)
    return 'The service is busy or not ready: wait a few seconds, then try again.';
  if (status >= 500) return 'Try again; if it stays so, the log of the service says why.';
  return 'Mend what is named here, then try again.';
}
