import fc from 'fast-check';
import t from 'tap';
import { readSeeds } from '../../src/catalogue/seeds/index.ts';
import { parseCpe } from '../../src/devices/cpe.ts';
import {
  DeviceIndex,
  macDigits,
  normaliseModel,
  weighDeviceHits,
} from '../../src/devices/index.ts';
import { packagePath } from '../../src/devices/package.ts';
import { type Devices, devicesSchema } from '../../src/domain/device.ts';

const base = {
  ...{ evidence: 'registry', confidence: 'high', alone: true },
  citations: [{ source: 'invented', locator: null }],
};

const devices: Devices[] = [
  devicesSchema.parse({
    id: 'maker',
    signs: [
      { ...base, kind: 'model', pattern: 'MK-2CD' },
      { ...base, kind: 'model', pattern: 'IP-\\d', alone: false, evidence: 'community' },
      { ...base, kind: 'mac', registrant: 'Maker Co.', blocks: 'A8BBC0 0C0FFE' },
      { ...base, kind: 'fcc-grantee', code: '2AMKR' },
      { ...base, kind: 'fcc-grantee', code: 'MKR' },
      { ...base, kind: 'cpe-vendor', vendor: 'maker' },
      { ...base, kind: 'package', pattern: 'npm/@maker/*' },
    ],
  }),
  devicesSchema.parse({
    id: 'tenant',
    signs: [
      { ...base, kind: 'mac', registrant: 'Tenant Ltd', blocks: 'A8BBC05 A8BBC0123' },
      { ...base, kind: 'chip', pattern: 'TC\\d{3}' },
      { ...base, kind: 'cpe-vendor', vendor: 'tenant', parts: ['o', 'h'] },
    ],
  }),
];

const index = new DeviceIndex(devices);
const parties = (product: Parameters<DeviceIndex['identify']>[0]) =>
  index.identify(product).map(({ party }) => party);

t.test('a product points to a party by what it bears', async (t) => {
  const table: [string, Parameters<DeviceIndex['identify']>[0], string[]][] = [
    ['a model of the family', { model: 'MK-2CD2042WD-I' }, ['maker']],
    ['in lower case, as in CPE names', { model: 'mk-2cd2026g2-iu\\/sl_firmware' }, ['maker']],
    ['with a typographic dash', { model: 'MK–2CD20' }, ['maker']],
    ['a longer number that only holds it', { model: 'X-MK-2CD20' }, []],
    ['an address in the large block', { mac: 'a8:bb:c0:ff:00:01' }, ['maker']],
    ['with dots', { mac: 'A8BB.C0FF.0001' }, ['maker']],
    ['in a small block inside it', { mac: 'A8-BB-C0-50-00-01' }, ['tenant']],
    ['in the smallest', { mac: 'A8BBC0123456' }, ['tenant']],
    ['a block alone', { mac: '0C0FFE' }, ['maker']],
    ['an address that its owner made up', { mac: 'AA:BB:C0:00:00:01' }, []],
    ['no address', { mac: 'hello' }, []],
    ['an FCC id with a digit first', { fccId: '2AMKR-5604SD' }, ['maker']],
    ['with the words around it', { fccId: 'FCC ID: 2AMKR 5604' }, ['maker']],
    ['with a letter first', { fccId: 'MKRMU5001' }, ['maker']],
    ['a grantee code without a product', { fccId: '2AMKR' }, []],
    ['another five-character code', { fccId: '2AMKX-1' }, []],
    ['a CPE name', { cpe: 'cpe:2.3:o:maker:thing_firmware:1.0:*:*:*:*:*:*:*' }, ['maker']],
    ['a CPE URI', { cpe: 'cpe:/h:maker:thing' }, ['maker']],
    ['a vendor that only holds the word', { cpe: 'cpe:2.3:a:makerspace:x:1:*:*:*:*:*:*:*' }, []],
    ['a part that the vendor string is not used for', { cpe: 'cpe:2.3:a:tenant:x:1' }, []],
    ['a package of the scope', { purl: 'pkg:npm/%40maker/core@1.0.0' }, ['maker']],
    ['somebody else about the maker', { purl: 'pkg:npm/maker-api@1.0.0' }, []],
    ['no package URL', { purl: 'not a purl' }, []],
  ];
  for (const [name, product, expected] of table) t.same(parties(product), expected, name);
});

t.test('signs are weighed against each other and the brand', async (t) => {
  const weigh = (product: Parameters<DeviceIndex['identify']>[0], agrees?: boolean) =>
    weighDeviceHits(index.identify(product), () => agrees).map(({ strength }) => strength);
  t.same(weigh({ model: 'MK-2CD1' }), ['strong'], 'a full family form counts alone');
  t.same(weigh({ model: 'IP-1' }), [], 'a weak one does not');
  t.same(weigh({ model: 'IP-1' }, true), ['strong'], 'unless the brand agrees');
  t.same(weigh({ model: 'IP-1', mac: '0C0FFE000001' }), ['strong', 'strong'], 'or a second sign');
  t.same(weigh({ model: 'MK-2CD1' }, false), ['possible'], "another's brand takes away");
  t.same(weigh({ mac: '0C0FFE000001' }, false), ['strong'], 'but not from what is registered');
  t.same(weigh({ model: 'TC100' }, true), ['possible'], 'a chip never determines');
  t.same(weigh({ purl: 'pkg:npm/%40maker/core' }, true), ['possible'], 'nor does a package');
});

t.test('what is read never breaks on what is written', async (t) => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(text, (value) => {
        index.identify({ model: value, mac: value, fccId: value, cpe: value, purl: value });
        return normaliseModel(normaliseModel(value)) === normaliseModel(value);
      }),
    ),
  );
  t.equal(macDigits('44:19:b6:00:00:01'), '4419B6000001');
  const paths: Record<string, string | null> = {
    'pkg:golang/github.com/maker/sdk@v1': 'golang/github.com/maker/sdk',
    'pkg:npm/%40maker/core@3.1.0?os=linux#lib': 'npm/@maker/core',
    ' pkg://NPM//maker//core@': 'npm/maker/core',
    'pkg:pypi/Maker_SDK@1.0': 'pypi/maker-sdk',
    'pkg:oci/camera@sha256%3A244fd': 'oci/camera',
    'pkg:npm/%zz': null,
    'pkg:npm/': null,
    'npm/maker': null,
  };
  for (const [purl, path] of Object.entries(paths)) t.equal(packagePath(purl), path, purl);
  t.same(parseCpe('cpe:2.3:h:tp\\:link:x\\/y'), { part: 'h', vendor: 'tp:link', product: 'x/y' });
});

t.test('every example in the curated signs is found by its own sign', async (t) => {
  const curated = readSeeds('seeds').devices.map(({ value }) => value);
  const known = new DeviceIndex(curated);
  t.ok(curated.length > 20, `${curated.length} parties`);
  t.notMatch(
    JSON.stringify(curated),
    /from memory|verify/i,
    'nothing is stated without a document',
  );
  for (const { id, signs } of curated) {
    for (const sign of signs) {
      const asked = sign.examples.filter((example) => !example.includes(' | '));
      for (const example of asked) {
        const hits = known.identify(
          sign.kind === 'fcc-grantee'
            ? { fccId: example }
            : sign.kind === 'cpe-vendor'
              ? { cpe: example }
              : { model: example },
        );
        t.ok(
          hits.some(({ party }) => party === id),
          `${id}: ${example}`,
        );
      }
    }
  }
});
