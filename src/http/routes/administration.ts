import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FeedStatus, ImportResult } from '../../lists/index.ts';
import type { RouteOptions } from '../engine.ts';
import { bodyProblems, noParameters, problem, queryProblems, zodScope } from './route-scope.ts';

/** What an administrator may do with the list files of an installation. */
export interface ListAdministration {
  status(): FeedStatus[];
  /** Fetches lists from their addresses, apart from the thread that answers. */
  refresh(feeds: readonly string[]): Promise<ImportResult>;
}

export interface AdministrationOptions extends RouteOptions {
  readonly lists: ListAdministration;
}

const versionSchema = z.object({
  format: z.string(),
  date: z.string().describe('The day of the version'),
  sha256: z.string(),
  importedAt: z.string(),
  records: z.int(),
  blocks: z.int().describe('Blocks of MAC addresses'),
  lost: z.int().describe('Rows of which no record could be made'),
  problems: z.int().describe('Fields and rows at fault'),
  files: z.array(z.object({ name: z.string(), url: z.string().nullable(), bytes: z.int() })),
});

const statusSchema = z
  .object({
    feed: z.string(),
    version: versionSchema.nullable(),
    ageDays: z.int().nullable(),
    checkedDaysAgo: z.int().nullable(),
    stale: z.boolean(),
    error: z.string().nullable().describe('Why the last attempt failed; the version stays in use'),
  })
  .meta({ id: 'ListFile' });

const outcomeSchema = z
  .object({
    feed: z.string(),
    outcome: z.enum(['imported', 'unchanged', 'failed']),
    version: versionSchema.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'ListFileOutcome' });

/** `GET /administration/lists` and `POST /administration/lists/refresh`: for keys of an administrator. */
export async function administrationRoutes(
  scope: FastifyInstance,
  { lists }: AdministrationOptions,
) {
  const routes = zodScope(scope);

  routes.route({
    method: 'GET',
    url: '/administration/lists',
    schema: {
      operationId: 'listFiles',
      summary: 'Every list file: its version, age and counts, and why the last attempt failed',
      tags: ['administration'],
      querystring: noParameters,
      response: {
        200: z.object({ files: z.array(statusSchema), next: z.null() }).meta({ id: 'ListFiles' }),
        ...queryProblems,
      },
    },
    handler: () => ({ files: lists.status().map(statusOf), next: null }),
  });

  routes.route({
    method: 'POST',
    url: '/administration/lists/refresh',
    schema: {
      operationId: 'refreshLists',
      summary: 'Fetch lists from their official addresses',
      description:
        'Answers when it is done. Without `feeds`: the US lists and whatever else came from an address. A list that cannot be had keeps its last version; the others are renewed and answered from within seconds.',
      tags: ['administration'],
      querystring: noParameters,
      body: z.strictObject({ feeds: z.array(z.string().min(1).max(120)).max(100).default([]) }),
      response: {
        200: z.object({ files: z.array(outcomeSchema) }).meta({ id: 'RefreshedLists' }),
        ...bodyProblems,
        404: problem('No address is known for one of the feeds'),
      },
    },
    handler: async (request) => {
      const { outcomes } = await lists.refresh(request.body.feeds);
      return {
        files: outcomes.map((one) => ({
          feed: one.feed,
          outcome: one.outcome,
          version: one.outcome === 'failed' ? null : versionOf(one.manifest),
          error: one.outcome === 'failed' ? one.error.message : null,
        })),
      };
    },
  });
}

function statusOf({ version, lastAttempt: _, ...rest }: FeedStatus): z.infer<typeof statusSchema> {
  return { ...rest, version: version === null ? null : versionOf(version) };
}

function versionOf(manifest: NonNullable<FeedStatus['version']>): z.infer<typeof versionSchema> {
  const { format, date, sha256, importedAt, records, blocks, lost, problems } = manifest;
  const files = manifest.files.map(({ name, url, bytes }) => ({ name, url, bytes }));
  return { format, date, sha256, importedAt, records, blocks, lost, problems, files };
}
