/**
 * Remembers what `wordSimilarity` said of a word of a query and a word of the index: the candidates of one
 * query share their words, since it was by those words that they were found.
 *
 *   (query, place of the word) + word id -> slot | key | id | similarity | relation |      a later pair
 *                                                                                          takes the slot
 */
const SLOTS = 1024;
/** Places of words that one query may have. */
const PLACES = 32;
const MOST_QUERIES = 2 ** 26;

const keys = new Int32Array(SLOTS);
const ids = new Int32Array(SLOTS).fill(-1);
const similarities = new Float64Array(SLOTS);
const relations = new Uint8Array(SLOTS);
let queries = 0;

/** A number for a query whose pairs are to be remembered; 0 stands for none. */
export function nextQuery(): number {
  if (++queries === MOST_QUERIES) {
    queries = 1;
    ids.fill(-1);
  }
  return queries;
}

/** Where the pair stands, or would stand. */
export function pairSlot(query: number, place: number, id: number): number {
  return (Math.imul(id, 0x9e3779b1) ^ Math.imul(query * PLACES + place, 0x85ebca6b)) >>> 22;
}

export function isRemembered(slot: number, query: number, place: number, id: number): boolean {
  return ids[slot] === id && keys[slot] === query * PLACES + place;
}

export function remember(
  slot: number,
  query: number,
  place: number,
  id: number,
  similarity: number,
  relation: number,
): void {
  keys[slot] = query * PLACES + place;
  ids[slot] = id;
  similarities[slot] = similarity;
  relations[slot] = relation;
}

export function similarityAt(slot: number): number {
  return similarities[slot] as number;
}

export function relationAt(slot: number): number {
  return relations[slot] as number;
}
