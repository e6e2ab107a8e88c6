import { z } from 'zod';
import type { Component, NamedParty, PartyField } from '../component.ts';
import type { BomInput } from '../input/input.ts';
import { jsonElements } from '../input/json-elements.ts';
import type { BomLimits } from '../limits.ts';
import { meaningful } from '../placeholders.ts';
import { parseAt } from './parse-at.ts';
import { named } from './party-text.ts';
import type { BomReader } from './reader.ts';
import { repositoryPurl } from './source-repository.ts';

const text = z.string().nullish();
/** An agent by its id, or written out in place. */
const agentSchema = z.union([
  z.string(),
  z.looseObject({ type: text, '@type': text, name: text, spdxId: text, '@id': text }),
]);
const agents = z
  .union([agentSchema, z.array(agentSchema)])
  .nullish()
  .transform((value) => (Array.isArray(value) ? value : value ? [value] : []));

const elementSchema = z.looseObject({
  type: text,
  '@type': text,
  spdxId: text,
  '@id': text,
  name: text,
  description: text,
  summary: text,
  software_packageVersion: text,
  software_packageUrl: text,
  software_downloadLocation: text,
  software_primaryPurpose: text,
  suppliedBy: agents,
  originatedBy: agents,
  createdBy: agents,
  externalIdentifier: z
    .array(z.looseObject({ externalIdentifierType: text, identifier: text }))
    .nullish(),
});
type Element = z.infer<typeof elementSchema>;

const AGENTS = new Set(['Organization', 'Person', 'Agent']);
const DEVICE_PURPOSES = new Set(['device', 'firmware']);

/**
 * SPDX 3.0 in JSON-LD. Elements refer to their makers by id, before or after
 * them: the document is read twice, first for who is who. References that run
 * in circles do no harm, since only names are looked up by them.
 */
export const readSpdx3Json: BomReader = async function* (input, { limits }) {
  const names = await agentNames(input, limits);
  for await (const { element, type, place } of elements(input, limits)) {
    const component =
      type === 'CreationInfo' ? creation(element, names) : part(element, type, names);
    if (component) yield { kind: 'line', line: { place, component } };
  }
};

async function* elements(input: BomInput, limits: BomLimits) {
  const wanted = (path: string) => path === '@graph';
  for await (const { pointer, line, value } of jsonElements(input, wanted, limits)) {
    const place = { file: input.name, line, pointer };
    const element = parseAt(elementSchema, value, place);
    yield { element, type: localType(element), place };
  }
}

/** `software_Package` and `https://spdx.org/rdf/3.0.1/terms/Software/Package` -> `Package`. */
function localType(element: {
  type?: string | null | undefined;
  '@type'?: string | null | undefined;
}) {
  const type = element.type ?? element['@type'] ?? '';
  return type.replace(/^.*[/#_]/, '');
}

async function agentNames(input: BomInput, limits: BomLimits): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { element, type } of elements(input, limits)) {
    const id = element.spdxId ?? element['@id'];
    if (AGENTS.has(type) && id && element.name) names.set(id, element.name);
  }
  return names;
}

type Agents = Element['suppliedBy'];

function partiesOf(
  field: PartyField,
  agents: Agents,
  names: ReadonlyMap<string, string>,
): NamedParty[] {
  return agents.flatMap((agent) => {
    if (typeof agent === 'string') return named(field, names.get(agent));
    return localType(agent) === 'SoftwareAgent' ? [] : named(field, agent.name);
  });
}

function creation(element: Element, names: ReadonlyMap<string, string>): Component | null {
  const parties = partiesOf('creator', element.createdBy, names);
  return parties.length === 0
    ? null
    : { kind: 'document', parties, name: 'this bill of materials' };
}

function part(
  element: Element,
  type: string,
  names: ReadonlyMap<string, string>,
): Component | null {
  const parties = [
    ...partiesOf('supplier', element.suppliedBy, names),
    ...partiesOf('originator', element.originatedBy, names),
  ];
  // Files, snippets and data sets count where somebody is said to supply them.
  if (type !== 'Package' && parties.length === 0) return null;
  const identifiers = (wanted: RegExp) =>
    (element.externalIdentifier ?? []).flatMap(({ externalIdentifierType, identifier }) =>
      identifier && wanted.test(externalIdentifierType ?? '') ? [identifier] : [],
    );
  const repository = element.software_downloadLocation
    ? repositoryPurl(element.software_downloadLocation)
    : undefined;
  const purls = [
    ...(element.software_packageUrl ? [element.software_packageUrl] : []),
    ...identifiers(/packageUrl|purl/i),
    ...(repository === undefined ? [] : [repository]),
  ];
  const cpes = identifiers(/cpe2[23]/i);
  const name = meaningful(element.name);
  const version = meaningful(element.software_packageVersion);
  const description = meaningful(element.description ?? element.summary);
  const isDevice = DEVICE_PURPOSES.has(element.software_primaryPurpose ?? '');
  return {
    kind: isDevice ? 'device' : 'software',
    parties,
    type: (element.software_primaryPurpose ?? type).toLowerCase(),
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(isDevice && name !== undefined && { models: [name] }),
    ...(cpes.length > 0 && { cpes }),
    ...(purls.length > 0 && { purls: [...new Set(purls)] }),
  };
}
