import { RedflagError } from '../../../domain/error.ts';
import { formatProblem } from '../../problem.ts';

/**
 * The whole file is refused: nothing of it can be trusted. What is wrong with a
 * single record is a problem, not a refusal.
 */
export function refuse(
  file: string,
  message: string,
  { line = null, cause }: { line?: number | null; cause?: unknown } = {},
): RedflagError {
  return new RedflagError(
    'invalid-list',
    formatProblem({ file, line, path: '', message }),
    [{ path: line === null ? file : `${file}:${line}`, message }],
    cause,
  );
}
