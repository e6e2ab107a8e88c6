import { jsonElements } from '../input/json-elements.ts';
import {
  cyclonedxComponent,
  cyclonedxDocument,
  cyclonedxMetadataSchema,
  cyclonedxPartSchema,
  isCyclonedxPart,
  versionNote,
} from './cyclonedx-model.ts';
import { parseAt } from './parse-at.ts';
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
