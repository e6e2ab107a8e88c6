import type { Component, NamedParty, PartyField } from '../component.ts';
import { meaningful } from '../placeholders.ts';
import { named } from './party-text.ts';
import { repositoryPurl } from './source-repository.ts';

/** What an SPDX 2.3 package says, in JSON and in tag-value alike. */
export interface SpdxPackage {
  readonly name?: string | null | undefined;
  readonly version?: string | null | undefined;
  readonly supplier?: string | null | undefined;
  readonly originator?: string | null | undefined;
  readonly downloadLocation?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly references: readonly { readonly type: string; readonly locator: string }[];
}

const DEVICE_PURPOSES = new Set(['DEVICE', 'FIRMWARE']);

/** One package, as every format's component. */
export function spdxComponent(spdx: SpdxPackage): Component {
  const name = meaningful(spdx.name);
  const version = meaningful(spdx.version);
  const description = meaningful(spdx.description);
  const purpose = meaningful(spdx.purpose);
  const located = (type: RegExp) =>
    spdx.references.flatMap((reference) => (type.test(reference.type) ? [reference.locator] : []));
  const repository = spdx.downloadLocation ? repositoryPurl(spdx.downloadLocation) : undefined;
  const purls = [...located(/purl$/i), ...(repository === undefined ? [] : [repository])];
  const cpes = located(/cpe2[23]Type$/i);
  const isDevice = DEVICE_PURPOSES.has(purpose?.toUpperCase() ?? '');
  return {
    kind: isDevice ? 'device' : 'software',
    parties: [...actor('supplier', spdx.supplier), ...actor('originator', spdx.originator)],
    ...(purpose !== undefined && { type: purpose.toLowerCase() }),
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    ...(isDevice && name !== undefined && { models: [name] }),
    ...(cpes.length > 0 && { cpes }),
    ...(purls.length > 0 && { purls }),
  };
}

/** `Organization: Example Co. (info@x.example)`; a tool is nobody. */
export function actor(field: PartyField, text: string | null | undefined): NamedParty[] {
  if (!text || /^\s*Tool\s*:/i.test(text)) return [];
  return named(field, text.replace(/^\s*(Organization|Person)\s*:/i, ''));
}

/** Those who made the document; null where it names nobody but tools. */
export function spdxDocument(creators: readonly string[]): Component | null {
  const parties = creators.flatMap((creator) => actor('creator', creator));
  return parties.length === 0
    ? null
    : { kind: 'document', parties, name: 'this bill of materials' };
}

export function spdxVersionNote(version: string | undefined): string | undefined {
  if (version === undefined) return 'the document does not state its SPDX version';
  return /^SPDX-2\.[23]$/.test(version)
    ? undefined
    : `${version} is not SPDX-2.3: what it shares with it was read`;
}
