import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { statusSchema } from '../../domain/designation.ts';
import type { ChangeSource } from '../../lists/index.ts';
import { coverageSchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import {
  cursorAfter,
  firstAfter,
  ID_FORM,
  nextSchema,
  pageParameters,
  readCursor,
} from './page.ts';
import { idProblems, noParameters, queryProblems, zodScope } from './route-scope.ts';

export interface ChangesOptions extends RouteOptions {
  /** Compares catalogue versions, apart from the thread that answers. */
  readonly changes: ChangeSource;
}

/** Names a version that is kept: itself, its beginning, or a day or time. */
const versionSchema = z
  .string()
  .regex(
    /^(?:[0-9a-f]{4,64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)$/,
    'must be a catalogue version (four or more of its digits, as /coverage has them) or a day, YYYY-MM-DD',
  );

const changeSchema = z.enum(['added', 'removed', 'changed']);
const nameSchema = z.object({ name: z.string(), type: z.string() });
const designationSchema = z.object({
  list: z.string(),
  entry: z.string(),
  record: z.string().nullable(),
  status: statusSchema.describe('Of its last period'),
});

const partyChangeSchema = z
  .object({
    party: z.object({ id: z.string(), name: z.string() }),
    change: changeSchema.describe('removed: no list names it any more, though it stays known'),
    names: z.object({ added: z.array(nameSchema), removed: z.array(nameSchema) }),
    designations: z.object({
      added: z.array(designationSchema),
      removed: z.array(designationSchema).describe('Gone, or ended'),
      changed: z.array(designationSchema.extend({ fields: z.array(z.string()) })),
    }),
    fields: z.array(z.string()).describe('Other fields that differ'),
  })
  .meta({ id: 'PartyChange' });

const catalogueShape = coverageSchema.shape.catalogue.shape;

/** `GET /changes`: what differs between a catalogue version and a later one; and which versions there are. */
export async function changesRoutes(
  scope: FastifyInstance,
  { engine, changes: source }: ChangesOptions,
) {
  zodScope(scope).route({
    method: 'GET',
    url: '/changes',
    schema: {
      operationId: 'changes',
      summary: 'Parties, names and designations that changed between two catalogue versions',
      description: 'In the order of party ids. Citations alone are no change.',
      tags: ['catalogue'],
      querystring: z.strictObject({
        since: versionSchema
          .describe('A catalogue version that is kept, or a day: the newest built by then')
          .meta({ examples: ['2026-11-01'] }),
        until: versionSchema
          .optional()
          .describe('The later version, named likewise; default: the one in use'),
        ...pageParameters,
      }),
      response: {
        200: z
          .object({
            before: coverageSchema.shape.catalogue,
            after: coverageSchema.shape.catalogue,
            changes: z.array(partyChangeSchema),
            next: nextSchema,
          })
          .meta({ id: 'Changes' }),
        ...idProblems,
      },
    },
    handler: async (request) => {
      const { since, until, cursor, limit } = request.query;
      const from = cursor === undefined ? '' : readCursor(cursor, ID_FORM);
      const { version } = engine().catalogue.version;
      const { before, after, changes } = await source.between(since, until ?? version);
      const idAt = (at: number) => changes[at]?.party.id ?? '';
      const start = from === '' ? 0 : firstAfter(changes.length, idAt, from);
      const page = changes.slice(start, start + limit);
      const last = page.at(-1);
      const more = start + limit < changes.length;
      return {
        before,
        after,
        changes: page,
        next: more && last ? cursorAfter(last.party.id) : null,
      };
    },
  });

  zodScope(scope).route({
    method: 'GET',
    url: '/changes/versions',
    schema: {
      operationId: 'versions',
      summary: 'The catalogue versions that are kept: what can be compared, and replayed from',
      tags: ['catalogue'],
      querystring: noParameters,
      response: {
        200: z
          .object({
            versions: z
              .array(z.object({ version: catalogueShape.version, builtAt: catalogueShape.builtAt }))
              .describe('The newest first'),
            inUse: catalogueShape.version.describe('The one that answers'),
          })
          .meta({ id: 'CatalogueVersions' }),
        ...queryProblems,
      },
    },
    handler: () => ({
      versions: source.kept().map(({ version, builtAt }) => ({ version, builtAt })),
      inUse: engine().catalogue.version.version,
    }),
  });
}
