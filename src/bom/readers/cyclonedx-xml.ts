import { child, childText, itemsOf, type XmlElement, xmlElements } from '../input/xml-elements.ts';
import { refuse } from '../refusal.ts';
import {
  type CyclonedxPart,
  cyclonedxComponent,
  cyclonedxDocument,
  isCyclonedxPart,
  versionNote,
} from './cyclonedx-model.ts';
import type { BomReader } from './reader.ts';

const NAMESPACE = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/;

/** CycloneDX 1.4 to 1.7 in XML. */
export const readCyclonedxXml: BomReader = async function* (input, { limits }) {
  let version: string | undefined;
  let seenRoot = false;
  const wanted = (path: string) => path === 'bom/metadata' || isCyclonedxPart(asJsonPath(path));
  for await (const { path, pointer, line, element } of xmlElements(input, wanted, limits)) {
    const place = { file: input.name, line, pointer };
    if (!seenRoot) {
      seenRoot = true;
      version = versionOf(element);
      if (version === undefined) {
        throw refuse(
          { file: input.name, line },
          'is not CycloneDX: the root element must be "bom" in the namespace http://cyclonedx.org/schema/bom/1.x',
        );
      }
    } else if (path === 'bom/metadata') {
      const component = cyclonedxDocument({
        supplier: organization(element, 'supplier'),
        manufacture: organization(element, 'manufacture'),
        manufacturer: organization(element, 'manufacturer'),
        authors: authors(element),
      });
      if (component) yield { kind: 'line', line: { place, component } };
    } else {
      const component = cyclonedxComponent(partOf(element), element.name === 'service');
      yield { kind: 'line', line: { place, component } };
    }
  }
  const note = versionNote(version);
  if (note !== undefined) yield { kind: 'note', note };
};

/** The namespace says the version, whatever prefix is in use. */
function versionOf({ name, attributes }: XmlElement): string | undefined {
  if (name !== 'bom') return undefined;
  return Object.values(attributes).flatMap((value) => NAMESPACE.exec(value)?.[1] ?? [])[0];
}

/** `bom/components/component/components/component` -> `components/components`, as in JSON. */
function asJsonPath(path: string): string {
  return path
    .replace(/^bom\//, '')
    .replaceAll('components/component', 'components')
    .replaceAll('services/service', 'services');
}

function partOf(element: XmlElement): CyclonedxPart {
  const text = (name: string) => childText(element, name);
  return {
    type: element.attributes.type,
    supplier: organization(element, 'supplier'),
    manufacturer: organization(element, 'manufacturer'),
    provider: organization(element, 'provider'),
    publisher: text('publisher'),
    author: text('author'),
    authors: authors(element),
    group: text('group'),
    name: text('name'),
    version: text('version'),
    description: text('description'),
    cpe: text('cpe'),
    purl: text('purl'),
    externalReferences: itemsOf(element, 'externalReferences').map((reference) => ({
      type: reference.attributes.type,
      url: childText(reference, 'url'),
    })),
    properties: itemsOf(element, 'properties').map(({ attributes, text }) => ({
      name: attributes.name,
      value: text,
    })),
  };
}

function organization(element: XmlElement, name: string) {
  const found = child(element, name);
  return found && { name: childText(found, 'name') };
}

function authors(element: XmlElement) {
  return itemsOf(element, 'authors').map((author) => ({ name: childText(author, 'name') }));
}
