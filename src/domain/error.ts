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
  unauthorized: { status: 401, title: 'A valid API key is needed' },
  forbidden: { status: 403, title: 'The API key does not allow this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'request-timeout': { status: 408, title: 'The request did not arrive in time' },
  'not-replayable': { status: 410, title: 'The screening cannot be answered again' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The address or the headers are too large' },
  internal: { status: 500, title: 'The service failed' },
  unavailable: { status: 503, title: 'The service is not ready' },
  overloaded: { status: 503, title: 'The service has too much to do' },
  'records-unavailable': { status: 503, title: 'Screenings cannot be recorded' },
  'invalid-list': { status: 422, title: 'The list file was refused' },
  'invalid-bom': { status: 400, title: 'The bill of materials cannot be read' },
  'invalid-policy': { status: 400, title: 'The policy file has errors' },
  'invalid-seeds': { status: 500, title: 'The curated list has errors' },
  'invalid-configuration': { status: 500, title: 'The configuration is not valid' },
  'invalid-records': { status: 500, title: 'The records cannot be used' },
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
