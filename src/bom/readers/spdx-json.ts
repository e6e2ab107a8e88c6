import { z } from 'zod';
import { jsonElements } from '../input/json-elements.ts';
import { parseAt } from './parse-at.ts';
import type { BomReader } from './reader.ts';
import { spdxComponent, spdxDocument, spdxVersionNote } from './spdx-model.ts';

const text = z.string().nullish();

const packageSchema = z.looseObject({
  name: text,
  versionInfo: text,
  supplier: text,
  originator: text,
  downloadLocation: text,
  description: text,
  summary: text,
  primaryPackagePurpose: text,
  externalRefs: z
    .array(z.looseObject({ referenceType: z.string(), referenceLocator: z.string() }))
    .nullish(),
});

const creationSchema = z.looseObject({ creators: z.array(z.string()).nullish() });

const WANTED = new Set(['spdxVersion', 'creationInfo', 'packages']);

/** SPDX 2.3 in JSON: ISO/IEC 5962 and its successor. */
export const readSpdxJson: BomReader = async function* (input, { limits }) {
  let version: string | undefined;
  const wanted = (path: string) => WANTED.has(path);
  for await (const { path, pointer, line, value } of jsonElements(input, wanted, limits)) {
    const place = { file: input.name, line, pointer };
    if (path === 'spdxVersion') version = String(value);
    else if (path === 'creationInfo') {
      const component = spdxDocument(parseAt(creationSchema, value, place).creators ?? []);
      if (component) yield { kind: 'line', line: { place, component } };
    } else {
      const written = parseAt(packageSchema, value, place);
      const component = spdxComponent({
        name: written.name,
        version: written.versionInfo,
        supplier: written.supplier,
        originator: written.originator,
        downloadLocation: written.downloadLocation,
        description: written.description ?? written.summary,
        purpose: written.primaryPackagePurpose,
        references: (written.externalRefs ?? []).map(({ referenceType, referenceLocator }) => ({
          type: referenceType,
          locator: referenceLocator,
        })),
      });
      yield { kind: 'line', line: { place, component } };
    }
  }
  const note = spdxVersionNote(version);
  if (note !== undefined) yield { kind: 'note', note };
};
