import {
  areOpposites,
  editCost,
  lastRelation,
  mayBeAlike,
  OTHER_SCRIPT,
  RELATION,
  startsWith,
  WORD_CLASS,
  wordSimilarity,
} from '../../names/index.ts';
import type { NameForm } from '../listed/name-form.ts';
import {
  isRemembered,
  pairSlot,
  relationAt,
  remember,
  similarityAt,
} from '../listed/word-pairs.ts';

/**
 * Pairs the words of two names, best pairs first, each word once.
 *
 *        hangzhou  hikvison  digital  technolgy
 *            |         |        |         |          greedy by similarity x weight: with a handful of
 *        hangzhou  hikvision digital technology      words this equals the optimal assignment in practice
 *
 * A pair may span two or three words on one side ("fiber home" = "fiberhome").
 */
export interface Alignment {
  count: number;
  a: Uint8Array;
  aSpan: Uint8Array;
  b: Uint8Array;
  bSpan: Uint8Array;
  similarity: Float32Array;
  relation: Uint8Array;
  /** Weight of the pair, both sides together. */
  weight: Float32Array;
  /** Bit i: word i has a partner. */
  usedA: number;
  usedB: number;
}

const MAX_PAIRS = 32;
const MAX_EDGES = 256;
/** Pairs below this are two words, not one misspelt. */
const LEAST_SIMILARITY = 0.6;

export function emptyAlignment(): Alignment {
  return {
    count: 0,
    a: new Uint8Array(MAX_PAIRS),
    aSpan: new Uint8Array(MAX_PAIRS),
    b: new Uint8Array(MAX_PAIRS),
    bSpan: new Uint8Array(MAX_PAIRS),
    similarity: new Float32Array(MAX_PAIRS),
    relation: new Uint8Array(MAX_PAIRS),
    weight: new Float32Array(MAX_PAIRS),
    usedA: 0,
    usedB: 0,
  };
}

const edgeA = new Uint8Array(MAX_EDGES);
const edgeB = new Uint8Array(MAX_EDGES);
const edgeASpan = new Uint8Array(MAX_EDGES);
const edgeBSpan = new Uint8Array(MAX_EDGES);
const edgeSimilarity = new Float32Array(MAX_EDGES);
const edgeRelation = new Uint8Array(MAX_EDGES);
const edgeWeight = new Float32Array(MAX_EDGES);
const edgeValue = new Float32Array(MAX_EDGES);
const edgeOrder = new Uint16Array(MAX_EDGES);
let edges = 0;

export function align(a: NameForm, b: NameForm, into: Alignment): void {
  edges = 0;
  for (let i = 0; i < a.count; i++) for (let j = 0; j < b.count; j++) pairWords(a, i, b, j);
  joinWords(a, b, false);
  joinWords(b, a, true);
  sortEdges();
  into.count = 0;
  into.usedA = 0;
  into.usedB = 0;
  for (let e = 0; e < edges && into.count < MAX_PAIRS; e++) {
    const edge = edgeOrder[e] as number;
    const maskA = spanMask(edgeA[edge] as number, edgeASpan[edge] as number);
    const maskB = spanMask(edgeB[edge] as number, edgeBSpan[edge] as number);
    if ((into.usedA & maskA) !== 0 || (into.usedB & maskB) !== 0) continue;
    into.usedA |= maskA;
    into.usedB |= maskB;
    const at = into.count++;
    into.a[at] = edgeA[edge] as number;
    into.aSpan[at] = edgeASpan[edge] as number;
    into.b[at] = edgeB[edge] as number;
    into.bSpan[at] = edgeBSpan[edge] as number;
    into.similarity[at] = edgeSimilarity[edge] as number;
    into.relation[at] = edgeRelation[edge] as number;
    into.weight[at] = edgeWeight[edge] as number;
  }
}

function spanMask(at: number, span: number): number {
  return ((1 << span) - 1) << at;
}

function addEdge(
  i: number,
  iSpan: number,
  j: number,
  jSpan: number,
  similarity: number,
  relation: number,
  weight: number,
): void {
  if (edges === MAX_EDGES) return;
  edgeA[edges] = i;
  edgeASpan[edges] = iSpan;
  edgeB[edges] = j;
  edgeBSpan[edges] = jSpan;
  edgeSimilarity[edges] = similarity;
  edgeRelation[edges] = relation;
  edgeWeight[edges] = weight;
  // Words at like places first, where a word occurs twice.
  edgeValue[edges] = similarity * weight - 0.0001 * Math.abs(i - j);
  edges++;
}

/** Insertion sort by value: there are a handful of edges, nearly in order. */
function sortEdges(): void {
  for (let e = 0; e < edges; e++) {
    let at = e;
    const value = edgeValue[e] as number;
    while (at > 0 && (edgeValue[edgeOrder[at - 1] as number] as number) < value) {
      edgeOrder[at] = edgeOrder[at - 1] as number;
      at--;
    }
    edgeOrder[at] = e;
  }
}

function pairWords(a: NameForm, i: number, b: NameForm, j: number): void {
  const weightA = a.weight[i] as number;
  const weightB = b.weight[j] as number;
  const aFrom = a.start[i] as number;
  const aTo = a.end[i] as number;
  const bFrom = b.start[j] as number;
  const bTo = b.end[j] as number;
  const n = aTo - aFrom;
  const m = bTo - bFrom;
  const lettersA = a.letters[i] as number;
  const lettersB = b.letters[j] as number;
  // What letters a word has lies at hand; its bytes are looked at only where these leave it open.
  const difference = lettersA ^ lettersB;
  if (difference === 0 && n === m && startsWith(a.bytes, aFrom, b.bytes, bFrom, n)) {
    addEdge(i, 1, j, 1, 1, RELATION.equal, weightA + weightB);
    return;
  }
  const classA = a.wordClass[i] as number;
  const classB = b.wordClass[j] as number;
  const groupA = a.group[i] as number;
  const lesser = weightA < weightB ? weightA : weightB;
  const oneGroup = groupA !== 0 && groupA === b.group[j];
  // Given names of one group ("Mykola", "Nikolai") are compared by their letters first: most differ in few.
  const isName = classA === WORD_CLASS.core && ((a.foreign ^ b.foreign) & OTHER_SCRIPT) === 0;
  if (oneGroup && !isName) {
    const relation = classA === WORD_CLASS.number ? RELATION.number : RELATION.abbreviation;
    addEdge(i, 1, j, 1, 0.96, relation, weightA + weightB);
    return;
  }
  if (classA === WORD_CLASS.number || classB === WORD_CLASS.number) return;
  // "Northern" is not "Southern" misspelt.
  if (classA === WORD_CLASS.geographic && classB === classA) return;
  if (areOpposites(a.id[i] as number, b.id[j] as number)) return;
  const mayBegin = (difference & (n < m ? lettersA : lettersB)) === 0;
  const sameFirst = mayBegin && a.bytes[aFrom] === b.bytes[bFrom];
  if (n === 1 || m === 1) {
    if (sameFirst) addEdge(i, 1, j, 1, 0.8, RELATION.initial, 2 * lesser);
    return;
  }
  if (mayBeAlike(difference, n, m)) {
    // The word of a query against one of the index has been compared for another candidate, most likely.
    const asked = a.query !== 0;
    const query = asked ? a.query : b.query;
    const place = asked ? i : j;
    const id = (asked ? b.id[j] : a.id[i]) as number;
    const slot = pairSlot(query, place, id);
    let similarity: number;
    let relation: number;
    if (query !== 0 && id >= 0 && isRemembered(slot, query, place, id)) {
      similarity = similarityAt(slot);
      relation = relationAt(slot);
    } else {
      similarity = wordSimilarity(a.bytes, aFrom, aTo, b.bytes, bFrom, bTo, difference);
      relation = lastRelation;
      if (query !== 0 && id >= 0) remember(slot, query, place, id, similarity, relation);
    }
    if (similarity >= LEAST_SIMILARITY) {
      addEdge(i, 1, j, 1, similarity, relation, 2 * lesser);
      return;
    }
  }
  if (oneGroup) {
    addEdge(i, 1, j, 1, 0.9, RELATION.abbreviation, weightA + weightB);
    return;
  }
  const shorter = n < m ? n : m;
  if (sameFirst && shorter >= 2 && startsWith(a.bytes, aFrom, b.bytes, bFrom, shorter)) {
    const last = n < m ? i === a.count - 1 : j === b.count - 1;
    const share = shorter / (n < m ? m : n);
    const similarity = last ? 0.62 + 0.35 * share : shorter >= 4 ? 0.5 + 0.45 * share : 0;
    if (similarity >= LEAST_SIMILARITY)
      addEdge(i, 1, j, 1, similarity, RELATION.truncation, 2 * lesser);
  }
}

const joined = new Uint8Array(512);

/** Adds the edges in which two or three neighbours of `many` make up one word of `one`. */
function joinWords(many: NameForm, one: NameForm, swapped: boolean): void {
  for (let i = 0; i + 1 < many.count; i++) {
    for (let span = 2; span <= 3 && i + span <= many.count; span++) {
      let size = 0;
      let weight = 0;
      // "works 7" is not "works" misspelt: a number or a single letter has to be met exactly.
      let exact = false;
      for (let k = i; k < i + span; k++) {
        const letters = (many.end[k] as number) - (many.start[k] as number);
        size += letters;
        weight += many.weight[k] as number;
        if (letters === 1 || many.wordClass[k] === WORD_CLASS.number) exact = true;
      }
      if (size > 100) break;
      let written = false;
      for (let j = 0; j < one.count; j++) {
        const from = one.start[j] as number;
        const to = one.end[j] as number;
        if (to - from < size - 1 || to - from > size + 1 || size < 3) continue;
        if (one.bytes[from] !== many.bytes[many.start[i] as number]) continue;
        if (!written) {
          let at = 0;
          for (let k = i; k < i + span; k++)
            for (let c = many.start[k] as number; c < (many.end[k] as number); c++)
              joined[at++] = many.bytes[c] as number;
          written = true;
        }
        const cost =
          size >= 6 && !exact ? editCost(joined, 0, size, one.bytes, from, to, 100) : 101;
        const equal = to - from === size && startsWith(joined, 0, one.bytes, from, size);
        if (!equal && cost > 100) continue;
        const similarity = equal ? 0.97 : 0.97 - (cost * 2.1) / (100 * (size + to - from));
        const pairWeight = weight + (one.weight[j] as number);
        if (swapped) addEdge(j, 1, i, span, similarity, RELATION.split, pairWeight);
        else addEdge(i, span, j, 1, similarity, RELATION.join, pairWeight);
      }
    }
  }
}
