import t from 'tap';
import { openService } from '../http/service.ts';
import { cyclonedxJson, spdxTagValue } from './fixtures.ts';
import { workbookOf } from './workbook.ts';

t.setTimeout(120_000);

const service = await openService(t);
const send = (type: string, payload: string | Buffer, query = '') =>
  service.ask({
    ...{ method: 'POST', url: `/screen/bom${query}`, payload },
    headers: { 'content-type': type },
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
      [
        'a number for a list',
        [file, policy('activities: [procure]\nwaivers: 5')],
        400,
        /redflag\.yaml: line 2, waivers: must be an array$/,
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
