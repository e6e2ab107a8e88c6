import { otherNames } from '../../names/index.ts';
import type { ListedName } from '../types.ts';

/**
 * The listed names, and after them the further names that some of them hold: "X (formerly Y)" is found as X and as Y.
 *
 * @returns `otherNameOf`: for each name after the listed ones, the ordinal of the listed name that holds it
 */
export function withHeldNames(listed: readonly ListedName[]): {
  names: readonly ListedName[];
  otherNameOf: Uint32Array;
} {
  const others: ListedName[] = [];
  const holders: number[] = [];
  listed.forEach((name, ordinal) => {
    for (const { text } of otherNames(name.text)) {
      others.push({ ...name, text });
      holders.push(ordinal);
    }
  });
  return {
    names: others.length === 0 ? listed : [...listed, ...others],
    otherNameOf: Uint32Array.from(holders),
  };
}
