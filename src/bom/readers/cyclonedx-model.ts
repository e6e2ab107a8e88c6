import { z } from 'zod';
import type { Component, ComponentKind, NamedParty } from '../component.ts';
import { meaningful } from '../placeholders.ts';
import { named } from './party-text.ts';
import { repositoryPurl } from './source-repository.ts';

/** Text that may be absent or null; anything else in its place is an error of the file. */
const text = z.string().nullish();
const organization = z.looseObject({ name: text }).nullish();
const contacts = z.array(z.looseObject({ name: text })).nullish();

/** The fields of a CycloneDX component or service that name somebody or something, versions 1.2 to 1.7. */
export const cyclonedxPartSchema = z.looseObject({
  type: text,
  supplier: organization,
  manufacturer: organization,
  provider: organization,
  publisher: text,
  author: text,
  authors: contacts,
  group: text,
  name: text,
  version: text,
  description: text,
  cpe: text,
  purl: text,
  externalReferences: z.array(z.looseObject({ type: text, url: text })).nullish(),
  properties: z.array(z.looseObject({ name: text, value: text })).nullish(),
});
export type CyclonedxPart = z.infer<typeof cyclonedxPartSchema>;

/** Who answers for the document: `metadata.manufacture` until 1.5, `manufacturer` from 1.6 on. */
export const cyclonedxMetadataSchema = z.looseObject({
  supplier: organization,
  manufacture: organization,
  manufacturer: organization,
  authors: contacts,
});

/** Types that are devices or part of one; `hardware` is not in the standard and seen all the same. */
const HARDWARE_TYPES = new Set(['device', 'hardware', 'firmware', 'device-driver']);
/** References that say where a component comes from; others (chat, issue tracker, ...) do not. */
const ORIGIN_REFERENCES = new Set(['vcs', 'distribution', 'source-distribution']);

/** One component or service, as every format's component. */
export function cyclonedxComponent(part: CyclonedxPart, isService: boolean): Component {
  const type = meaningful(part.type);
  const kind: ComponentKind = isService
    ? 'service'
    : HARDWARE_TYPES.has(type ?? '')
      ? 'device'
      : 'software';
  const repositories = (part.externalReferences ?? []).flatMap(({ type, url }) => {
    const purl = url && ORIGIN_REFERENCES.has(type ?? '') ? repositoryPurl(url) : undefined;
    return purl === undefined ? [] : [purl];
  });
  const property = (pattern: RegExp) =>
    (part.properties ?? []).flatMap(({ name, value }) => {
      const said = pattern.test(name ?? '') ? meaningful(value) : undefined;
      return said === undefined ? [] : [said];
    });
  const name = meaningful(part.name);
  const version = meaningful(part.version);
  const description = meaningful(part.description);
  const models = [
    ...property(/(^|[:.])(model|modelnumber|modelname|mpn|partnumber)$/i),
    ...(kind === 'device' && name !== undefined ? [name] : []),
  ];
  const purls = [...(part.purl ? [part.purl] : []), ...new Set(repositories)];
  const macs = property(/(^|[:.])mac(-?address)?$/i);
  const fccIds = property(/(^|[:.])fcc-?id$/i);
  return {
    kind,
    parties: partiesOf(part),
    ...(type !== undefined && { type }),
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(models.length > 0 && { models }),
    ...(macs.length > 0 && { macs }),
    ...(fccIds.length > 0 && { fccIds }),
    ...(part.cpe && { cpes: [part.cpe] }),
    ...(purls.length > 0 && { purls }),
  };
}

function partiesOf(part: CyclonedxPart): NamedParty[] {
  return [
    ...named('manufacturer', part.manufacturer?.name),
    ...named('supplier', part.supplier?.name),
    ...named('provider', part.provider?.name),
    ...named('publisher', part.publisher),
    ...named('author', part.author),
    ...(part.authors ?? []).flatMap(({ name }) => named('author', name)),
    // A group is a company's name only where it does not look like a namespace: "@scope", "com.example".
    ...(isNamespace(part.group, part.purl) ? [] : named('group', part.group)),
  ];
}

function isNamespace(group: string | null | undefined, purl: string | null | undefined): boolean {
  if (!group || /[@./\\:]/.test(group)) return true;
  const namespaces = purl ? decoded(purl).toLowerCase().split(/[/@]/) : [];
  return namespaces.includes(group.toLowerCase());
}

function decoded(purl: string): string {
  try {
    return decodeURIComponent(purl);
  } catch {
    return purl;
  }
}

/** Those who answer for the document itself; null where it names nobody. */
export function cyclonedxDocument(
  metadata: z.infer<typeof cyclonedxMetadataSchema>,
): Component | null {
  const parties = [
    ...named('manufacturer', metadata.manufacturer?.name ?? metadata.manufacture?.name),
    ...named('supplier', metadata.supplier?.name),
    ...(metadata.authors ?? []).flatMap(({ name }) => named('author', name)),
  ];
  return parties.length === 0
    ? null
    : { kind: 'document', parties, name: 'this bill of materials' };
}

/** Where in a document components and services stand that are parts: not those of tools, formulation or pedigree. */
const PARTS =
  /^(metadata\/component(\/(components|services))*|(components|services)(\/(components|services))*)$/;

export function isCyclonedxPart(path: string): boolean {
  return PARTS.test(path);
}

const VERSIONS = new Set(['1.4', '1.5', '1.6', '1.7']);

/** What to say of a version of the format; undefined where it is one that is known. */
export function versionNote(version: string | undefined): string | undefined {
  if (version === undefined) return 'the document does not state its CycloneDX version';
  return VERSIONS.has(version)
    ? undefined
    : `CycloneDX ${version} is not one of ${[...VERSIONS].join(', ')}: what it shares with them was read`;
}
