import { emptySequence, readName, startsWith, type Vocabulary } from '../../names/index.ts';
import { type IndexArrays, LEGAL } from '../listed/index-arrays.ts';

const sequence = emptySequence();

/**
 * Names that hold every word of `text`, the last one as a beginning: "bank of ch". A plain pass over the
 * words of the listed names (0.3 ms for 60,000) that needs no index and misses nothing.
 */
export function candidatesFor(
  arrays: IndexArrays,
  listedCount: number,
  vocabulary: Vocabulary,
  text: string,
  limit: number,
): { name: number }[] {
  readName(text, true, vocabulary, false, sequence);
  const { count } = sequence;
  if (count === 0) return [];
  // By word id: which words of the query it may stand for, as bits.
  const stands = new Uint32Array(vocabulary.table.size);
  const { start, bytes } = vocabulary.table;
  for (let id = 0; id < stands.length; id++) {
    const from = start[id] as number;
    const size = (start[id + 1] as number) - from;
    for (let i = 0; i < count; i++) {
      const wordFrom = sequence.start[i] as number;
      const wordSize = (sequence.end[i] as number) - wordFrom;
      if (size < wordSize || !startsWith(bytes, from, sequence.bytes, wordFrom, wordSize)) continue;
      stands[id] = (stands[id] as number) | (1 << i);
    }
  }
  const all = count === 32 ? -1 : (1 << count) - 1;
  const found: { name: number }[] = [];
  const { nameStart, nameWords } = arrays;
  for (let name = 0; name < listedCount && found.length < limit; name++) {
    let held = 0;
    for (let at = nameStart[name] as number; at < (nameStart[name + 1] as number); at++) {
      const word = nameWords[at] as number;
      if (word < LEGAL) held |= stands[word] as number;
    }
    if ((held & all) === all) found.push({ name });
  }
  return found;
}
