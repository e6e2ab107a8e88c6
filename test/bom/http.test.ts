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
