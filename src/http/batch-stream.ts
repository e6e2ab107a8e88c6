import { PassThrough, pipeline, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RedflagError } from '../domain/error.ts';
import type { BatchAnswers } from './batch-item.ts';
import { parseJson } from './json-body.ts';
import { BATCH_CHUNK, BATCH_READ_AHEAD, BATCH_SLICE, QUERY_BODY_LIMIT } from './limits.ts';
import { isBlank, type Line, LineSplitter } from './ndjson.ts';

/** The answers to the items of an array, as a stream of one JSON array. */
export function answerArray(answers: BatchAnswers, items: readonly unknown[]): Readable {
  return asBody(inChunks(arrayPieces(answers, items)));
}

function* arrayPieces(answers: BatchAnswers, items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) {
    yield index === 0 ? answers.answer(item, { index }) : `,${answers.answer(item, { index })}`;
  }
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
    yield* inChunks(linePieces(answers, splitter.push(chunk), items));
  yield* inChunks(linePieces(answers, splitter.end(), items));
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
): Generator<string> {
  for (const { number: line, bytes } of lines) {
    if (bytes !== null && isBlank(bytes)) continue;
    const place = { index: items.take(), line };
    yield `${bytes === null ? answers.refuse(tooLong(), place) : answerLine(answers, bytes, place)}\n`;
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

/** Joins pieces into chunks for the socket, and lets other requests run between them. */
async function* inChunks(pieces: Iterable<string>): AsyncGenerator<string> {
  let chunk = '';
  let pause = performance.now() + BATCH_SLICE;
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < BATCH_CHUNK && performance.now() < pause) continue;
    yield chunk;
    chunk = '';
    await nextTurn();
    pause = performance.now() + BATCH_SLICE;
  }
  if (chunk !== '') yield chunk;
}

function asBody(chunks: AsyncIterable<string>): Readable {
  return Readable.from(chunks, { objectMode: false, highWaterMark: BATCH_CHUNK });
}
