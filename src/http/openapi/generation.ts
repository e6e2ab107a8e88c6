import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import { PROGRAM_VERSION } from '../../screening/index.ts';
import { cleanDocument } from './cleaning.ts';
import { addExamples } from './openapi-examples.ts';

const zodToJsonConfig: NonNullable<
  Parameters<typeof createJsonSchemaTransform>[0]['zodToJsonConfig']
> = {
  override: ({ jsonSchema }) => {
    // zod spells the calendar out in a pattern of 250 characters; the format says the same.
    if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time')
      delete jsonSchema.pattern;
  },
};

const fromZod = createJsonSchemaTransformObject({ zodToJsonConfig });

/**
 * Collects the routes registered after it into an OpenAPI 3.1 document, which
 * `app.swagger()` then gives. The document is made when it is first asked for.
 */
export async function collectOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Redflag',
        version: PROGRAM_VERSION,
        description:
          'Screens vendors, devices and names against restricted-party lists and answers with ' +
          'citations. It gives no legal advice: a match is a lead for a person to verify, and ' +
          '"no match" is never "clear".',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'screening', description: 'Which restricted party is it, and what follows' },
        { name: 'catalogue', description: 'What the answers are made from' },
        { name: 'records', description: 'What was asked and answered, and what people decided' },
        { name: 'administration', description: 'The list files of the installation' },
        { name: 'health', description: 'For whoever runs the service' },
      ],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new TypeError('the document is not OpenAPI 3');
      const generated = fromZod(document) as OpenAPIV3_1.Document;
      return addExamples(cleanDocument(generated));
    },
  });
}
