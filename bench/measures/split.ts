import { hash32 } from '../random.ts';

export type Half = 'dev' | 'test';

/**
 * On which half of the data an entity lies: thresholds are set on `dev` and
 * results reported on `test`. By entity, never by name: two spellings of one
 * company on both sides would let the thresholds see the answers.
 *
 * @param entity a key that all names of the entity share
 */
export function halfOf(entity: string): Half {
  return hash32(`half ${entity}`) % 2 === 0 ? 'dev' : 'test';
}
