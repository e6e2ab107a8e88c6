import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RedflagError } from '../../domain/error.ts';
import { screeningSchema, screenQuerySchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { refusal } from '../failure/complaints.ts';
import { problemSchema } from '../failure/problem.ts';
import { BATCH_BODY_LIMIT, BATCH_ITEMS_LIMIT } from '../limits.ts';
import { bodyProblems, noParameters, zodScope, zodValidator } from '../routes/route-scope.ts';
import { BATCH_PATH, BatchAnswers } from './batch-item.ts';
import { answerArray, answerLines } from './batch-stream.ts';

const { catalogue } = screeningSchema.shape.coverage.shape;

/** An answer as it stands in a batch: coverage by version only, no disclaimer. */
export const batchScreeningSchema = screeningSchema
  .omit({ disclaimer: true })
  .extend({
    coverage: z.object({ catalogue: catalogue.pick({ version: true, sha256: true }) }),
  })
  .meta({ id: 'BatchScreening', description: 'GET /coverage has coverage and disclaimer whole' });

const batchAnswerSchema = z.union([batchScreeningSchema, problemSchema]);

export const NDJSON_TYPE = 'application/x-ndjson';

/** `POST /screen/batch`: an array of queries, or a stream of lines of any length. */
export async function batchRoutes(scope: FastifyInstance, { engine, recorder }: RouteOptions) {
  // The body is not read here: it is handed over as the stream that it is.
  scope.addContentTypeParser(NDJSON_TYPE, (_request, payload, done) => done(null, payload));

  zodScope(scope);
  // The body may be a stream; items are checked as they are answered, so that a bad one does not spoil the rest.
  scope.setValidatorCompiler<z.ZodType>((route) =>
    route.httpPart === 'body' ? () => true : zodValidator(route),
  );
  scope.route({
    method: 'POST',
    url: BATCH_PATH,
    bodyLimit: BATCH_BODY_LIMIT,
    schema: {
      operationId: 'screenBatch',
      summary: 'Screen many queries against one catalogue',
      description:
        `A JSON array of up to ${BATCH_ITEMS_LIMIT / 1000},000 queries is answered by the ` +
        'array of their answers, in order. As application/x-ndjson, a query a line, there is no ' +
        'limit: answers stream out while lines stream in (read them while you send). A bad item ' +
        'is answered in its place by a problem document with its `index`; the batch itself is 200.',
      tags: ['screening'],
      consumes: ['application/json', NDJSON_TYPE],
      querystring: noParameters,
      body: z.array(screenQuerySchema).max(BATCH_ITEMS_LIMIT),
      response: {
        200: {
          description: 'An answer, or a problem, for each item',
          content: {
            'application/json': { schema: z.array(batchAnswerSchema) },
            [NDJSON_TYPE]: { schema: batchAnswerSchema },
          },
        },
        ...bodyProblems,
      },
    },
    handler: (request, reply) => {
      const { caller, allowance, log } = request;
      const answers = new BatchAnswers({ engine: engine(), recorder, caller, allowance, log });
      const body: unknown = request.body;
      if (body instanceof Readable) {
        return reply.type(NDJSON_TYPE).send(answerLines(answers, body));
      }
      const items = itemsOf(body);
      return reply.type('application/json; charset=utf-8').send(answerArray(answers, items));
    },
  });
}

function itemsOf(body: unknown): unknown[] {
  if (!Array.isArray(body)) {
    throw refusal([{ path: '', message: 'the body must be an array of queries' }]);
  }
  if (body.length > BATCH_ITEMS_LIMIT) {
    throw new RedflagError(
      'too-large',
      `An array may have at most ${BATCH_ITEMS_LIMIT} items, this one has ${body.length}: ` +
        `split it, or send it as ${NDJSON_TYPE}.`,
    );
  }
  return body;
}
