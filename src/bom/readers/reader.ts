import type { ReadItem } from '../component.ts';
import type { BomInput } from '../input/input.ts';
import type { BomLimits } from '../limits.ts';

/** How a file is to be read. */
export interface ReadOptions {
  readonly limits: BomLimits;
  /** Which column gives a field, where a table's header does not say: field -> header or number from 1. */
  readonly columns?: ReadonlyMap<string, string>;
}

/**
 * Reads one format: lines with their places, one by one.
 *
 * @throws RedflagError `invalid-bom` that names file and place, `too-large`
 */
export type BomReader = (input: BomInput, options: ReadOptions) => AsyncIterable<ReadItem>;
