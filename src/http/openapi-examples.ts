import type { OpenAPIV3_1 } from 'openapi-types';

const query = {
  reference: 'PO-4711/3',
  name: 'Hikvison Digital Technolgy',
  country: 'CN',
  asOf: '2019-10-01',
};

/** What a request body may look like, by operation and content type. */
const requestExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  screen: { 'application/json': query },
  screenBatch: {
    'application/json': [query, { reference: 'PO-4711/4', name: 'Acme Technology Co., Ltd.' }],
    'application/x-ndjson': query,
  },
};

/** Sets the examples, and says that an NDJSON body holds one query a line. */
export function addExamples(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of [path?.get, path?.post]) {
      const body = operation?.requestBody;
      if (!operation || !body || !('content' in body)) continue;
      const lines = body.content['application/x-ndjson'];
      if (lines?.schema && 'items' in lines.schema) lines.schema = lines.schema.items;
      const examples = requestExamples[operation.operationId ?? ''] ?? {};
      for (const [type, example] of Object.entries(examples)) {
        const media = body.content[type];
        if (media) media.example = example;
      }
    }
  }
  return document;
}
