import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isoDateSchema } from '../../domain/date.ts';
import { statusSchema } from '../../domain/designation.ts';
import { idSchema } from '../../domain/id.ts';
import { nameTypeSchema, type Party } from '../../domain/party.ts';
import { standingOn } from '../../domain/standing.ts';
import {
  describeParty,
  type OpenScreener,
  partyProfileSchema,
  partyReferenceSchema,
  screenQuerySchema,
} from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { refusal } from '../failure/complaints.ts';
import { BATCH_SLICE } from '../limits.ts';
import {
  cursorAfter,
  firstAfter,
  ID_FORM,
  nextSchema,
  pageParameters,
  readCursor,
} from './page.ts';
import { type FoundParty, searchParties } from './party-search.ts';
import { idProblems, queryProblems, zodScope } from './route-scope.ts';

const partiesParameters = z.strictObject({
  q: screenQuerySchema.shape.name
    .describe('A name or its beginning; the answer is then ranked, else it is by id')
    .meta({ examples: ['hikvis'] }),
  list: idSchema
    .optional()
    .describe('Parties that this list names')
    .meta({ examples: ['sdn'] }),
  status: statusSchema.optional().describe('Parties of which a designation has this status'),
  asOf: isoDateSchema.optional().describe('The day on which they stand so; default today (UTC)'),
  ...pageParameters,
});
type PartiesParameters = z.infer<typeof partiesParameters>;

/** A party in one line of an overview. */
export const partySummarySchema = partyReferenceSchema
  .extend({
    designations: z
      .array(z.object({ list: idSchema, entry: z.string(), status: statusSchema }))
      .describe('Its own, as they stand on the day'),
    matched: z
      .object({
        name: z.string(),
        type: nameTypeSchema,
        highlights: z
          .array(z.tuple([z.int().min(0), z.int().min(0)]))
          .describe('Half-open ranges of UTF-16 units in `name`'),
      })
      .nullable()
      .describe('The name in which `q` was found; null without `q`'),
  })
  .meta({ id: 'PartySummary' });
type PartySummary = z.infer<typeof partySummarySchema>;

/** `GET /parties` and `GET /parties/{id}`. */
export async function partyRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  const routes = zodScope(scope);

  routes.route({
    method: 'GET',
    url: '/parties',
    schema: {
      operationId: 'parties',
      summary: 'Find parties by name as it is typed, or page through them all',
      tags: ['catalogue'],
      querystring: partiesParameters,
      response: {
        200: z
          .object({ parties: z.array(partySummarySchema), next: nextSchema })
          .meta({ id: 'Parties' }),
        ...queryProblems,
      },
    },
    handler: async (request) => {
      const { query } = request;
      const current = engine();
      if (query.list !== undefined && !current.catalogue.lists.has(query.list)) {
        const message = `there is no list "${query.list}": see /lists for the ids`;
        throw refusal([{ path: 'list', message }]);
      }
      return query.q === undefined ? pageById(current, query) : pageByRank(current, query, query.q);
    },
  });

  routes.route({
    method: 'GET',
    url: '/parties/:id',
    schema: {
      operationId: 'party',
      summary: 'Everything about one party, with every period: what the law said when',
      description: 'With `from` or `to` also what the law changed after the first, to the second.',
      tags: ['catalogue'],
      params: z.object({ id: z.string().meta({ examples: ['hikvision'] }) }),
      querystring: z
        .strictObject({
          asOf: isoDateSchema
            .optional()
            .describe('The day on which its designations stand; default today (UTC)'),
          from: isoDateSchema.optional(),
          to: isoDateSchema.optional(),
        })
        .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
          message: 'must not lie after to',
          path: ['from'],
        }),
      response: { 200: partyProfileSchema, ...idProblems },
    },
    handler: (request) => describeParty(engine().screener, request.params.id, request.query),
  });
}

const RANK_FORM = /^\d{1,6}$/;

function pageByRank(current: OpenScreener, query: PartiesParameters, text: string) {
  const start = query.cursor === undefined ? 0 : Number(readCursor(query.cursor, RANK_FORM));
  const summaries = searchParties(current, text).flatMap(({ party, matched }) => {
    const summary = summarise(current, party, query, matched);
    return summary === null ? [] : [summary];
  });
  const end = start + query.limit;
  return {
    parties: summaries.slice(start, end),
    next: end < summaries.length ? cursorAfter(String(end)) : null,
  };
}

/** Pages through the parties by id. A rare status may be far to seek: other requests run meanwhile. */
async function pageById(current: OpenScreener, query: PartiesParameters) {
  const { catalogue } = current;
  const members = query.list === undefined ? null : catalogue.members(query.list);
  const count = members?.length ?? catalogue.size;
  const partyAt = (at: number): Party => {
    const id = members?.[at];
    const party = id === undefined ? undefined : catalogue.party(id);
    return party ?? catalogue.partyAt(at);
  };
  const after = query.cursor === undefined ? null : readCursor(query.cursor, ID_FORM);
  const parties: PartySummary[] = [];
  let pause = performance.now() + BATCH_SLICE;
  let at = after === null ? 0 : firstAfter(count, (at) => partyAt(at).id, after);
  for (; at < count && parties.length <= query.limit; at++) {
    const summary = summarise(current, partyAt(at), query, null);
    if (summary !== null) parties.push(summary);
    if (performance.now() > pause) {
      await nextTurn();
      pause = performance.now() + BATCH_SLICE;
    }
  }
  // One more than asked for was looked for: whether it is there says whether there is a next page.
  const more = parties.length > query.limit;
  const page = parties.slice(0, query.limit);
  return { parties: page, next: more ? cursorAfter(page.at(-1)?.id ?? '') : null };
}

/** A party as it stands on the day, or null where it is not one of those asked for. */
function summarise(
  { screener }: OpenScreener,
  party: Party,
  { list, status, asOf = screener.today() }: PartiesParameters,
  matched: FoundParty['matched'] | null,
): PartySummary | null {
  const designations = party.designations.flatMap((designation) => {
    const standing = standingOn(designation, asOf);
    if (standing === null) return [];
    const { list, entry } = designation;
    return [{ list, entry: entry.name, status: standing.period.status }];
  });
  const isAsked =
    (list === undefined && status === undefined) ||
    designations.some(
      (designation) =>
        (list === undefined || designation.list === list) &&
        (status === undefined || designation.status === status),
    );
  return isAsked ? { ...screener.disclosure.reference(party), designations, matched } : null;
}
