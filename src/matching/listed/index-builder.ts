import {
  baseVocabulary,
  emptySequence,
  letterMask,
  NAME_KINDS,
  powerOfTwo,
  readName,
  type Vocabulary,
} from '../../names/index.ts';
import type { ListedName } from '../types.ts';
import { acronymKeys as acronymsOf, hasAcronyms, READING_BITS } from './acronyms.ts';
import { withHeldNames } from './held-names.ts';
import { CUT, FOREIGN_SHIFT, type IndexArrays, LEGAL, WEAK } from './index-arrays.ts';
import { MOST_KEYS } from './name-form.ts';
import { wholeHashes } from './name-keys.ts';
import { weighWords } from './statistics.ts';
import { buildNeighbours } from './word-neighbours.ts';
import { orderWords } from './word-order.ts';

/**
 * A word is essential to a name, and filed under it, until the words after it (in falling weight) make up
 * less than this share of the name's weight: a name cannot score as possible by those alone.
 */
export const INESSENTIAL_SHARE = 0.4;

/** Builds the arrays of an index: read every name, weigh the words, then file the names. */
export function buildArrays(listed: readonly ListedName[]): IndexArrays {
  const { names, otherNameOf } = withHeldNames(listed);
  const vocabulary = baseVocabulary();
  const read = readNames(names, vocabulary);
  const { table } = vocabulary;
  const size = table.size;
  const wordWeight = weighWords(vocabulary, read.parties, read.partyCount);
  const wordLetters = new Int32Array(size);
  for (let id = 0; id < size; id++)
    wordLetters[id] = letterMask(
      table.bytes,
      table.start[id] as number,
      table.start[id + 1] as number,
    );
  const nameTotal = new Float32Array(names.length);
  const postings = filePostings(read, wordWeight, nameTotal, size);
  const { parties } = read;
  const neighbours = buildNeighbours(table, (id) => (parties[id] as number) > 0);
  const exact = chains(read.nameHash);
  const hashes = wholeHashes(read.nameStart, read.nameWords, vocabulary);
  const joined = chains(hashes.joined);
  const beginning = chains(hashes.beginning);
  const acronym = chains(read.acronymKeys, READING_BITS);
  const prefix = orderWords(vocabulary, parties, false);
  const suffix = orderWords(vocabulary, parties, true);
  const words = table.arrays();
  return {
    wordSlots: words.slots,
    wordStart: words.start,
    wordBytes: words.bytes,
    wordClass: vocabulary.wordClass.slice(0, size),
    wordGroup: vocabulary.group.slice(0, size),
    wordWeight,
    wordLetters,
    nameStart: read.nameStart,
    nameWords: read.nameWords,
    nameHash: read.nameHash,
    nameTotal,
    nameParty: read.nameParty,
    nameKind: read.nameKind,
    otherNameOf,
    ...postings,
    ...neighbours,
    exactHead: exact.head,
    exactNext: exact.next,
    joinedHead: joined.head,
    joinedNext: joined.next,
    beginningHead: beginning.head,
    beginningNext: beginning.next,
    acronymStart: read.acronymStart,
    acronymKeys: read.acronymKeys,
    acronymNames: read.acronymNames,
    acronymHead: acronym.head,
    acronymNext: acronym.next,
    prefixOrder: prefix.order,
    prefixKeys: prefix.keys,
    suffixOrder: suffix.order,
    suffixKeys: suffix.keys,
  };
}

interface ReadNames {
  nameStart: Uint32Array;
  nameWords: Uint32Array;
  nameHash: Uint32Array;
  nameParty: Uint32Array;
  nameKind: Uint8Array;
  acronymStart: Uint32Array;
  acronymKeys: Uint32Array;
  acronymNames: Uint32Array;
  /** By word id: how many parties hold the word. */
  parties: Uint32Array;
  partyCount: number;
}

function readNames(names: readonly ListedName[], vocabulary: Vocabulary): ReadNames {
  const nameStart = new Uint32Array(names.length + 1);
  let nameWords = new Uint32Array(names.length * 6 + 64);
  const nameHash = new Uint32Array(names.length);
  const acronymStart = new Uint32Array(names.length + 1);
  let acronymKeys = new Uint32Array(names.length * 2 + 64);
  let acronymNames = new Uint32Array(acronymKeys.length);
  let keyCount = 0;
  const nameParty = new Uint32Array(names.length);
  const nameKind = new Uint8Array(names.length);
  let parties = new Uint32Array(vocabulary.table.size + 1024);
  let lastParty = new Int32Array(parties.length).fill(-1);
  const sequence = emptySequence();
  const keys = new Uint32Array(MOST_KEYS);
  let at = 0;
  let partyCount = 0;
  let previousParty = -1;
  names.forEach((name, ordinal) => {
    const person = name.kind === 'person';
    readName(name.text, person, vocabulary, true, sequence);
    const size = sequence.count + sequence.legalCount;
    if (at + size > nameWords.length) nameWords = doubled(nameWords);
    while (vocabulary.table.size > parties.length) {
      const before = parties.length;
      parties = doubled(parties);
      lastParty = doubled(lastParty).fill(-1, before);
    }
    for (let i = 0; i < sequence.count; i++) {
      const id = sequence.id[i] as number;
      nameWords[at++] = id;
      // Names of a party follow one another in a catalogue; strays only count the word once more.
      if (lastParty[id] !== name.party) {
        lastParty[id] = name.party;
        parties[id] = (parties[id] as number) + 1;
      }
    }
    for (let i = 0; i < sequence.legalCount; i++)
      nameWords[at++] = (LEGAL | (sequence.legal[i] as number)) >>> 0;
    nameStart[ordinal + 1] = at;
    nameHash[ordinal] = sequence.hash;
    nameParty[ordinal] = name.party;
    nameKind[ordinal] =
      NAME_KINDS.indexOf(name.kind) |
      (name.type === 'weak-alias' ? WEAK : 0) |
      (sequence.cut > 0 ? CUT : 0) |
      (sequence.foreign << FOREIGN_SHIFT);
    if (hasAcronyms(name.kind)) {
      if (keyCount + MOST_KEYS > acronymKeys.length) {
        acronymKeys = doubled(acronymKeys);
        acronymNames = doubled(acronymNames);
      }
      const found = acronymsOf(name.text, sequence, vocabulary, keys);
      for (let k = 0; k < found; k++) {
        acronymKeys[keyCount] = keys[k] as number;
        acronymNames[keyCount++] = ordinal;
      }
    }
    acronymStart[ordinal + 1] = keyCount;
    if (name.party !== previousParty) partyCount++;
    previousParty = name.party;
  });
  return {
    nameStart,
    nameWords: nameWords.slice(0, at),
    nameHash,
    acronymStart,
    acronymKeys: acronymKeys.slice(0, keyCount),
    acronymNames: acronymNames.slice(0, keyCount),
    nameParty,
    nameKind,
    parties,
    partyCount,
  };
}

const PERSON = NAME_KINDS.indexOf('person');
const order = new Uint32Array(64);

/** Files each name under its essential words, and adds up its weights. */
function filePostings(
  read: ReadNames,
  weight: Float32Array,
  nameTotal: Float32Array,
  wordCount: number,
): { postingStart: Uint32Array; postingNames: Uint32Array } {
  const { nameStart, nameWords, nameKind } = read;
  const essential = new Uint8Array(nameWords.length);
  const postingStart = new Uint32Array(wordCount + 1);
  for (let name = 0; name < nameTotal.length; name++) {
    let count = 0;
    let total = 0;
    for (let at = nameStart[name] as number; at < (nameStart[name + 1] as number); at++) {
      const word = nameWords[at] as number;
      if (word >= LEGAL) continue;
      const wordWeight = weight[word] as number;
      total += wordWeight;
      let slot = count++;
      while (
        slot > 0 &&
        (weight[nameWords[order[slot - 1] as number] as number] as number) < wordWeight
      ) {
        order[slot] = order[slot - 1] as number;
        slot--;
      }
      order[slot] = at;
    }
    nameTotal[name] = total;
    let rest = total;
    // Of a person any one word may be all that is spelt out: "Putin, V. V."
    const least = ((nameKind[name] as number) & 0x0f) === PERSON ? 0 : INESSENTIAL_SHARE * total;
    for (let i = 0; i < count && rest >= least; i++) {
      const at = order[i] as number;
      const word = nameWords[at] as number;
      rest -= weight[word] as number;
      essential[at] = 1;
      postingStart[word + 1] = (postingStart[word + 1] as number) + 1;
    }
  }
  for (let word = 0; word < wordCount; word++)
    postingStart[word + 1] = (postingStart[word + 1] as number) + (postingStart[word] as number);
  const postingNames = new Uint32Array(postingStart[wordCount] as number);
  const next = postingStart.slice(0, wordCount);
  for (let name = 0; name < nameTotal.length; name++) {
    for (let at = nameStart[name] as number; at < (nameStart[name + 1] as number); at++) {
      if (essential[at] === 0) continue;
      const word = nameWords[at] as number;
      postingNames[next[word] as number] = name;
      next[word] = (next[word] as number) + 1;
    }
  }
  return { postingStart, postingNames };
}

/**
 * Chains the places of like hash: head[hash & mask] -> next -> next, -1 at the end. Hash 0 is left out.
 *
 * @param shift low bits that say nothing of where a hash is filed
 */
function chains(hashes: Uint32Array, shift = 0): { head: Int32Array; next: Int32Array } {
  const head = new Int32Array(powerOfTwo(hashes.length)).fill(-1);
  const next = new Int32Array(hashes.length).fill(-1);
  for (let name = hashes.length - 1; name >= 0; name--) {
    const hash = hashes[name] as number;
    if (hash === 0) continue;
    const slot = (hash >>> shift) & (head.length - 1);
    next[name] = head[slot] as number;
    head[slot] = name;
  }
  return { head, next };
}

function doubled<T extends Uint32Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
