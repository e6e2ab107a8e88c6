import type { OpenAPIV3_1 } from 'openapi-types';

type Document = OpenAPIV3_1.Document;

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/**
 * Mends what the generation from zod leaves behind: every named schema comes
 * twice (`Hit` as answered, `HitInput` as asked) and whether it is used or not.
 * What is asked keeps its own copy only where that differs; what nothing refers
 * to goes; answers may get more fields, so they are not closed to them.
 */
export function cleanDocument(document: Document): Document {
  return keepReferenced(mergeTwins(openAnswers(document)));
}

/** Every operation of a document. */
export function operationsOf({ paths }: Document): OpenAPIV3_1.OperationObject[] {
  return Object.values(paths ?? {}).flatMap((path) =>
    [path?.get, path?.post, path?.put, path?.delete].filter((one) => one !== undefined),
  );
}

function openAnswers(document: Document): Document {
  for (const [name, schema] of Object.entries(schemasOf(document))) {
    if (!name.endsWith('Input')) openObjects(schema);
  }
  for (const { responses } of operationsOf(document)) openObjects(responses);
  return document;
}

function openObjects(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  if ('additionalProperties' in schema && schema.additionalProperties === false) {
    delete schema.additionalProperties;
  }
  for (const inner of Object.values(schema)) openObjects(inner);
}

function schemasOf(document: Document): Record<string, unknown> {
  return document.components?.schemas ?? {};
}

/** Makes one schema of a pair that says the same, or of which only the asked half is used. */
function mergeTwins(document: Document): Document {
  const schemas = schemasOf(document);
  const used = reachable(document);
  const twins = Object.keys(schemas).filter((name) => `${name}Input` in schemas);
  const text = JSON.stringify(document);
  const merged = new Map<string, string>();
  for (const name of twins) {
    const asked = JSON.stringify(schemas[`${name}Input`]);
    const answered = JSON.stringify(schemas[name]);
    const same = withoutSuffix(asked, twins) === withoutSuffix(answered, twins);
    if (same || !used.has(name)) merged.set(`${name}Input`, name);
  }
  const renamed: Document = JSON.parse(
    text.replace(REFERENCE, (whole, name: string) => {
      const other = merged.get(name);
      return other === undefined ? whole : `"#/components/schemas/${other}"`;
    }),
  );
  const renamedSchemas = schemasOf(renamed);
  for (const [input, name] of merged) {
    if (!used.has(name)) renamedSchemas[name] = renamedSchemas[input];
    delete renamedSchemas[input];
  }
  return renamed;
}

function withoutSuffix(schema: string, twins: readonly string[]): string {
  return schema.replace(REFERENCE, (whole, name: string) => {
    const base = name.replace(/Input$/, '');
    return name.endsWith('Input') && twins.includes(base)
      ? `"#/components/schemas/${base}"`
      : whole;
  });
}

function keepReferenced(document: Document): Document {
  const used = reachable(document);
  const schemas = Object.entries(schemasOf(document)).filter(([name]) => used.has(name));
  schemas.sort(([a], [b]) => a.localeCompare(b, 'en'));
  const components = { ...document.components, schemas: Object.fromEntries(schemas) };
  return { ...document, components: components as NonNullable<Document['components']> };
}

/** Names of the schemas that the operations refer to, directly or through others. */
function reachable(document: Document): Set<string> {
  const schemas = schemasOf(document);
  const found = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name] of JSON.stringify(part ?? null).matchAll(REFERENCE)) {
      if (name === undefined || found.has(name)) continue;
      found.add(name);
      visit(schemas[name]);
    }
  };
  visit(document.paths);
  return found;
}
