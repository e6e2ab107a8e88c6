import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type Ask,
  type BomFormat,
  bomFormats,
  contentTypes,
  evidenceRecord,
  examine,
  formatOf,
  formatWords,
  reportWriters,
  requestLimits,
  streamInput,
} from '../../bom/index.ts';
import { isoDateSchema } from '../../domain/date.ts';
import { activitySchema, consequenceSchema } from '../../domain/effect.ts';
import {
  coverageSchema,
  Pending,
  partyReferenceSchema,
  screenQuerySchema,
} from '../../screening/index.ts';
import { batchScreeningSchema } from '../batch/batch-routes.ts';
import type { RouteOptions } from '../engine.ts';
import { refusal } from '../failure/complaints.ts';
import { bodyProblems, zodScope, zodValidator } from './route-scope.ts';

/** Values of a parameter that may be repeated or joined by commas. */
function several<Item extends z.ZodType>(item: Item) {
  const parts = (given: unknown) =>
    [given].flat().flatMap((part) => (typeof part === 'string' ? part.split(/\s*,\s*/) : [part]));
  return z.preprocess(
    (given) => (given === undefined ? given : parts(given)),
    z.array(item).min(1).optional(),
  );
}

/** Formats in which the answer may be had: `evidence` is the record for paper, one HTML document. */
const answerTypes = {
  json: 'application/json; charset=utf-8',
  sarif: 'application/sarif+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  junit: 'application/xml; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  evidence: 'text/html; charset=utf-8',
} as const;
type AnswerFormat = keyof typeof answerTypes;
const answerFormats = Object.keys(answerTypes) as [AnswerFormat, ...AnswerFormat[]];

/** The reports, as the document names them. */
const reportContent = {
  'application/sarif+json': { schema: z.record(z.string(), z.unknown()) },
  'text/csv': { schema: z.string() },
  'application/xml': { schema: z.string() },
  'text/markdown': { schema: z.string() },
  'text/html': { schema: z.string() },
};

/** A report is made of what strangers wrote: a browser saves it and runs nothing in it. */
const REPORT_HEADERS = {
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
} as const;

const parametersSchema = z.strictObject({
  input: z
    .string()
    .refine((word) => formatOf(word) !== undefined, {
      message: `must be one of ${formatWords.join(', ')}`,
    })
    .optional()
    .describe('The format of the body, before its Content-Type'),
  file: z.string().min(1).max(255).default('bom').describe('What locations call the body'),
  columns: several(z.string().regex(/^[A-Za-z]+\d*=.+$/, 'must be field=header')).describe(
    'Which column of a table gives a field: manufacturer=Maker, or by number from 1',
  ),
  activity: several(activitySchema).describe('Default: every activity'),
  lists: several(z.string().min(1)),
  asOf: isoDateSchema.optional(),
  threshold: z.coerce.number().min(0).max(1).optional(),
  format: z
    .enum(answerFormats)
    .default('json')
    .describe(
      'Of the answer: `json` as documented here, or a report as the command line writes it',
    ),
});

const locationSchema = z.object({
  file: z.string(),
  line: z.int().optional().describe('Counts from 1, the header of a table included'),
  cell: z.string().optional(),
  sheet: z.string().optional(),
  pointer: z.string().optional().describe('RFC 6901 into JSON, a path of elements into XML'),
});

const kindSchema = z.enum(['match', 'possible-match', 'provenance', 'lead']);

/** Of an answer that stands in many findings already. */
const briefScreeningSchema = batchScreeningSchema
  .pick({ id: true, outcome: true, asOf: true, determinations: true })
  .extend({ wholeIn: z.string().describe('RFC 6901: the finding that has it whole') })
  .meta({ id: 'BriefScreening' });

const findingSchema = z
  .object({
    location: locationSchema,
    component: z.record(z.string(), z.union([z.string(), z.int()])),
    kind: kindSchema,
    role: z.enum(['maker', 'supplier', 'provenance']),
    consequence: consequenceSchema
      .nullable()
      .describe('The strongest for the activities asked about; null where nothing is determined'),
    waived: z.boolean(),
    waiver: z.record(z.string(), z.string()).nullable(),
    party: partyReferenceSchema,
    path: z.string(),
    matched: z.array(z.object({ field: z.string(), evidence: z.string() })),
    notes: z.array(z.string()),
    screening: z.union([batchScreeningSchema, briefScreeningSchema]),
  })
  .meta({ id: 'Finding' });

const counts = z.record(z.string(), z.int());

const summarySchema = z
  .object({
    examinedAt: z.iso.datetime(),
    asOf: isoDateSchema,
    components: z.int(),
    questions: z.int().describe('Distinct questions: a maker or part is asked about once'),
    findings: z.int(),
    failing: z.int().describe('At or above red-flag'),
    waived: z.int(),
    byConsequence: counts,
    byKind: counts,
    groups: z.array(
      z.object({
        party: partyReferenceSchema,
        kind: kindSchema,
        role: z.string(),
        consequence: consequenceSchema.nullable(),
        path: z.string(),
        waived: z.boolean(),
        findings: z.int(),
        locations: z.array(locationSchema),
      }),
    ),
    files: z.array(
      z.object({
        name: z.string(),
        format: z.enum(bomFormats),
        bytes: z.int(),
        sha256: z.string(),
        components: z.int(),
        notes: z.array(z.string()),
        policy: z.string().nullable(),
        activities: z.array(activitySchema).nullable(),
        lists: z.array(z.string()).nullable(),
        failOn: z.string(),
      }),
    ),
    waivers: z.array(z.object({})),
  })
  .meta({ id: 'BomSummary' });

export const bomAnswerSchema = z
  .object({
    findings: z.array(findingSchema),
    summary: summarySchema,
    coverage: coverageSchema,
    disclaimer: z.string(),
  })
  .meta({ id: 'BomAnswer' });

export interface BomRouteOptions extends RouteOptions {
  readonly now: () => Date;
}

/** `POST /screen/bom`: a bill of materials, and the lines of it that match. */
export async function bomRoutes(
  scope: FastifyInstance,
  { engine, recorder, now }: BomRouteOptions,
) {
  // The body is handed over as the stream that it is: a reader of its format takes it.
  scope.removeAllContentTypeParsers();
  for (const type of Object.keys(contentTypes)) {
    scope.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
  const routes = zodScope(scope);
  scope.setValidatorCompiler<z.ZodType>((route) =>
    route.httpPart === 'body' ? () => true : zodValidator(route),
  );
  routes.route({
    method: 'POST',
    url: '/screen/bom',
    bodyLimit: requestLimits.bytes,
    schema: {
      operationId: 'screenBom',
      summary: 'Screen a bill of materials',
      description:
        'CycloneDX 1.4 to 1.7 (JSON, XML), SPDX 2.3 (JSON, tag-value), SPDX 3.0 (JSON-LD), CSV, ' +
        'TSV, XLSX or one name a line, by Content-Type or `input`. Answers with the lines that ' +
        'match, each with its place; a maker or part is asked about once, however often it stands.',
      tags: ['screening'],
      consumes: Object.keys(contentTypes),
      querystring: parametersSchema,
      body: z.string().meta({ description: 'The bill of materials itself' }),
      response: {
        200: {
          description: 'The lines that match; a report where `format` asks for one',
          content: { 'application/json': { schema: bomAnswerSchema }, ...reportContent },
        },
        ...bodyProblems,
      },
    },
    handler: async (request, reply) => {
      const { input, file, columns, activity, lists, asOf, threshold, format } = request.query;
      const body: unknown = request.body;
      if (!(body instanceof Readable)) {
        throw refusal([{ path: '', message: 'a bill of materials is needed as the body' }]);
      }
      const current = engine();
      const unknown = (lists ?? []).filter((id) => !current.catalogue.lists.has(id));
      if (unknown.length > 0) {
        throw refusal(
          unknown.map((id) => ({ path: 'lists', message: `there is no list "${id}"` })),
        );
      }
      const pending = new Pending();
      const ask: Ask = (query) => {
        const asked = { caller: request.caller, through: 'bom' as const };
        const answered = recorder.answer(current, screenQuerySchema.parse(query), asked);
        pending.add(answered.durable);
        return { screening: answered.screening, json: () => answered.inBatch() };
      };
      const bom = {
        input: await streamInput(file, body, requestLimits.bytes),
        format: formatIn(input, request.headers['content-type']),
        ...(columns && { columns: new Map(columns.map(pairOf)) }),
      };
      const examination = await examine(current, [bom], {
        inquiry: { activities: activity, lists, asOf, threshold },
        limits: requestLimits,
        now,
        ask,
        settled: () => pending.keptUp(),
      });
      await pending.settled();
      const pieces =
        format === 'evidence' ? evidenceRecord(examination) : reportWriters[format](examination);
      if (format !== 'json') reply.headers(REPORT_HEADERS);
      return send(reply, answerTypes[format], Readable.from(pieces));
    },
  });
}

/** The answer is written already, and as long as the findings are many. */
async function send(reply: FastifyReply, type: string, body: Readable): Promise<void> {
  await reply.type(type).send(body);
}

/** The format that the parameter says, else the content type; null: the content decides. */
function formatIn(input: string | undefined, contentType: string | undefined): BomFormat | null {
  if (input !== undefined) return formatOf(input) ?? null;
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return contentTypes[type] ?? null;
}

function pairOf(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1).trim()];
}
