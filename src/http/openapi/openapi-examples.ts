import type { OpenAPIV3_1 } from 'openapi-types';
import { operationsOf } from './cleaning.ts';
import { problemExample, queryExample, screeningExample } from './examples.ts';

/** What a request body may look like, by operation and content type. */
const requestExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  screen: { 'application/json': queryExample },
  screenBatch: {
    'application/json': [
      queryExample,
      { reference: 'PO-4711/4', name: 'Acme Technology Co., Ltd.' },
    ],
    'application/x-ndjson': queryExample,
  },
};

/** What a good answer may look like, by operation. */
const answerExamples: Readonly<Record<string, unknown>> = {
  screen: screeningExample,
  screenByParameters: screeningExample,
};

/** Sets the examples, names the answers, and says that an NDJSON body holds one query a line. */
export function addExamples(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  for (const operation of operationsOf(document)) {
    describeRequest(operation);
    describeAnswers(operation);
  }
  return document;
}

function describeRequest({ operationId = '', requestBody }: OpenAPIV3_1.OperationObject): void {
  if (!requestBody || !('content' in requestBody)) return;
  const lines = requestBody.content['application/x-ndjson'];
  if (lines?.schema && 'items' in lines.schema) lines.schema = lines.schema.items;
  for (const [type, example] of Object.entries(requestExamples[operationId] ?? {})) {
    const media = requestBody.content[type];
    if (media) media.example = example;
  }
}

function describeAnswers({ operationId = '', summary, responses }: OpenAPIV3_1.OperationObject) {
  for (const [status, response] of Object.entries(responses ?? {})) {
    if (!('content' in response)) continue;
    // The generator's words for an answer that was given none of its own.
    if (response.description === 'Default Response') response.description = summary ?? '';
    const answer = response.content?.['application/json'];
    if (answer && operationId in answerExamples) answer.example = answerExamples[operationId];
    const problem = response.content?.['application/problem+json'];
    if (problem && status === '400') problem.example = problemExample;
  }
}
