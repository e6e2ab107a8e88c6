import { PassThrough, pipeline, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RedflagError } from '../../domain/error.ts';
import { parseJson } from '../json-body.ts';
import { BATCH_CHUNK, BATCH_READ_AHEAD, BATCH_SLICE, QUERY_BODY_LIMIT } from '../limits.ts';
import type { BatchAnswers, ItemAnswer } from './batch-item.ts';
import { isBlank, type Line, LineSplitter } from './ndjson.ts';

/** The answers to the items of an array, as a stream of one JSON array. */
export function answerArray(answers: BatchAnswers, items: readonly unknown[]): Readable {
  return asBody(arrayChunks(answers, items));
}

async function* arrayChunks(answers: BatchAnswers, items: readonly unknown[]) {
  function* pieces(): Generator<Piece> {
    for (const [index, item] of items.entries()) {
      yield { before: index === 0 ? '' : ',', answer: answers.answer(item, { index }), after: '' };
    }
  }
  yield '[';
  yield* inChunks(answers, pieces());
  yield ']';
}

/**
 * The answers to the lines of a stream, a line each, in their order.
 *
 *     request -> read ahead (bounded) -> lines -> answers -> response
 *
 * Nothing is taken from the read-ahead before the client has taken the answers
 * to what came before, and when it is full nothing more is read from the socket.
 */
export function answerLines(answers: BatchAnswers, body: Readable): Readable {
  const ahead = new PassThrough({ highWaterMark: BATCH_READ_AHEAD });
  // A client that goes away destroys `ahead`, and with it the answering below.
  pipeline(body, ahead, () => {});
  return asBody(lineChunks(answers, ahead));
}

async function* lineChunks(
  answers: BatchAnswers,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<string> {
  const splitter = new LineSplitter(QUERY_BODY_LIMIT);
  const items = new ItemCounter();
  // Answers are sent when a chunk is worked off, so that a client may also send one line and wait.
  for await (const chunk of chunks)
    yield* inChunks(answers, linePieces(answers, splitter.push(chunk), items));
  yield* inChunks(answers, linePieces(answers, splitter.end(), items));
}

class ItemCounter {
  #next = 0;

  take(): number {
    this.#next += 1;
    return this.#next - 1;
  }
}

function* linePieces(
  answers: BatchAnswers,
  lines: Iterable<Line>,
  items: ItemCounter,
): Generator<Piece> {
  for (const { number: line, bytes } of lines) {
    if (bytes !== null && isBlank(bytes)) continue;
    const place = { index: items.take(), line };
    const answer =
      bytes === null ? answers.refuse(tooLong(), place) : answerLine(answers, bytes, place);
    yield { before: '', answer, after: '\n' };
  }
}

function answerLine(answers: BatchAnswers, bytes: Buffer, place: { index: number; line: number }) {
  let item: unknown;
  try {
    item = parseJson(bytes);
  } catch (error) {
    return answers.refuse(error, place);
  }
  return answers.answer(item, place);
}

function tooLong(): RedflagError {
  return new RedflagError('too-large', `A line may have at most ${QUERY_BODY_LIMIT} bytes.`);
}

/** An answer in its place in the body. */
interface Piece {
  readonly before: string;
  readonly answer: ItemAnswer;
  readonly after: string;
}

/**
 * Joins answers into chunks for the socket, each sent when its records are on the
 * disk, and lets other requests run between them. While one chunk is being
 * written, the next one is answered.
 */
async function* inChunks(answers: BatchAnswers, pieces: Iterable<Piece>): AsyncGenerator<string> {
  let chunk = new Chunk();
  let writing: Chunk | null = null;
  await nextSlice();
  let pause = performance.now() + BATCH_SLICE;
  for (const piece of pieces) {
    chunk.add(piece);
    if (chunk.length < BATCH_CHUNK && performance.now() < pause) continue;
    chunk.record(answers);
    if (writing !== null) yield await writing.text();
    writing = chunk;
    chunk = new Chunk();
    await answers.room();
    await nextSlice();
    pause = performance.now() + BATCH_SLICE;
  }
  chunk.record(answers);
  if (writing !== null) yield await writing.text();
  // However quickly it was answered, a batch that goes beyond its allowance takes as long as that takes to come back.
  await answers.room();
  if (chunk.length > 0) yield await chunk.text();
}

let lastSlice: Promise<void> = Promise.resolve();

/**
 * Resolves when this batch may answer for a slice of time: one batch in each turn
 * of the event loop, however many there are, so that a single query waits for one
 * slice and not for fifty.
 */
function nextSlice(): Promise<void> {
  lastSlice = lastSlice.then(() => nextTurn());
  return lastSlice;
}

/** Answers that are sent together. */
class Chunk {
  readonly #pieces: Piece[] = [];
  #durable: Promise<unknown> | undefined;
  length = 0;

  add(piece: Piece): void {
    this.#pieces.push(piece);
    this.length += piece.answer.text.length;
  }

  /** Begins to wait for its records. Resolves to what hindered them, if anything did. */
  record(answers: BatchAnswers): void {
    this.#durable = answers.durable().then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  /** What may be sent: the answers, or where they could not be recorded a problem in place of each. */
  async text(): Promise<string> {
    const error = await this.#durable;
    const texts = this.#pieces.map(
      ({ before, answer, after }) =>
        `${before}${error === undefined ? answer.text : answer.refusal(error)}${after}`,
    );
    return texts.join('');
  }
}

function asBody(chunks: AsyncIterable<string>): Readable {
  return Readable.from(chunks, { objectMode: false, highWaterMark: BATCH_CHUNK });
}
