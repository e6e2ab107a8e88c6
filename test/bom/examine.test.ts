import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import t from 'tap';
import {
  bufferInput,
  examine,
  type Finding,
  fails,
  type Inquiry,
  type Policy,
  parsePolicy,
} from '../../src/bom/index.ts';
import { folded, globOf } from '../../src/bom/policy/waivers.ts';
import { RedflagError } from '../../src/domain/error.ts';
import { openScreener, type ScreenQueryInput } from '../../src/screening/index.ts';
import { cameras, HEADER } from './cameras.ts';
import { workbookOf } from './workbook.ts';

t.setTimeout(120_000);

const NOW = new Date('2026-11-22T09:00:00.000Z');
const engine = openScreener({ data: t.testdir(), seeds: 'seeds', now: () => NOW });
t.teardown(() => engine.close());

interface Options extends Inquiry {
  readonly policy?: Policy;
  readonly columns?: ReadonlyMap<string, string>;
}

/** Examines contents by their names, all in one job. */
async function examined(
  contents: Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
) {
  const { policy = null, columns = new Map(), ...inquiry } = options;
  const files = Object.entries(contents).map(([name, content]) => ({
    input: bufferInput(name, typeof content === 'string' ? Buffer.from(content) : content),
    ...{ policy, columns },
  }));
  return examine(engine, files, { inquiry, now: () => NOW });
}

const rows = cameras.map(({ cells }) => cells);
const csv = [HEADER, ...rows]
  .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
  .join('\r\n');

function said(finding: Finding | undefined) {
  if (!finding) return null;
  const { party, path, kind, consequence, matched } = finding;
  return {
    ...{ party: party.id, kind, consequence },
    ...(path !== '' && { path }),
    matched: matched.map(({ field, evidence }) => `${field} ${evidence}`),
  };
}

t.test('every line of a camera bill of materials is answered rightly', async (t) => {
  const inquiry = { activities: ['procure'], asOf: '2026-11-22' } as const;
  const text = await examined({ 'cameras.csv': csv }, inquiry);
  const book = await examined(
    { 'cameras.xlsx': workbookOf({ Cameras: [HEADER, ...rows] }) },
    inquiry,
  );
  t.equal(text.components, cameras.length);
  for (const [index, { about, expected }] of cameras.entries()) {
    const line = index + 2;
    const inText = text.findings.filter(({ place }) => place.line === line);
    const inBook = book.findings.filter(({ place }) => place.line === line);
    t.same(said(inText[0]), expected, about);
    t.ok(inText.length <= 1, `${about}: once`);
    t.same(inBook.map(said), inText.map(said), `${about}: the same in a workbook`);
    if (expected)
      t.match(inBook[0]?.place, { sheet: 'Cameras', cell: /^[A-E]\d+$/ }, 'at its cell');
  }
  for (const { answer } of text.findings) {
    for (const { matchedOn, designations } of answer.screening.matches) {
      t.ok(
        matchedOn.citations.length > 0 &&
          designations.every(({ citations }) => citations.length > 0),
        'cited',
      );
    }
  }
});

t.test('the law is that of the day asked about', async (t) => {
  const bom = { 'a.csv': 'Manufacturer\nHikvision' };
  const of = async (asOf: string) =>
    (await examined(bom, { asOf, activities: ['procure'] })).findings[0]?.consequence ?? null;
  t.equal(await of('2019-08-12'), 'watch', 'a day before section 889 part A took effect');
  t.equal(await of('2019-08-13'), 'prohibited', 'on the day');
  const use = await examined(bom, { asOf: '2019-10-01', activities: ['use'] });
  t.equal(use.findings[0]?.consequence ?? null, null, 'using was not yet forbidden');
  const lists = await examined(bom, { lists: ['fcc-covered'], asOf: '2026-11-22' });
  t.same(
    [...new Set(lists.findings[0]?.answer.screening.determinations.map(({ list }) => list))],
    ['fcc-covered'],
  );
  await t.rejects(examined(bom, { lists: ['nope'] }), RedflagError);
});

t.test('a supplier may be a distributor, and the answer says so', async (t) => {
  const { findings } = await examined({
    'a.csv':
      'Manufacturer,MPN,Supplier\nMurata,GRM1,Hikvision USA\nHikvision,X,Hikvision\nAxis,P3245,ADI Global',
  });
  t.same(
    findings.map(({ role, place }) => [role, place.line]),
    [
      ['supplier', 2],
      ['maker', 3],
    ],
  );
  t.match(findings[0]?.notes, [/on the supplier, who may be a distributor/]);
  t.match(
    findings[1]?.matched.map(({ field }) => field),
    ['manufacturer', 'supplier'],
    'one name is asked about once',
  );
});

t.test('a country of origin is not the country of the maker', async (t) => {
  const { findings } = await examined({
    'a.csv': 'Manufacturer,Country of origin\nHikvision,Vietnam',
  });
  t.match(findings[0], { consequence: /./, component: { countryOfOrigin: 'Vietnam' } });
});

const sbom = (components: readonly object[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });

t.test('software of a listed party is provenance, not covered equipment', async (t) => {
  const { findings } = await examined({
    'a.json': sbom([
      {
        type: 'library',
        name: 'huaweicloud-sdk-core',
        purl: 'pkg:npm/%40huaweicloud/huaweicloud-sdk-core@3.1.0',
      },
      {
        type: 'library',
        name: 'payload',
        externalReferences: [{ type: 'vcs', url: 'https://github.com/dji-sdk/Payload-SDK' }],
      },
      { type: 'library', name: 'a', author: 'Huawei Technologies Co., Ltd.' },
      { type: 'library', name: 'hikvisionapi', purl: 'pkg:pypi/hikvisionapi@1.0' },
      {
        type: 'library',
        name: 'huawei-lte-api',
        purl: 'pkg:pypi/huawei-lte-api@1.0',
        group: 'huawei-lte',
      },
      { type: 'library', name: 'b', supplier: { name: 'Crates Io' }, publisher: 'NOASSERTION' },
    ]),
  });
  t.same(
    findings.map(({ place, kind, consequence, party }) => [
      place.pointer,
      kind,
      consequence,
      party.id,
    ]),
    [
      ['/components/0', 'provenance', null, 'huawei'],
      ['/components/1', 'provenance', null, 'dji'],
      ['/components/2', 'provenance', null, 'huawei'],
    ],
    'a wrapper by somebody else is nothing',
  );
  for (const finding of findings) {
    t.match(finding.notes.join(), /not covered equipment by itself/);
    t.equal(fails(finding), false, 'it does not fail at the default level');
  }
});

t.test('real SBOMs of this project: nothing, until a listed party is put in', async (t) => {
  const made = (format: string) =>
    execFileSync('npm', ['sbom', `--sbom-format=${format}`, '--omit=dev'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
  const cyclonedx = JSON.parse(made('cyclonedx'));
  const spdx = JSON.parse(made('spdx'));
  const clean = await examined({
    'cdx.json': JSON.stringify(cyclonedx),
    'spdx.json': JSON.stringify(spdx),
  });
  t.ok(clean.components > 100, `${clean.components} components`);
  t.same(clean.findings.map(said), [], 'no finding');
  const purl = 'pkg:npm/%40huaweicloud/huaweicloud-sdk-core@3.1.150';
  const supplier = 'Hangzhou Hikvision Digital Technology';
  const at = cyclonedx.components.length;
  cyclonedx.components.push({
    type: 'library',
    group: '@huaweicloud',
    name: 'huaweicloud-sdk-core',
    purl,
  });
  cyclonedx.components.push({ type: 'device', name: 'Recorder', supplier: { name: supplier } });
  const from = spdx.packages.length;
  const reference = {
    referenceCategory: 'PACKAGE-MANAGER',
    referenceType: 'purl',
    referenceLocator: purl,
  };
  spdx.packages.push({
    name: 'huaweicloud-sdk-core',
    SPDXID: 'SPDXRef-hw',
    supplier: 'NOASSERTION',
    externalRefs: [reference],
  });
  spdx.packages.push({
    name: 'recorder',
    SPDXID: 'SPDXRef-hk',
    supplier: `Organization: ${supplier}`,
  });
  const { findings } = await examined(
    { 'cdx.json': JSON.stringify(cyclonedx), 'spdx.json': JSON.stringify(spdx) },
    { activities: ['procure'] },
  );
  t.same(
    findings.map(({ place, ...finding }) => [
      place.file,
      place.pointer,
      said({ place, ...finding }),
    ]),
    ['cdx.json', 'spdx.json'].flatMap((file) => {
      const [room, first] = file === 'cdx.json' ? ['components', at] : ['packages', from];
      return [
        [
          file,
          `/${room}/${first}`,
          {
            party: 'huawei',
            kind: 'provenance',
            consequence: null,
            matched: ['purl vendor-document'],
          },
        ],
        [
          file,
          `/${room}/${first + 1}`,
          {
            party: 'hikvision',
            kind: 'match',
            consequence: 'prohibited',
            matched: ['supplier name'],
          },
        ],
      ];
    }),
    'each at its place, graded',
  );
});

t.test(
  'a maker is asked about once, however often and in however many files it stands',
  async (t) => {
    const asked: ScreenQueryInput[] = [];
    const counting = {
      ...engine,
      screen: (query: ScreenQueryInput) => {
        asked.push(query);
        return engine.screen(query);
      },
    };
    const makers = ['Murata', 'Yageo', 'Hikvision', 'Axis Communications', 'Bosch'];
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `${makers[at % 5]},PN-${at},Distributor ${at % 3}`,
    );
    const text = `Manufacturer,MPN,Supplier\n${lines.join('\n')}`;
    const files = ['a.csv', 'a.csv'].map((name) => ({
      input: bufferInput(name, Buffer.from(text)),
    }));
    const { findings, questions } = await examine(counting, files, { now: () => NOW });
    t.equal(asked.length, 8, 'five makers and three suppliers');
    t.equal(questions, 8);
    t.equal(findings.length, 2000, 'every line is a finding of its own');
    t.equal(new Set(findings.map(({ answer }) => answer.screening.id)).size, 1, 'with one answer');
  },
);

const known = {
  isList: (id: string) => engine.catalogue.lists.has(id),
  isParty: (id: string) => engine.catalogue.party(id) !== undefined,
};
const policyOf = (text: string) => parsePolicy('redflag.yaml', text, known);

const waiver = (party: string, component: string, expires = '2027-01-31') =>
  `  - party: ${party}\n    component: "${component}"\n    reason: replaced by March\n    approver: A. Person\n    expires: ${expires}\n`;

t.test('a waiver marks a finding and hides none', async (t) => {
  const bom = {
    'a.csv':
      'Manufacturer,Model\nHikvision,DS-2CD2042WD-I\nHikvision,DS-2CD2143G2-I\nEZVIZ,CS-C6N-A0',
  };
  const run = async (waivers: string) => {
    const { findings, waivers: reports } = await examined(bom, {
      policy: policyOf(`waivers:\n${waivers}`),
    });
    return {
      waived: findings.map(({ waiver }) => waiver !== null),
      fails: findings.map(fails),
      reports: reports.map(({ state, line }) => [state, line]),
    };
  };
  const none = [true, true, true];
  t.same(
    await run(waiver('hikvision', 'ds-2cd2042*')),
    { waived: [true, false, false], fails: [false, true, true], reports: [] },
    'of one component, in any case',
  );
  t.same(
    await run(waiver('hikvision', '*')),
    { waived: none, fails: [false, false, false], reports: [] },
    'of the listed party reaches its subsidiary',
  );
  t.same(
    await run(waiver('ezviz', '*')),
    { waived: [false, false, true], fails: [true, true, false], reports: [] },
    'of the subsidiary does not climb',
  );
  t.same(
    await run(waiver('hikvision', '*', '2026-11-22')),
    { waived: none, fails: [false, false, false], reports: [] },
    'holds on its last day',
  );
  t.same(
    await run(waiver('hikvision', '*', '2026-11-21')),
    { waived: [false, false, false], fails: none, reports: [['expired', 2]] },
    'and not after',
  );
  t.same(
    (await run(`${waiver('hikvision', '*')}${waiver('dahua', '*')}`)).reports,
    [['unused', 7]],
    'one that nothing needs is reported',
  );
});

t.test(
  'law: a pattern holds for what a regular expression would, and answers at once',
  async (t) => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', '.', 'Σ', 'ς', '-') });
    const glob = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('*'));
    const naive = (glob: string, name: string) =>
      new RegExp(`^${folded(glob).replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 's').test(
        folded(name),
      );
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(glob, text, (glob, name) => globOf(glob)(folded(name)) === naive(glob, name)),
      ),
    );
    t.equal(globOf('ds-2cd*-i')(folded('DS-2CD2042WD-I')), true);
    t.equal(globOf('*ab*ab*')(folded('xabx')), false, 'parts do not share letters');
    const begun = performance.now();
    globOf(`${'*a'.repeat(200)}b`)('A'.repeat(100_000));
    t.ok(performance.now() - begun < 2000, 'nothing that a stranger writes takes long');
  },
);

t.test('a policy says what is asked about, and options say otherwise', async (t) => {
  const policy = policyOf(
    'activities: [procure]\nlists: [ndaa-889]\nfailOn: blocked\nthreshold: 0.9\n',
  );
  const bom = { 'a.csv': 'Manufacturer\nHikvision' };
  const { findings, files } = await examined(bom, { policy });
  t.match(files[0], {
    policy: 'redflag.yaml',
    activities: ['procure'],
    lists: ['ndaa-889'],
    failOn: 'blocked',
  });
  t.equal(findings.some(fails), false, 'prohibited is below blocked');
  const stricter = await examined(bom, { policy, failOn: 'watch' });
  t.equal(stricter.findings.some(fails), true);
});

t.test('a policy with errors is refused by line and field', async (t) => {
  const table: [string, string, RegExp][] = [
    ['an unknown field', 'failon: watch\n', /redflag\.yaml: line 1, failon: is not a field here/],
    ['a level that is none', '\nfailOn: bad\n', /line 2, failOn: must be one of possible-match, /],
    ['a number for a list', 'waivers: 5\n', /redflag\.yaml: line 1, waivers: must be an array$/],
    ['a text for a number', 'threshold: high\n', /line 1, threshold: must be a number$/],
    ['a number too large', 'threshold: 2\n', /line 1, threshold: must be at most 1$/],
    ['a list for a name', 'failOn: [watch]\n', /line 1, failOn: must be one of /],
    ['no entry', 'lists: []\n', /line 1, lists: must have at least 1 entry$/],
    [
      'a waiver that is none',
      'waivers:\n  - hikvision\n',
      /line 2, waivers\.0: must be an object$/,
    ],
    [
      'an unknown list',
      'lists:\n  - ndaa-889\n  - nope\n',
      /line 3, lists\.1: there is no list "nope"/,
    ],
    [
      'an unknown party',
      `waivers:\n${waiver('hikvison', '*')}`,
      /line 2, waivers\.0\.party: there is no party "hikvison"/,
    ],
    [
      'a waiver without reason',
      'waivers:\n  - party: hikvision\n    component: "*"\n    approver: A\n    expires: 2027-01-01\n',
      /line 2, waivers\.0\.reason: is needed$/,
    ],
    [
      'a date that is none',
      `waivers:\n${waiver('hikvision', '*', '2027-02-30')}`,
      /line 6, waivers\.0\.expires: is not a day/,
    ],
    ['no YAML', 'waivers: [', /redflag\.yaml: line 1/],
    ['no mapping', '- a\n', /redflag\.yaml: line 1: must be an object$/],
  ];
  for (const [name, text, expected] of table) {
    t.throws(() => policyOf(text), { code: 'invalid-policy', message: expected }, name);
  }
  t.same(policyOf('').waivers, [], 'an empty file is a policy that says nothing');
});
