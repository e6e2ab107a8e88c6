import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idSchema } from '../../domain/id.ts';
import type { ListAdministration } from '../../lists/index.ts';
import type { RouteOptions } from '../engine.ts';
import {
  feedParameter,
  fileOf,
  fileSchema,
  importedOf,
  importedSchema,
  importFields,
  outcomesOf,
  outcomesSchema,
  requestOf,
  waiverSchema,
} from './list-files.ts';
import { cursorAfter, nextSchema, pageParameters, readCursor } from './page.ts';
import { bodyProblems, idProblems, noParameters, problem, zodScope } from './route-scope.ts';

export interface AdministrationOptions extends RouteOptions {
  readonly lists: ListAdministration;
}

/** What an import may answer with besides. */
export const importProblems = {
  ...bodyProblems,
  422: problem('The list file was refused, and the version in use is kept; `detail` says why'),
};

/**
 * A large list takes longer than a connection may be silent. What the client sends is
 * there; from here on it only waits.
 */
export function awaited({ raw }: FastifyRequest): void {
  raw.setTimeout?.(0);
}

const problemsSchema = z
  .object({
    problems: z.array(
      z.object({
        file: z.string(),
        line: z.int().nullable(),
        record: z.string().nullable(),
        path: z.string().describe('The field; empty for the row as a whole'),
        message: z.string(),
        lost: z.boolean().describe('Whether the row gave no record'),
      }),
    ),
    total: z.int(),
    next: nextSchema,
  })
  .meta({ id: 'ListFileProblems' });

/** The list files of the installation: for keys of an administrator. */
export async function administrationRoutes(
  scope: FastifyInstance,
  { lists }: AdministrationOptions,
) {
  const routes = zodScope(scope);
  const common = { tags: ['administration'] };

  routes.route({
    method: 'GET',
    url: '/administration/lists',
    schema: {
      ...common,
      operationId: 'listFiles',
      summary: 'Every list file: its version, age and counts, and why the last attempt failed',
      querystring: noParameters,
      response: {
        200: z.object({ files: z.array(fileSchema), next: z.null() }).meta({ id: 'ListFiles' }),
        ...idProblems,
      },
    },
    handler: () => ({ files: lists.status().map(fileOf), next: null }),
  });

  routes.route({
    method: 'GET',
    url: '/administration/lists/:feed/problems',
    schema: {
      ...common,
      operationId: 'listFileProblems',
      summary: 'What was wrong with the rows of a list file, each with its line, record and field',
      params: feedParameter,
      querystring: z.strictObject(pageParameters),
      response: { 200: problemsSchema, ...idProblems },
    },
    handler: (request) => {
      const { cursor, limit } = request.query;
      const from = cursor === undefined ? 0 : Number(readCursor(cursor, /^\d{1,6}$/));
      const { problems, total } = lists.problems(request.params.feed, from, limit);
      const more = problems.length === limit && from + limit < total;
      return { problems: [...problems], total, next: more ? cursorAfter(`${from + limit}`) : null };
    },
  });

  routes.route({
    method: 'POST',
    url: '/administration/lists/import',
    schema: {
      ...common,
      operationId: 'importList',
      summary: 'Bring in a version of a list from an address',
      description:
        'Answers when the new version is in use, or says why it is not. Private addresses are not fetched. To send a file: `PUT /administration/lists/{feed}`.',
      querystring: noParameters,
      body: z.strictObject({
        ...importFields,
        feed: idSchema.optional().describe('Name under which the list is kept; else the layout’s'),
        from: z
          .array(z.url({ protocol: /^https?$/, error: 'must be an http or https address' }))
          .min(1)
          .max(100)
          .describe('Addresses of the files of the layout'),
        partial: z.boolean().default(false).describe('What the file lacks may still be listed'),
        delta: z.boolean().default(false).describe('The files are changes to the version in use'),
        accept: z.array(waiverSchema).default([]).describe('Rules waived after having looked'),
      }),
      response: { 200: importedSchema, ...importProblems },
    },
    handler: async (request) => {
      awaited(request);
      const { from, feed, date, mapping, ...rest } = request.body;
      return importedOf(
        await lists.import({ ...requestOf({ ...rest, feed, date, mapping }), from }),
      );
    },
  });

  routes.route({
    method: 'POST',
    url: '/administration/lists/refresh',
    schema: {
      ...common,
      operationId: 'refreshLists',
      summary: 'Fetch lists from their official addresses',
      description:
        'Answers when it is done. Without `feeds`: the US lists and whatever else came from an address. A list that cannot be had keeps its last version; the others are renewed and answered from.',
      querystring: noParameters,
      body: z.strictObject({ feeds: z.array(z.string().min(1).max(120)).max(100).default([]) }),
      response: {
        200: outcomesSchema,
        ...bodyProblems,
        404: problem('No address is known for one of the feeds'),
      },
    },
    handler: async (request) => {
      awaited(request);
      return outcomesOf(await lists.refresh(request.body.feeds));
    },
  });

  routes.route({
    method: 'POST',
    url: '/administration/lists/rebuild',
    schema: {
      ...common,
      operationId: 'rebuildLists',
      summary: 'Build the catalogue again from the curated list and the files that were imported',
      description:
        'Reads every list file anew, as it was imported. Since when entries were seen, and what has gone, stays known.',
      querystring: noParameters,
      body: z.strictObject({}),
      response: { 200: outcomesSchema, ...bodyProblems },
    },
    handler: async (request) => {
      awaited(request);
      return outcomesOf(await lists.rebuild());
    },
  });

  routes.route({
    method: 'DELETE',
    url: '/administration/lists/:feed',
    schema: {
      ...common,
      operationId: 'forgetList',
      summary: 'Take a list file out of the catalogue',
      description: 'Earlier catalogue versions stay as they were.',
      params: feedParameter,
      querystring: noParameters,
      response: {
        200: z.object({ feed: z.string() }).meta({ id: 'ForgottenList' }),
        ...idProblems,
      },
    },
    handler: async (request) => {
      awaited(request);
      const { feed } = request.params;
      await lists.forget(feed);
      return { feed };
    },
  });
}
