import { CommanderError } from 'commander';
import { RedflagError } from '../domain/error.ts';

/** Field of a query -> the option that sets it, where it is not called the same. */
const OPTIONS: Readonly<Record<string, string>> = {
  name: 'NAME',
  a: 'A',
  b: 'B',
  lists: '--list',
  asOf: '--as-of',
};

/** What the system says about a file, in words. */
const FILE_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'may not be read or written by this user',
  EPERM: 'may not be read or written by this user',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below a file, not a folder',
  ENOSPC: 'cannot be written: the disk is full',
  EROFS: 'cannot be written: the file system is read-only',
};

/** The one line by which a command says why it could not do its work. */
export function failureLine(error: unknown): string {
  return `redflag: ${oneLine(reasonOf(error))}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof RedflagError) return deliberate(error);
  if (error instanceof CommanderError) return error.message.replace(/^error: /, '');
  if (!(error instanceof Error)) return `unexpected: ${String(error)}`;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : FILE_FAILURES[code];
  if (known !== undefined && path !== undefined) return `${path} ${known}`;
  return `unexpected: ${error.message} (LOG_LEVEL=debug shows where)`;
}

function deliberate(error: RedflagError): string {
  if (error.code !== 'invalid-request' || error.complaints.length === 0) return error.message;
  return complaintsInWords(error);
}

/** What is wrong with a query, by the options that a person gave: `--as-of: is not a day`. */
export function complaintsInWords(
  error: RedflagError,
  called: (field: string) => string = optionOf,
): string {
  const first = new Map<string, string>();
  for (const { path, message } of error.complaints) {
    const field = called(path.split('.', 1)[0] ?? path);
    // One reason a field is enough to mend it: an empty name is blank as well.
    if (!first.has(field)) first.set(field, message);
  }
  return [...first].map(([field, message]) => `${field}: ${message}`).join('; ');
}

function optionOf(field: string): string {
  return OPTIONS[field] ?? `--${field}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
