import type { OpenAPIV3_1 } from 'openapi-types';
import { RedflagError } from '../../domain/error.ts';
import { buildApp } from '../app.ts';

/** The contract over HTTP as an OpenAPI 3.1 document, made from the routes themselves. */
export async function openApiDocument(): Promise<OpenAPIV3_1.Document> {
  const app = await buildApp({
    engine: () => {
      throw new RedflagError('unavailable', 'This app only describes itself.');
    },
  });
  try {
    await app.ready();
    return app.swagger() as OpenAPIV3_1.Document;
  } finally {
    await app.close();
  }
}

/** The document as it stands in openapi/openapi.json. */
export async function openApiText(): Promise<string> {
  return `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
}
