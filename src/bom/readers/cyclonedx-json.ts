import type { z } from 'zod';
import { jsonElements } from '../input/json-elements.ts';
import type { Place } from '../place.ts';
import { refuse } from '../refusal.ts';
import {
  cyclonedxComponent,
  cyclonedxDocument,
  cyclonedxMetadataSchema,
  cyclonedxPartSchema,
  isCyclonedxPart,
  versionNote,
} from './cyclonedx-model.ts';
import type { BomReader } from './reader.ts';

/** CycloneDX 1.4 to 1.7 in JSON: ECMA-424 and its forerunners. */
export const readCyclonedxJson: BomReader = async function* (input, { limits }) {
  let version: string | undefined;
  const wanted = (path: string) =>
    path === 'specVersion' || path === 'metadata' || isCyclonedxPart(path);
  for await (const { path, pointer, line, value } of jsonElements(input, wanted, limits)) {
    const place = { file: input.name, line, pointer };
    if (path === 'specVersion') version = String(value);
    else if (path === 'metadata') {
      const component = cyclonedxDocument(parseAt(cyclonedxMetadataSchema, value, place));
      if (component) yield { kind: 'line', line: { place, component } };
    } else {
      const part = parseAt(cyclonedxPartSchema, value, place);
      const component = cyclonedxComponent(part, path.endsWith('services'));
      yield { kind: 'line', line: { place, component } };
    }
  }
  const note = versionNote(version);
  if (note !== undefined) yield { kind: 'note', note };
};

/** Parses a value; an error names the field inside the place. */
export function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const inside = (issue?.path ?? []).map((key) => `/${String(key)}`).join('');
  throw refuse(
    { ...place, pointer: `${place.pointer ?? ''}${inside}` },
    issue?.message ?? 'is not as the format says',
  );
}
