import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** How much of a query a record keeps. */
export const recordModes = ['full', 'hashed', 'none'] as const;
export type RecordMode = (typeof recordModes)[number];

/** Through which operation a query came. */
export const askedThrough = ['single', 'batch', 'bom'] as const;

export const dispositionDecisions = ['true-match', 'false-positive', 'escalate'] as const;
export type DispositionDecision = (typeof dispositionDecisions)[number];

const common = { id: z.string(), at: z.iso.datetime(), caller: z.string() };

export const screeningHeadSchema = z.object({
  kind: z.literal('screening'),
  ...common,
  mode: z.enum(['full', 'hashed']),
  through: z.enum(askedThrough),
  reference: z.string().optional(),
  asOf: z.string(),
  outcome: z.enum(['match', 'possible-match', 'no-match']),
  /** Ids of the parties that the answer names as matches. */
  parties: z.array(z.string()),
  catalogue: z.object({ version: z.string(), sha256: z.string() }),
  affiliatesRule: z.string(),
  /** Version of the program that answered. */
  program: z.string(),
  /** SHA-256 of coverage and disclaimer, which stand in the table `statement`. */
  statement: z.string(),
});
export type ScreeningHead = z.infer<typeof screeningHeadSchema>;

export const dispositionHeadSchema = z.object({
  kind: z.literal('disposition'),
  ...common,
  screening: z.string(),
  party: z.string(),
  decision: z.enum(dispositionDecisions),
  reason: z.string(),
  by: z.string(),
  /** The query that it is remembered for, hashed. */
  queryKey: z.string(),
  /** The names and designations that the party then had, hashed. */
  fingerprint: z.string(),
  /** Of one that was written again because the record of it was removed by age: when it was decided. */
  decidedAt: z.iso.datetime().optional(),
});
export type DispositionHead = z.infer<typeof dispositionHeadSchema>;

const keyHeadSchema = z.object({
  kind: z.literal('key'),
  ...common,
  event: z.enum(['created', 'revoked']),
  key: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
});

const checkpointHeadSchema = z.object({
  kind: z.literal('checkpoint'),
  ...common,
  /** The last record that was removed, and its hash: the chain goes on from there. */
  through: z.int(),
  hash: z.string(),
  removed: z.int(),
  /** Records older than this were removed. */
  before: z.iso.datetime(),
});

export const headSchema = z.discriminatedUnion('kind', [
  screeningHeadSchema,
  dispositionHeadSchema,
  keyHeadSchema,
  checkpointHeadSchema,
]);
export type RecordHead = z.infer<typeof headSchema>;

/**
 * What the chain hashes of a record: a head, one line of JSON, and for a screening
 * a body of two more lines, the query and the answer.
 *
 *     {"kind":"screening","id":"scr_…","at":…}     head
 *     {"name":"Hikvison","limit":10}               query
 *     {"id":"scr_…","outcome":"match",…}           answer, without coverage and disclaimer
 *
 * JSON holds no line breaks of its own, so the lines cannot run into each other.
 */
export interface Entry {
  readonly head: string;
  readonly body: string | null;
}

/** An entry of a head and, for a screening, query and answer as JSON. */
export function entryOf(head: RecordHead, query?: string, answer?: string): Entry {
  return { head: JSON.stringify(head), body: query === undefined ? null : `${query}\n${answer}` };
}

/** The text of an entry, as it is hashed. */
export function entryText({ head, body }: Entry): string {
  return body === null ? head : `${head}\n${body}`;
}

/** The head in its text. @throws SyntaxError or ZodError where it is none */
export function readHead(text: string): RecordHead {
  return headSchema.parse(JSON.parse(text));
}

/** Query and answer of a screening's body, as JSON. */
export function readBody(body: string): { query: string; answer: string } {
  const end = body.indexOf('\n');
  return { query: body.slice(0, end), answer: body.slice(end + 1) };
}

/** A new id for a record that is no screening; it sorts by time, as those of screenings do. */
export function recordId(prefix: string, now: Date): string {
  return `${prefix}_${now.getTime().toString(16).padStart(12, '0')}${randomBytes(8).toString('hex')}`;
}
