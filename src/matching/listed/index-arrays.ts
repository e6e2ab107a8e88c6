import { type FlatArray, type FlatBuffers, packArrays, unpackArrays } from './flat-buffers.ts';

/**
 * Everything an index knows, in flat arrays.
 *
 *   wordSlots, wordStart, wordBytes      the vocabulary (names/letters/word-table.ts)
 *   wordClass, wordGroup, wordWeight, wordLetters        by word id
 *   nameStart -> nameWords               a name's word ids; LEGAL | code for a legal form
 *   nameHash, nameTotal, nameParty, nameKind             by name ordinal
 *   otherNameOf                          names after the listed ones -> the listed name that holds them
 *   postingStart -> postingNames         word id -> names in which the word is essential
 *   bucketStart -> bucketWords           fuzzy keys -> word ids
 *   exact, joined, beginning (Head, Next)           hash chains -> names
 *   acronymStart -> acronymKeys          a name's keys by its initials (acronyms.ts)
 *   acronymHead, acronymNext -> acronymNames        hash chains of these keys -> their names
 *   prefix, suffix (Order, Keys)         word ids in the order of their first or last letters (word-order.ts)
 */
export interface IndexArrays {
  wordSlots: Int32Array;
  wordStart: Uint32Array;
  wordBytes: Uint8Array;
  wordClass: Uint8Array;
  wordGroup: Int32Array;
  wordWeight: Float32Array;
  wordLetters: Int32Array;
  nameStart: Uint32Array;
  nameWords: Uint32Array;
  nameHash: Uint32Array;
  nameTotal: Float32Array;
  nameParty: Uint32Array;
  nameKind: Uint8Array;
  otherNameOf: Uint32Array;
  postingStart: Uint32Array;
  postingNames: Uint32Array;
  bucketStart: Uint32Array;
  bucketWords: Uint32Array;
  exactHead: Int32Array;
  exactNext: Int32Array;
  joinedHead: Int32Array;
  joinedNext: Int32Array;
  beginningHead: Int32Array;
  beginningNext: Int32Array;
  acronymStart: Uint32Array;
  acronymKeys: Uint32Array;
  acronymNames: Uint32Array;
  acronymHead: Int32Array;
  acronymNext: Int32Array;
  prefixOrder: Uint32Array;
  prefixKeys: Uint32Array;
  suffixOrder: Uint32Array;
  suffixKeys: Uint32Array;
}

/** Marks a legal form among the words of a name. */
export const LEGAL = 0x80000000;
/** Bits of nameKind beside the code of the kind (0..7). */
export const WEAK = 0x10;
export const CUT = 0x20;
/** How the name came from another script takes the two bits from here on. */
export const FOREIGN_SHIFT = 6;

/** An index as it is saved; `version` guards against arrays of another layout. */
export interface IndexBuffers extends FlatBuffers {
  version: number;
}

/** Raised whenever the arrays or the meaning of a hash in them change. */
export const INDEX_VERSION = 6;

export class IndexVersionError extends Error {
  readonly code = 'INDEX_VERSION';
  constructor(found: number) {
    super(`saved index has version ${found}, this program reads ${INDEX_VERSION}: build it again`);
    this.name = 'IndexVersionError';
  }
}

export function packIndex(arrays: IndexArrays): IndexBuffers {
  return { version: INDEX_VERSION, ...packArrays({ ...arrays }) };
}

export function unpackIndex(buffers: IndexBuffers): IndexArrays {
  if (buffers.version !== INDEX_VERSION) throw new IndexVersionError(buffers.version);
  const found = unpackArrays(buffers);
  const take = <T extends FlatArray>(name: keyof IndexArrays): T => {
    const array = found.get(name);
    if (array === undefined) throw new IndexVersionError(buffers.version);
    return array as T;
  };
  return {
    wordSlots: take('wordSlots'),
    wordStart: take('wordStart'),
    wordBytes: take('wordBytes'),
    wordClass: take('wordClass'),
    wordGroup: take('wordGroup'),
    wordWeight: take('wordWeight'),
    wordLetters: take('wordLetters'),
    nameStart: take('nameStart'),
    nameWords: take('nameWords'),
    nameHash: take('nameHash'),
    nameTotal: take('nameTotal'),
    nameParty: take('nameParty'),
    nameKind: take('nameKind'),
    otherNameOf: take('otherNameOf'),
    postingStart: take('postingStart'),
    postingNames: take('postingNames'),
    bucketStart: take('bucketStart'),
    bucketWords: take('bucketWords'),
    exactHead: take('exactHead'),
    exactNext: take('exactNext'),
    joinedHead: take('joinedHead'),
    joinedNext: take('joinedNext'),
    beginningHead: take('beginningHead'),
    beginningNext: take('beginningNext'),
    acronymStart: take('acronymStart'),
    acronymKeys: take('acronymKeys'),
    acronymNames: take('acronymNames'),
    acronymHead: take('acronymHead'),
    acronymNext: take('acronymNext'),
    prefixOrder: take('prefixOrder'),
    prefixKeys: take('prefixKeys'),
    suffixOrder: take('suffixOrder'),
    suffixKeys: take('suffixKeys'),
  };
}
