import { editCost, startsWith } from '../letters/distance.ts';
import { skeletonKey } from '../letters/keys.ts';
import type { WordTable } from '../letters/word-table.ts';

/**
 * Misspelt legal words: "LIIMTED LIABILITY", "Corporaton", "Lmtd". Read as distinctive words they would
 * outweigh the rest of the name. Words of the legal forms are filed under themselves without one letter
 * each; a stranger that shares such a string and is within one edit is taken for the legal word.
 */
const SHORTEST = 6;
const LONGEST = 24;
const SLOTS = 65536;
const consonants = new Uint8Array(64);
let table: WordTable;
let legalWords = 0;
let filed: Int32Array | undefined;

/** Takes the words 0..count of the vocabulary for legal ones; they are filed when a word is first asked about. */
export function fileLegalWords(words: WordTable, count: number): void {
  table = words;
  legalWords = count;
  filed = undefined;
}

/** Files the legal words of six letters and more. */
function fileWords(words: WordTable, count: number): Int32Array {
  const slots = new Int32Array(SLOTS).fill(-1);
  for (let id = 0; id < count; id++) {
    const from = words.start[id] as number;
    const to = words.start[id + 1] as number;
    if (to - from < SHORTEST || to - from > LONGEST || isArabic(words, from)) continue;
    const keys = fillKeys(words.bytes, from, to);
    for (let k = 0; k < keys; k++) {
      let slot = slotOf(hashes[k] as number);
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & (SLOTS - 1);
      slots[slot] = id;
    }
  }
  return slots;
}

/** "sharika" and its like are one letter from words of another meaning ("sharia"). */
function isArabic(words: WordTable, from: number): boolean {
  return words.bytes[from] === 115 && words.bytes[from + 1] === 104;
}

/** The id of the legal word that an unknown word was meant to be, or -1. */
export function meantLegalWord(bytes: Uint8Array, from: number, to: number): number {
  const size = to - from;
  if (size < 4 || size > LONGEST) return -1;
  filed ??= fileWords(table, legalWords);
  const keys = fillKeys(bytes, from, to);
  for (let k = 0; k < keys; k++) {
    let slot = slotOf(hashes[k] as number);
    for (;;) {
      const id = filed[slot] as number;
      if (id < 0) break;
      if (isMeant(bytes, from, to, id)) return id;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }
  return -1;
}

/** Whether the word is this legal word but for one edit, or is all of its consonants. */
function isMeant(bytes: Uint8Array, from: number, to: number, id: number): boolean {
  const wordFrom = table.start[id] as number;
  const wordTo = table.start[id + 1] as number;
  const size = to - from;
  if (Math.abs(wordTo - wordFrom - size) <= 1 && size >= SHORTEST - 1)
    return editCost(bytes, from, to, table.bytes, wordFrom, wordTo, 100) <= 100;
  const kept = skeletonKey(table.bytes, wordFrom, wordTo, consonants);
  return kept === size && startsWith(consonants, 0, bytes, from, size);
}

const BASE = 0x01000193;
const prefix = new Int32Array(LONGEST + 2);
const power = new Int32Array(LONGEST + 2);
power[0] = 1;
for (let i = 1; i < power.length; i++) power[i] = Math.imul(power[i - 1] as number, BASE);
const hashes = new Int32Array(LONGEST + 4);

/** Hashes of the word, of the word without each letter (see matching/listed/word-neighbours.ts), of its consonants. */
function fillKeys(bytes: Uint8Array, from: number, to: number): number {
  const n = to - from;
  for (let i = 0; i < n; i++)
    prefix[i + 1] = (Math.imul(prefix[i] as number, BASE) + (bytes[from + i] as number)) | 0;
  const whole = prefix[n] as number;
  let count = 0;
  hashes[count++] = whole;
  for (let i = 0; i < n; i++)
    hashes[count++] =
      (whole +
        Math.imul(
          ((prefix[i] as number) - (prefix[i + 1] as number)) | 0,
          power[n - i - 1] as number,
        )) |
      0;
  const kept = skeletonKey(bytes, from, to, consonants);
  if (kept >= 4 && kept < n) {
    let hash = 0;
    for (let i = 0; i < kept; i++) hash = (Math.imul(hash, BASE) + (consonants[i] as number)) | 0;
    hashes[count++] = hash;
  }
  return count;
}

function slotOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (SLOTS - 1);
}
