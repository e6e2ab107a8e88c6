import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RedflagError } from '../../domain/error.ts';
import { originalRecordSchema } from '../../domain/original-record.ts';
import { partyReferenceSchema } from '../../screening/index.ts';
import type { RouteOptions } from '../engine.ts';
import { idProblems, noParameters, zodScope } from './route-scope.ts';

/** `GET /parties/{id}/records`: what the list files themselves say of a party. */
export async function partyRecordRoutes(scope: FastifyInstance, { engine }: RouteOptions) {
  zodScope(scope).route({
    method: 'GET',
    url: '/parties/:id/records',
    schema: {
      operationId: 'partyRecords',
      summary: 'The records of a party as the list files print them, every field of them',
      description:
        'Of each list file that names the party: the record and its fields, word for word; `source` is the version of the file (`/sources/{id}`). Empty for a party that only the curated list has.',
      tags: ['catalogue'],
      params: z.object({ id: z.string().meta({ examples: ['hikvision'] }) }),
      querystring: noParameters,
      response: {
        200: z
          .object({
            party: partyReferenceSchema,
            records: z.array(originalRecordSchema),
            next: z.null(),
          })
          .meta({ id: 'PartyRecords' }),
        ...idProblems,
      },
    },
    handler: (request) => {
      const { catalogue, screener } = engine();
      const party = catalogue.party(request.params.id);
      if (party === undefined) {
        throw new RedflagError('not-found', `There is no party "${request.params.id}".`);
      }
      const records = catalogue.originals(party.id);
      return { party: screener.disclosure.reference(party), records, next: null };
    },
  });
}
