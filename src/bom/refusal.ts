import { RedflagError } from '../domain/error.ts';
import { type Place, placeWords } from './place.ts';

/**
 * The error for a bill of materials that cannot be read: file, place, what is
 * wrong and what to do.
 */
export function refuse(place: Place, message: string, cause?: unknown): RedflagError {
  const { file: _, ...inside } = place;
  const path = placeWords({ file: '', ...inside })
    .replace(/^:/, 'line ')
    .trim();
  return new RedflagError(
    'invalid-bom',
    `${placeWords(place)}: ${message}`,
    [{ path, message }],
    cause,
  );
}

/** The error for a file beyond a limit. */
export function tooLarge(place: Place, message: string): RedflagError {
  return new RedflagError('too-large', `${placeWords(place)}: ${message}`, [{ path: '', message }]);
}
