import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type AdministrationOptions, awaited, importProblems } from './administration.ts';
import {
  feedParameter,
  importedOf,
  importedSchema,
  importFields,
  requestOf,
  waiverSchema,
} from './list-files.ts';
import { idProblems, zodScope, zodValidator } from './route-scope.ts';

const flag = z.enum(['true', 'false']).default('false');

const parametersSchema = z.strictObject({
  ...importFields,
  file: z
    .string()
    .max(120)
    .regex(/^\w[\w.-]*$/, 'must be a plain file name: letters, digits, ".", "-", "_"')
    .default('list')
    .describe('What messages call the file; a day in it counts where nothing else tells the day'),
  partial: flag.describe('What the file lacks may still be listed'),
  delta: flag.describe('The file holds changes to the version in use'),
  accept: z
    .preprocess(
      (given) => (given === undefined ? [] : [given].flat()),
      z.array(waiverSchema).max(waiverSchema.options.length),
    )
    .describe('Rules waived after having looked'),
});

/** `PUT /administration/lists/{feed}`: a list file that an administrator sends. */
export async function listUploadRoutes(
  scope: FastifyInstance,
  { lists }: Pick<AdministrationOptions, 'lists'>,
) {
  // What a file is, its first bytes say: the body is taken as the stream that it is.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const routes = zodScope(scope);
  scope.setValidatorCompiler<z.ZodType>((route) =>
    route.httpPart === 'body' ? () => true : zodValidator(route),
  );
  routes.route({
    method: 'PUT',
    url: '/administration/lists/:feed',
    schema: {
      operationId: 'putList',
      summary: 'Bring in a version of a list from a file that is sent',
      description:
        'The body is the file: plain, gzip or zip, up to 1 GiB; a layout of several files is sent as one zip. It is checked as `redflag lists import` checks it. Answers when the new version is in use, or says why the last one is kept.',
      tags: ['administration'],
      consumes: ['application/octet-stream'],
      params: feedParameter,
      querystring: parametersSchema,
      body: z.string().meta({ format: 'binary', description: 'The file itself, of any type' }),
      response: { 200: importedSchema, ...importProblems, ...idProblems },
    },
    handler: async (request) => {
      const { file, partial, delta, date, mapping, ...rest } = request.query;
      const body: unknown = request.body;
      // A request without a body is an empty file, and refused as one.
      const bytes = body instanceof Readable ? body : Readable.from([]);
      bytes.once('end', () => awaited(request));
      const wanted = requestOf({
        ...rest,
        ...{ date, mapping, feed: request.params.feed },
        ...{ partial: partial === 'true', delta: delta === 'true' },
      });
      try {
        return importedOf(await lists.receive({ name: file, bytes }, wanted));
      } finally {
        // What is still being sent of a file that was refused is taken, and left unread.
        bytes.resume();
      }
    },
  });
}
