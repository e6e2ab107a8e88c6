import { hash } from 'node:crypto';
import type { Coverage, Screening } from './answer.ts';

/** What answers share: coverage and disclaimer, as JSON and by its SHA-256. */
export interface Statement {
  /** `{"coverage":…,"disclaimer":…}` */
  readonly body: string;
  readonly hash: string;
  /** `body` as UTF-8, ready for the socket. */
  readonly bytes: Buffer;
}

/** Coverage is the same object for every unlimited query of a catalogue, and by far the longest part of an answer. */
const statements = new WeakMap<Coverage, Statement & { disclaimer: string }>();

/** Coverage and disclaimer of an answer, serialised and hashed once for each catalogue. */
export function statementOf({ coverage, disclaimer }: Screening): Statement {
  const known = statements.get(coverage);
  if (known?.disclaimer === disclaimer) return known;
  const body = JSON.stringify({ coverage, disclaimer });
  const bytes = Buffer.from(body);
  const statement = { body, bytes, hash: hash('sha256', body, 'hex'), disclaimer };
  statements.set(coverage, statement);
  return statement;
}

/** What is an answer's own, as JSON: all of it but coverage and disclaimer. */
export function serialiseOwn(screening: Screening): string {
  const { coverage: _, disclaimer: __, ...own } = screening;
  return JSON.stringify(own);
}

/** The whole answer from its own part and the statement, byte for byte what `JSON.stringify` gives. */
export function joinWhole(own: string, statement: string): string {
  return `${own.slice(0, -1)},${statement.slice(1)}`;
}

/** The whole answer as bytes: the statement is copied, and only what is an answer's own is encoded. */
export function joinBytes(own: string, statement: Buffer): Buffer {
  const head = Buffer.from(`${own.slice(0, -1)},`);
  return Buffer.concat([head, statement.subarray(1)]);
}

/** The answer as it stands in a batch: coverage only by version, no disclaimer; `GET /coverage` has both whole. */
export function joinInBatch(own: string, { coverage }: Screening): string {
  const { version, sha256 } = coverage.catalogue;
  return `${own.slice(0, -1)},"coverage":{"catalogue":{"version":"${version}","sha256":"${sha256}"}}}`;
}

/** The answer as JSON, with coverage and disclaimer serialised once for each catalogue. */
export function serialiseScreening(screening: Screening): string {
  return joinWhole(serialiseOwn(screening), statementOf(screening).body);
}

/** The answer as it stands in a batch, as JSON. */
export function serialiseInBatch(screening: Screening): string {
  return joinInBatch(serialiseOwn(screening), screening);
}
