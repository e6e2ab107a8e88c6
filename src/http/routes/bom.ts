import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type Ask,
  contentTypes,
  evidenceRecord,
  examine,
  formatOf,
  formatWords,
  type Policy,
  parsePolicy,
  reportWriters,
  requestLimits,
} from '../../bom/index.ts';
import { isoDateSchema } from '../../domain/date.ts';
import { activitySchema } from '../../domain/effect.ts';
import { type OpenScreener, Pending, screenQuerySchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { refusal } from '../failure/complaints.ts';
import { bomAnswerSchema } from './bom-answer.ts';
import { bodyContent, formatIn, MULTIPART, readUpload, type SentPolicy } from './bom-upload.ts';
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
  file: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe('What locations call it; default: the name that the part `file` has, else `bom`'),
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
  for (const type of [...Object.keys(contentTypes), MULTIPART]) {
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
        'match, each with its place; a maker or part is asked about once, however often it stands. ' +
        'As `multipart/form-data` it comes with a policy: what is asked about, the fail level and ' +
        'the waivers, as in `redflag.yaml`; parameters of the address come first.',
      tags: ['screening'],
      consumes: Object.keys(bodyContent),
      querystring: parametersSchema,
      body: z.unknown().meta({ content: bodyContent }),
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
      const contentType = request.headers['content-type'];
      const upload = await readUpload(body, contentType, file);
      const bom = {
        input: upload.bom,
        format: formatIn(input, upload.type),
        policy: upload.policy && policyIn(upload.policy, current),
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
      // The first question went with the request.
      request.allowance.spend(Math.max(0, examination.questions - 1));
      const pieces =
        format === 'evidence' ? evidenceRecord(examination) : reportWriters[format](examination);
      if (format !== 'json') reply.headers(REPORT_HEADERS);
      return send(reply, answerTypes[format], Readable.from(pieces));
    },
  });
}

/** @throws RedflagError `invalid-policy` that names line and field */
function policyIn({ file, text }: SentPolicy, { catalogue }: OpenScreener): Policy {
  return parsePolicy(file, text, {
    isList: (id) => catalogue.lists.has(id),
    isParty: (id) => catalogue.party(id) !== undefined,
  });
}

/** The answer is written already, and as long as the findings are many. */
async function send(reply: FastifyReply, type: string, body: Readable): Promise<void> {
  await reply.type(type).send(body);
}

function pairOf(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1).trim()];
}
