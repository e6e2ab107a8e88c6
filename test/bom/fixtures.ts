/**
 * One invented bill of materials in every format, written by hand after each
 * format's specification. Each names the maker Zorvanta, the supplier Quellmar
 * and a package, so that one contract holds for all.
 */

const part = {
  type: 'library',
  supplier: { name: 'Quellmar Trading' },
  group: 'zorvanta',
  name: 'lens-sdk',
  version: '2.1.0',
  purl: 'pkg:npm/%40zorvanta/lens-sdk@2.1.0',
  cpe: 'cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*',
};

/** CycloneDX JSON as each version has it: `author` until 1.5, `manufacturer` and `authors` from 1.6 on. */
export function cyclonedxJson(version: '1.4' | '1.5' | '1.6' | '1.7'): string {
  const modern = version === '1.6' || version === '1.7';
  const made = modern
    ? { manufacturer: { name: 'Zorvanta Optics' }, authors: [{ name: 'Ada Writer' }] }
    : { publisher: 'Zorvanta Optics', author: 'Ada Writer <ada@zorvanta.example>' };
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: version,
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'Hikvision scanner' }] },
      ...(modern
        ? { manufacturer: { name: 'Bill Maker Inc' } }
        : { manufacture: { name: 'Bill Maker Inc' } }),
      component: { type: 'device', name: 'Camera X' },
    },
    components: [
      { ...part, ...made, components: [{ type: 'firmware', name: 'inner', supplier: null }] },
      {
        type: 'device',
        name: 'MK-2CD20 dome',
        properties: [{ name: 'cdx:device:macAddress', value: 'A8:BB:C0:00:00:01' }],
        externalReferences: [{ type: 'vcs', url: 'https://github.com/zorvanta/lens' }],
      },
    ],
    services: [{ name: 'Cloud', provider: { name: 'Quellmar Trading' } }],
    dependencies: [
      { ref: 'a', dependsOn: ['b'] },
      { ref: 'b', dependsOn: ['a'] },
    ],
  };
  return JSON.stringify(document, null, 2);
}

export function cyclonedxXml(version: '1.4' | '1.5' | '1.6' | '1.7', prefix = ''): string {
  const modern = version === '1.6' || version === '1.7';
  const p = prefix === '' ? '' : `${prefix}:`;
  const organization = (name: string, value: string) =>
    `<${p}${name}><${p}name>${value}</${p}name></${p}${name}>`;
  const made = modern
    ? `${organization('manufacturer', 'Zorvanta Optics')}<${p}authors><${p}author><${p}name>Ada Writer</${p}name></${p}author></${p}authors>`
    : `<${p}author>Ada Writer</${p}author><${p}publisher>Zorvanta Optics</${p}publisher>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${p}bom xmlns${prefix === '' ? '' : `:${prefix}`}="http://cyclonedx.org/schema/bom/${version}" version="1">
  <${p}metadata>
    <${p}tools><${p}components><${p}component type="application"><${p}name>Hikvision scanner</${p}name></${p}component></${p}components></${p}tools>
    <${p}component type="device"><${p}name>Camera X</${p}name></${p}component>
    ${organization(modern ? 'manufacturer' : 'manufacture', 'Bill Maker Inc')}
  </${p}metadata>
  <${p}components>
    <${p}component type="library">
      ${organization('supplier', 'Quellmar Trading')}
      ${made}
      <${p}group>zorvanta</${p}group>
      <${p}name>lens-sdk</${p}name>
      <${p}version>2.1.0</${p}version>
      <${p}cpe>cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*</${p}cpe>
      <${p}purl>pkg:npm/%40zorvanta/lens-sdk@2.1.0</${p}purl>
      <${p}components><${p}component type="firmware"><${p}name>inner</${p}name></${p}component></${p}components>
    </${p}component>
    <${p}component type="device">
      <${p}name>MK-2CD20 dome</${p}name>
      <${p}properties><${p}property name="cdx:device:macAddress">A8:BB:C0:00:00:01</${p}property></${p}properties>
      <${p}externalReferences><${p}reference type="vcs"><${p}url>https://github.com/zorvanta/lens</${p}url></${p}reference></${p}externalReferences>
    </${p}component>
  </${p}components>
  <${p}services><${p}service><${p}provider><${p}name>Quellmar Trading</${p}name></${p}provider><${p}name>Cloud</${p}name></${p}service></${p}services>
</${p}bom>
`;
}

export const spdxJson = JSON.stringify(
  {
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'invented',
    creationInfo: {
      creators: ['Tool: invented-1.0', 'Organization: Bill Maker Inc (x@x.example)'],
    },
    packages: [
      {
        name: 'lens-sdk',
        SPDXID: 'SPDXRef-1',
        versionInfo: '2.1.0',
        supplier: 'Organization: Quellmar Trading (sales@quellmar.example)',
        originator: 'Organization: Zorvanta Optics',
        downloadLocation: 'git+https://github.com/zorvanta/lens.git@main',
        externalRefs: [
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: 'pkg:npm/%40zorvanta/lens-sdk@2.1.0',
          },
          {
            referenceCategory: 'SECURITY',
            referenceType: 'cpe23Type',
            referenceLocator: 'cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*',
          },
        ],
      },
      { name: 'other', SPDXID: 'SPDXRef-2', supplier: 'NOASSERTION', downloadLocation: 'NONE' },
      { name: 'MK-2CD20', SPDXID: 'SPDXRef-3', primaryPackagePurpose: 'DEVICE' },
    ],
    relationships: [
      {
        spdxElementId: 'SPDXRef-1',
        relationshipType: 'DEPENDS_ON',
        relatedSpdxElement: 'SPDXRef-2',
      },
      {
        spdxElementId: 'SPDXRef-2',
        relationshipType: 'DEPENDS_ON',
        relatedSpdxElement: 'SPDXRef-1',
      },
    ],
  },
  null,
  2,
);

export const spdxTagValue = `# an invented document
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
Creator: Tool: invented-1.0
Creator: Organization: Bill Maker Inc
DocumentComment: <text>over
several: lines</text>

PackageName: lens-sdk
SPDXID: SPDXRef-1
PackageVersion: 2.1.0
PackageSupplier: Organization: Quellmar Trading (sales@quellmar.example)
PackageOriginator: Organization: Zorvanta Optics
PackageDownloadLocation: git+https://github.com/zorvanta/lens.git@main
ExternalRef: PACKAGE-MANAGER purl pkg:npm/%40zorvanta/lens-sdk@2.1.0
ExternalRef: SECURITY cpe23Type cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*

FileName: ./a.c
SPDXID: SPDXRef-File

PackageName: other
SPDXID: SPDXRef-2
PackageSupplier: NOASSERTION

PackageName: MK-2CD20
SPDXID: SPDXRef-3
PrimaryPackagePurpose: DEVICE
`;

export const spdx3Json = JSON.stringify(
  {
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      {
        type: 'CreationInfo',
        '@id': '_:creationinfo',
        specVersion: '3.0.1',
        createdBy: ['https://x.example/maker'],
      },
      { type: 'Organization', spdxId: 'https://x.example/maker', name: 'Bill Maker Inc' },
      {
        type: 'software_Package',
        spdxId: 'https://x.example/1',
        name: 'lens-sdk',
        software_packageVersion: '2.1.0',
        software_packageUrl: 'pkg:npm/%40zorvanta/lens-sdk@2.1.0',
        software_downloadLocation: 'https://github.com/zorvanta/lens',
        suppliedBy: 'https://x.example/seller',
        originatedBy: ['https://x.example/origin'],
        externalIdentifier: [
          {
            type: 'ExternalIdentifier',
            externalIdentifierType: 'cpe23',
            identifier: 'cpe:2.3:a:zorvanta:lens_sdk:2.1.0:*:*:*:*:*:*:*',
          },
        ],
      },
      // Who is who may come after; references may run in circles.
      { type: 'Organization', spdxId: 'https://x.example/seller', name: 'Quellmar Trading' },
      {
        type: 'Organization',
        spdxId: 'https://x.example/origin',
        name: 'Zorvanta Optics',
        originatedBy: ['https://x.example/1'],
      },
      { type: 'software_Package', spdxId: 'https://x.example/2', name: 'other' },
      {
        type: 'software_Package',
        spdxId: 'https://x.example/3',
        name: 'MK-2CD20',
        software_primaryPurpose: 'device',
      },
    ],
  },
  null,
  2,
);
