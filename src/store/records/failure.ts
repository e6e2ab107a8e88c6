import { RedflagError } from '../../domain/error.ts';

/** What SQLite and the system say when records cannot be written, in words. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_FULL|^ENOSPC|^SQLITE_IOERR_(WRITE|SHMSIZE|TRUNCATE)/,
    'the disk is full or cannot be written',
  ],
  [/^SQLITE_READONLY|^EROFS/, 'the file or its disk is read-only'],
  [/^SQLITE_(CANTOPEN|PERM|AUTH)|^EACCES|^EPERM|^ENOENT/, 'the file cannot be opened or made'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another process holds the file'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'the file is damaged'],
  [/^SQLITE_IOERR/, 'the disk fails'],
];

const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

/** Plain data, so that it can pass between threads. */
export interface RecordsFailure {
  readonly code: string;
  readonly message: string;
  readonly damaged: boolean;
}

export function failureOf(error: unknown): RecordsFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  return {
    code,
    message: reason === undefined ? message : `${reason} (${message})`,
    damaged: DAMAGED.test(code),
  };
}

/** The error of a request whose record could not be made durable. */
export function recordsUnavailable({ message }: RecordsFailure): RedflagError {
  return new RedflagError(
    'records-unavailable',
    `The screening could not be recorded, so it is not answered: ${message}. Ask again later.`,
  );
}

/** The error of a records.db that cannot be gone on with. */
export function invalidRecords(path: string, reason: string, cause?: unknown): RedflagError {
  return new RedflagError(
    'invalid-records',
    `${path} cannot be used: ${reason}. It is left as it is: restore a back-up over it, or move it ` +
      'away with its -wal and -shm (and keep them) to begin a new one; "redflag records verify" says more',
    [],
    cause,
  );
}
