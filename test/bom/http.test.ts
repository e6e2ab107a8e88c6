import t from 'tap';
import { openService } from '../http/service.ts';
import { cameras, HEADER } from './cameras.ts';
import { cyclonedxJson, cyclonedxXml, spdx3Json, spdxJson, spdxTagValue } from './fixtures.ts';
import { utf16 } from './reading.ts';
import { workbookOf } from './workbook.ts';

t.setTimeout(120_000);

const service = await openService(t);
const send = (type: string | undefined, payload: string | Buffer, query = '') =>
  service.ask({
    ...{ method: 'POST', url: `/screen/bom${query}`, payload },
    headers: type === undefined ? {} : { 'content-type': type },
  });

const rows = [HEADER, ...cameras.map(({ cells }) => cells)];
const csv = rows.map((cells) => cells.join(',')).join('\n');

t.test('a bill of materials of any format is a body', async (t) => {
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const table: [
    name: string,
    type: string,
    body: string | Buffer,
    format: string,
    query?: string,
  ][] = [
    ['CSV', 'text/csv', csv, 'csv'],
    ['CSV with a character set', 'text/csv; charset=utf-16', utf16(csv, 'le'), 'csv'],
    ['TSV', 'text/tab-separated-values', csv.replaceAll(',', '\t'), 'csv'],
    ['XLSX', xlsx, workbookOf({ A: rows }), 'xlsx'],
    [
      'CycloneDX JSON',
      'application/vnd.cyclonedx+json; version=1.6',
      cyclonedxJson('1.6'),
      'cyclonedx-json',
    ],
    ['CycloneDX as plain JSON', 'application/json', cyclonedxJson('1.4'), 'cyclonedx-json'],
    ['CycloneDX XML', 'application/vnd.cyclonedx+xml', cyclonedxXml('1.7'), 'cyclonedx-xml'],
    ['CycloneDX as plain XML', 'application/xml', cyclonedxXml('1.5'), 'cyclonedx-xml'],
    ['SPDX 2.3', 'application/spdx+json', spdxJson, 'spdx-json'],
    ['SPDX 3.0', 'application/ld+json', spdx3Json, 'spdx3-json'],
    ['SPDX tag-value', 'text/spdx', spdxTagValue, 'spdx-tag-value'],
    ['names', 'text/plain', 'Hikvision\nAxis\n', 'names'],
    ['what the parameter says', 'application/octet-stream', csv, 'csv', '?input=csv'],
  ];
  for (const [name, type, body, format, query] of table) {
    const answer = await send(type, body, query);
    t.equal(answer.statusCode, 200, name);
    t.match(answer.json().summary.files, [{ format }], `${name}: ${format}`);
  }
});

t.test('the answer has the lines that match, each at its place', async (t) => {
  const { findings, summary, coverage } = (
    await send('text/csv', csv, '?activity=procure&asOf=2026-11-22&file=cameras.csv')
  ).json();
  t.equal(findings.length, cameras.filter(({ expected }) => expected !== null).length);
  t.match(findings[0], {
    location: { file: 'cameras.csv', line: 2 },
    component: { manufacturer: 'Hikvision', model: 'DS-2CD2042WD-I' },
    consequence: 'prohibited',
    waived: false,
    screening: {
      id: /^scr_/,
      outcome: 'match',
      asOf: '2026-11-22',
      determinations: [{ activity: 'procure' }],
    },
  });
  t.equal(summary.components, cameras.length);
  t.ok(coverage.notChecked.length > 0);
  const narrowed = (await send('text/csv', csv, '?lists=fcc-covered&activity=procure,use')).json();
  const lists = narrowed.findings.flatMap(
    ({ screening }: { screening: { determinations: { list: string }[] } }) =>
      screening.determinations.map(({ list }) => list),
  );
  t.same(
    [...new Set(lists)].filter((list) => list !== 'fcc-covered'),
    [],
  );
  const chosen = (
    await send('text/csv', 'Who,What\nHikvision,x', '?columns=manufacturer=Who')
  ).json();
  t.equal(chosen.findings.length, 1);
});

t.test('what cannot be answered is a problem that says why', async (t) => {
  const table: [
    name: string,
    type: string | undefined,
    body: string,
    query: string,
    status: number,
    detail: RegExp,
  ][] = [
    ['no body', 'text/csv', '', '', 400, /empty|needed/],
    ['broken JSON', 'application/json', '{"bomFormat":', '', 400, /bom:1/],
    ['no header', 'text/csv', 'a,b\n1,2', '', 400, /bom:1: no header/],
    ['an unknown content type', 'application/pdf', 'x', '', 415, /takes .*text\/csv.*multipart/],
    ['an unknown format', 'text/csv', csv, '?input=doc', 400, /input: must be one of/],
    ['an unknown parameter', 'text/csv', csv, '?colour=red', 400, /colour/],
    ['an unknown list', 'text/csv', csv, '?lists=nope', 400, /there is no list "nope"/],
    ['an unknown activity', 'text/csv', csv, '?activity=fly', 400, /activity/],
    ['a day that is none', 'text/csv', csv, '?asOf=2026-02-30', 400, /asOf/],
    ['an unknown column', 'text/csv', csv, '?columns=model=Nope', 400, /there is no column "Nope"/],
    [
      'too many components',
      'text/plain',
      'x\n'.repeat(100_001),
      '?input=names',
      413,
      /holds more than/,
    ],
  ];
  for (const [name, type, body, query, status, detail] of table) {
    const answer = await send(type, body, query);
    t.equal(answer.statusCode, status, name);
    t.match(answer.headers['content-type'], /application\/problem\+json/);
    t.match(answer.json().detail, detail, `${name}: ${answer.json().detail}`);
  }
  const large = await send('text/csv', `Manufacturer\n${'x'.repeat(34_000_000)}`);
  t.equal(large.statusCode, 413, 'too large');
});

/** A form with the parts that are given, as `curl -F` sends it. */
async function form(
  parts: readonly (readonly [name: string, content: string | Blob, fileName?: string])[],
  query = '',
) {
  const data = new FormData();
  for (const [name, content, fileName] of parts) {
    if (fileName === undefined) data.append(name, content);
    else data.append(name, new Blob([content]), fileName);
  }
  const request = new Request('http://redflag.test', { method: 'POST', body: data });
  const type = request.headers.get('content-type') ?? '';
  return send(type, Buffer.from(await request.arrayBuffer()), query);
}

const waived = (party: string, expires: string) =>
  `waivers:\n  - party: ${party}\n    component: "DS-*"\n    reason: Replaced in March\n    approver: Head of procurement\n    expires: ${expires}\n`;
const LINES = 'Manufacturer,Model\nHikvision,DS-2CD2042WD-I\nDahua,IPC-HDW1';

t.test(
  'a policy comes beside the file: waivers mark findings, and its questions are asked',
  async (t) => {
    const { findings, summary } = (
      await form([
        ['file', LINES, 'site.csv'],
        [
          'policy',
          `activities: [procure]\nfailOn: blocked\n${waived('hikvision', '2027-03-31')}`,
          'redflag.yaml',
        ],
      ])
    ).json();
    t.match(findings[0], {
      location: { file: 'site.csv', line: 2 },
      waived: true,
      waiver: {
        party: 'hikvision',
        reason: 'Replaced in March',
        approver: 'Head of procurement',
        expires: '2027-03-31',
      },
      expiredWaiver: null,
    });
    t.match(findings[1], { waived: false, waiver: null, expiredWaiver: null });
    t.match(summary, {
      waived: 1,
      failing: 0,
      files: [{ policy: 'redflag.yaml', activities: ['procure'], failOn: 'blocked' }],
    });

    const late = (
      await form([
        ['file', LINES, 'site.csv'],
        ['policy', waived('hikvision', '2026-11-21')],
      ])
    ).json();
    t.match(late.findings[0], {
      waived: false,
      waiver: null,
      expiredWaiver: { expires: '2026-11-21' },
    });
    t.match(late.summary.waivers, [
      { file: 'redflag.yaml', line: 2, state: 'expired', waiver: { party: 'hikvision' } },
    ]);

    const asked = await form(
      [
        ['file', LINES, 'site.csv'],
        ['policy', 'activities: [procure]'],
      ],
      '?activity=use&file=other.csv',
    );
    t.match(
      asked.json().summary.files,
      [{ name: 'other.csv', activities: ['use'] }],
      'parameters come first',
    );
    const sarif = await form(
      [
        ['file', LINES, 'site.csv'],
        ['policy', waived('hikvision', '2027-03-31')],
      ],
      '?format=sarif',
    );
    t.match(
      sarif.json().runs[0].results[0].suppressions,
      [{ status: 'accepted' }],
      'in reports too',
    );
  },
);

t.test('a form needs no policy, and its file may be of any format', async (t) => {
  const rows = [['Manufacturer'], ['Hikvision']];
  const table: [
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fileName: string,
    format: string,
  ][] = [
    ['CSV', LINES, 'a.csv', 'csv'],
    ['XLSX', new Uint8Array(workbookOf({ A: rows })), 'a.xlsx', 'xlsx'],
    ['CycloneDX', cyclonedxJson('1.6'), 'bom.json', 'cyclonedx-json'],
    ['SPDX', spdxTagValue, 'bom.spdx', 'spdx-tag-value'],
  ];
  for (const [name, content, fileName, format] of table) {
    const answer = await form([['file', new Blob([content]), fileName]]);
    t.equal(answer.statusCode, 200, name);
    t.match(answer.json().summary.files, [{ name: fileName, format, policy: null }], name);
  }
  t.equal((await form([['file', 'Hikvision\n']])).statusCode, 200, 'a file sent as a field');
});

t.test('a form or a policy that is wrong is refused by part, line and field', async (t) => {
  const file = ['file', LINES, 'site.csv'] as const;
  const policy = (text: string | Blob) => ['policy', text, 'redflag.yaml'] as const;
  const table: [name: string, parts: Parameters<typeof form>[0], status: number, detail: RegExp][] =
    [
      ['no file', [policy('')], 400, /file: is missing/],
      [
        'an unknown part',
        [file, ['colour', 'red']],
        400,
        /colour: the parts of the form are file and policy/,
      ],
      ['a part twice', [policy(''), policy('')], 400, /policy: came twice/],
      ['too many parts', [file, policy(''), policy('')], 400, /each once/],
      [
        'an unknown field',
        [file, policy('failon: watch')],
        400,
        /redflag\.yaml: line 1, failon: is not a field here/,
      ],
      [
        'an unknown party',
        [file, policy(waived('hikvison', '2027-03-31'))],
        400,
        /line 2, waivers\.0\.party: there is no party "hikvison"/,
      ],
      [
        'an unknown list',
        [file, policy('lists: [nope]')],
        400,
        /line 1, lists\.0: there is no list "nope"/,
      ],
      [
        'a day that is none',
        [file, policy(waived('hikvision', '2027-02-30'))],
        400,
        /line 6, waivers\.0\.expires: is not a day/,
      ],
      ['no YAML', [file, policy('waivers: [')], 400, /redflag\.yaml: line 1/],
      [
        'a bomb of brackets',
        [file, policy('['.repeat(60_000))],
        400,
        /nested too deeply.{0,2000}more errors$/,
      ],
      [
        'a policy that is no text',
        [file, policy(new Blob([Uint8Array.of(0xff, 0xfe, 0x41)]))],
        400,
        /is not text in UTF-8/,
      ],
      [
        'a policy that is too large',
        [file, policy('#'.repeat(70_000))],
        413,
        /redflag\.yaml: is larger than/,
      ],
      ['an empty file', [['file', '', 'site.csv']], 400, /site\.csv: is empty/],
    ];
  for (const [name, parts, status, detail] of table) {
    const answer = await form(parts);
    t.equal(answer.statusCode, status, name);
    t.match(answer.json().detail, detail, `${name}: ${answer.json().detail}`);
  }
  const broken = await send(
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nHik',
  );
  t.match([broken.statusCode, broken.json().detail], [400, /not a whole form/]);
  const unbound = await send('multipart/form-data', 'x');
  t.match([unbound.statusCode, unbound.json().detail], [400, /names no boundary/]);
});
