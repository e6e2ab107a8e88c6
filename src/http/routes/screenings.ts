import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { idSchema } from '../../domain/id.ts';
import {
  decisionSchema,
  describeDisposition,
  dispositionSchema,
  noScreening,
  outcomeSchema,
  type Recorder,
  Replayer,
  replaySchema,
  type VersionSource,
} from '../../screening/index.ts';
import type { RecordReader } from '../../store/records/index.ts';
import type { RouteOptions } from '../engine.ts';
import { QUERY_BODY_LIMIT } from '../limits.ts';
import { cursorAfter, nextSchema, pageParameters, readCursor } from './page.ts';
import { describeRecorded, describeSummary, recordedSchema, summarySchema } from './recorded.ts';
import { bodyProblems, idProblems, noParameters, problem, zodScope } from './route-scope.ts';

export interface ScreeningsOptions extends RouteOptions {
  /** Gives a catalogue version that was kept, to answer again from. */
  readonly versions: VersionSource;
}

const filters = {
  reference: z.string().max(128).optional(),
  outcome: outcomeSchema.optional(),
  party: idSchema.optional().describe('Id of a party that the answer names'),
  caller: z
    .string()
    .max(64)
    .optional()
    .describe('Id of an API key, `anonymous`, or `cli:` and a user'),
  catalogue: z
    .string()
    .max(64)
    .optional()
    .describe('Version of the catalogue that answered: what to ask again when a list was wrong'),
  from: z.iso.datetime().optional().describe('Answered at this time or later'),
  to: z.iso.datetime().optional().describe('Answered before this time'),
};

const params = z.object({
  id: z.string().meta({ examples: ['scr_01a202812254e1e7411693a92fe94208'] }),
});

/** Records of an export that are read at a time. */
const EXPORT_CHUNK = 100;
const NDJSON_TYPE = 'application/x-ndjson';

/** What was asked and answered: `GET /screenings`, one of them, its replay, the export, and decisions. */
export async function screeningsRoutes(scope: FastifyInstance, options: ScreeningsOptions) {
  const { engine, recorder, versions } = options;
  const routes = zodScope(scope);
  const replayer = new Replayer(versions);

  routes.route({
    method: 'GET',
    url: '/screenings',
    schema: {
      operationId: 'screenings',
      summary: 'Recorded screenings, the newest first',
      tags: ['records'],
      querystring: z.strictObject({ ...filters, ...pageParameters }),
      response: {
        200: z
          .object({ screenings: z.array(summarySchema), next: nextSchema })
          .meta({ id: 'RecordedScreenings' }),
        ...idProblems,
      },
    },
    handler: (request) => {
      const { cursor, limit, ...filter } = request.query;
      const before =
        cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(readCursor(cursor, /^\d{1,15}$/));
      const page = readerOf(recorder).page(filter, before, limit + 1);
      const last = page[limit - 1];
      return {
        screenings: page.slice(0, limit).map(describeSummary),
        next: page.length > limit && last ? cursorAfter(String(last.link.seq)) : null,
      };
    },
  });

  routes.route({
    method: 'GET',
    url: '/screenings/export',
    schema: {
      operationId: 'exportScreenings',
      summary: 'Recorded screenings as NDJSON, the oldest first',
      description:
        'A record a line: `sequence`, `hash`, and `head`, `query` and `answer` as they are hashed.',
      tags: ['records'],
      querystring: z.strictObject(filters),
      response: {
        200: {
          description: 'A record a line',
          content: { [NDJSON_TYPE]: { schema: exportLineSchema } },
        },
        ...idProblems,
      },
    },
    handler: (request, reply) => {
      const lines = readerOf(recorder).lines(request.query, EXPORT_CHUNK);
      return sendLines(reply, lines);
    },
  });

  routes.route({
    method: 'GET',
    url: '/screenings/:id',
    schema: {
      operationId: 'screening',
      summary: 'One recorded screening: query, answer, who asked, and what was decided on it',
      tags: ['records'],
      params,
      querystring: noParameters,
      response: { 200: recordedSchema, ...idProblems },
    },
    handler: (request, reply) => {
      const { id } = request.params;
      const dispositions = readerOf(recorder).dispositionsOn(id).map(describeDisposition);
      return send(reply, { ...describeRecorded(stored(recorder, id)), dispositions });
    },
  });

  routes.route({
    method: 'GET',
    url: '/screenings/:id/replay',
    schema: {
      operationId: 'replay',
      summary:
        'The same query answered again from the same catalogue version: is the answer the same?',
      tags: ['records'],
      params,
      querystring: noParameters,
      response: {
        200: replaySchema,
        410: problem('The catalogue version is gone, or only a hash of the query was kept'),
        ...idProblems,
      },
    },
    handler: (request) => replayer.replay(stored(recorder, request.params.id), engine()),
  });

  routes.route({
    method: 'POST',
    url: '/screenings/:id/dispositions',
    bodyLimit: QUERY_BODY_LIMIT,
    schema: {
      operationId: 'decide',
      summary: "Record a person's decision on a match",
      description:
        'It is shown as `decided` on later matches of that query and party, a false positive as ' +
        "`dispositioned` too, until the party's names or designations change. A later decision replaces it.",
      tags: ['records'],
      params,
      querystring: noParameters,
      body: decisionSchema,
      response: { 201: dispositionSchema, ...bodyProblems, ...idProblems },
    },
    handler: async (request, reply) => {
      const { params, body, caller } = request;
      const disposition = await recorder.decide(engine(), params.id, body, caller);
      return reply.code(201).send(disposition);
    },
  });
}

const exportLineSchema = z
  .object({
    sequence: z.int().min(1),
    hash: z.string(),
    head: z.record(z.string(), z.unknown()),
    query: z.unknown(),
    answer: z.unknown(),
  })
  .meta({ id: 'ExportedRecord' });

function readerOf(recorder: Recorder): RecordReader {
  if (recorder.records === null) throw noScreening('', null);
  return recorder.records.reader;
}

function stored(recorder: Recorder, id: string) {
  const found = readerOf(recorder).screening(id);
  if (found === undefined) throw noScreening(id, recorder.records);
  return found;
}

/** Sends what is stored as JSON and given back as it was: it is not parsed into types on the way. */
async function send(reply: FastifyReply, value: object): Promise<void> {
  await reply.send(value);
}

/** Sends a chunk, lets other requests run, sends the next as the client takes it. */
async function sendLines(reply: FastifyReply, chunks: Iterable<string>): Promise<void> {
  async function* paced() {
    for (const chunk of chunks) {
      yield chunk;
      await nextTurn();
    }
  }
  await reply.type(NDJSON_TYPE).send(Readable.from(paced(), { objectMode: false }));
}
