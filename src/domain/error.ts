/** One thing that is wrong, and where: a field path, a file with line, a record. */
export interface Complaint {
  readonly path: string;
  readonly message: string;
}

/**
 * Every error that Redflag raises on purpose: a stable code, the HTTP status that
 * a service answers with, and a title. `docs/errors.md` has a row for each.
 */
export const errorCodes = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'headers-too-large': { status: 431, title: 'The address or the headers are too large' },
  internal: { status: 500, title: 'The service failed' },
  unavailable: { status: 503, title: 'The service is not ready' },
  'invalid-list': { status: 422, title: 'The list file was refused' },
  'invalid-seeds': { status: 500, title: 'The curated list has errors' },
  'invalid-configuration': { status: 500, title: 'The configuration is not valid' },
  'invalid-catalogue': { status: 500, title: 'The catalogue cannot be used' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** The one class of deliberate errors. `detail` is a sentence that says what, where and what to do. */
export class RedflagError extends Error {
  readonly code: ErrorCode;
  readonly complaints: readonly Complaint[];

  constructor(
    code: ErrorCode,
    detail: string,
    complaints: readonly Complaint[] = [],
    cause?: unknown,
  ) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'RedflagError';
    this.code = code;
    this.complaints = complaints;
  }
}
