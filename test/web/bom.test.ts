import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { cyclonedxJson, cyclonedxXml, spdx3Json, spdxJson, spdxTagValue } from '../bom/fixtures.ts';
import { workbookOf } from '../bom/workbook.ts';
import { openPage } from './browser.ts';
import {
  excessWidth,
  HOSTILE,
  harm,
  heldBack,
  inBrowser,
  view,
  violations,
  workMeter,
} from './views.ts';

const CAMERAS = [
  'Manufacturer,Model,Description,MAC',
  'Hikvision,DS-2CD2042WD-I,Bullet camera,44:19:b6:00:00:01',
  'Axis Communications,P3245-V,Dome camera,',
  'EZVIZ,C6N,"<img src=x onerror=alert(1)> \u202egnp.exe",',
  'Lorex,LNB9292,Bullet,',
  'Dahua,IPC-HDW2431T,Dome,',
  'Huawei,S5735-L,Switch,',
].join('\n');

/** Long past: a waiver that has expired whatever the day of the test. */
const waiver = (party: string, expires: string) =>
  `  - party: ${party}\n    component: "*"\n    reason: "Replaced in March <b>\u202e"\n    approver: Head of procurement\n    expires: ${expires}\n`;
const POLICY = `waivers:\n${waiver('hikvision', '2099-12-31')}${waiver('dahua', '2020-06-30')}`;

const FILE = 'Drop a CSV, XLSX, CycloneDX or SPDX file here, or choose one';
const POLICY_FIELD = 'Policy with waivers (redflag.yaml), if there is one';

async function choose(page: Page, label: string, name: string, content: string | Buffer) {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.getByLabel(label).setInputFiles({ name, mimeType: '', buffer });
}

/** The fixtures name an invented maker: here it is one that a list names. */
function listed(content: string | Buffer): string | Buffer {
  return typeof content === 'string' ? content.replaceAll('Zorvanta Optics', 'Hikvision') : content;
}

/** Drops files onto the page, as a hand does. */
async function drop(page: Page, files: Readonly<Record<string, string>>) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
}

async function download(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

inBrowser('bills of materials', async (t, browser, service) => {
  await t.test('dropped, read by line, filtered, and taken along', async (t) => {
    const { page, faults } = await openPage(browser);
    await view(page, service, '/?page=bom');
    await drop(page, { 'cameras.csv': CAMERAS });
    await page.waitForSelector('.finding-table');
    t.equal(await page.textContent('#findings'), '5 findings in 6 lines');
    const rows = page.locator('.finding-table tbody tr');
    t.match(await rows.nth(0).textContent(), /line 2.*Prohibited.*Hikvision/s);
    t.match(await rows.nth(1).textContent(), /ezviz -> hikvision/);
    t.match(
      await rows.nth(1).textContent(),
      /<img src=x onerror=alert\(1\)> U\+202Egnp\.exe/,
      'markup is text',
    );
    t.match(await page.textContent('.parties-found'), /Prohibited.*Dahua.*1 line.*Lead.*Lorex/s);
    await rows.nth(0).getByRole('link', { name: 'Hangzhou Hikvision' }).click();
    await page.waitForSelector('.relations');
    await page.goBack();
    await page.waitForSelector('.finding-table');
    t.equal(await rows.count(), 5, 'who looks up a party finds the findings again');
    t.match(await page.textContent('.lead-file'), /cameras\.csv/);
    await rows.nth(0).locator('summary').click();
    t.match(await rows.nth(0).textContent(), /Asked.*Listed.*NDAA section 889.*Open ↗/s);
    await page.getByLabel('Level').selectOption('lead');
    t.equal(await rows.count(), 1, 'the filter leaves the lead');
    t.match(await page.locator('.findings').textContent(), /1 of 5 findings/);
    await page.getByLabel('Level').selectOption('');
    await page.getByLabel('Words').fill('dome ipc');
    t.match(await rows.nth(0).textContent(), /line 6/, 'words in any order');

    const sarif = await download(page, 'SARIF');
    t.equal(sarif.name, 'cameras.csv.sarif');
    t.match(JSON.parse(sarif.text), { version: '2.1.0', runs: [{ results: { length: 5 } }] });
    const csv = await download(page, 'CSV');
    t.equal(csv.name, 'cameras.csv.findings.csv');
    t.equal(csv.text.trim().split('\r\n').length, 6, 'a header, and a row for each finding');
    t.match(csv.text, /cameras\.csv,2,.*prohibited,match/);
    const record = await download(page, 'Record for paper');
    t.equal(record.name, 'cameras.csv.evidence.html');
    t.match(record.text, /Record of an inquiry.*cameras\.csv.*Documents cited/s);
    const { page: paper } = await openPage(browser);
    await paper.setContent(record.text);
    t.match(await paper.textContent('h1'), /Record of an inquiry/, 'it opens by itself');
    t.same(await harm(paper), []);
    await paper.close();
    t.same(await harm(page), []);
    t.same(faults, []);
    await page.close();
  });

  await t.test(
    'a policy beside it: waived, by whom, why, until when, and what expired',
    async (t) => {
      const { page, faults } = await openPage(browser);
      await view(page, service, '/?page=bom');
      await drop(page, { 'redflag.yaml': POLICY, 'cameras.csv': CAMERAS });
      await page.waitForSelector('.finding-table');
      t.equal(await page.textContent('#findings'), '5 findings in 6 lines, 2 waived');
      const rows = page.locator('.finding-table tbody tr');
      t.match(
        await rows.nth(0).textContent(),
        /Waived until 31 December 2099.*Replaced in March <b>U\+202E.*by Head of procurement/s,
      );
      t.match(await rows.nth(1).textContent(), /Waived/, 'of the listed party, it reaches EZVIZ');
      t.match(await rows.nth(3).textContent(), /Waiver expired: last day 30 June 2020/);
      t.match(
        await page.textContent('.findings .caution'),
        /1 waiver to look at.*Expired: dahua.*redflag\.yaml, line 7/s,
      );
      for (const [choice, count] of [
        ['waived', 2],
        ['expired', 2],
        ['open', 1],
        ['any', 5],
      ] as const) {
        await page.getByRole('combobox', { name: 'Waivers' }).selectOption(choice);
        t.equal(await rows.count(), count, choice);
      }
      t.same(await violations(page), [], 'axe finds nothing among the findings');
      const sarif = JSON.parse((await download(page, 'SARIF')).text);
      const suppressed = sarif.runs[0].results.filter(
        ({ suppressions }: { suppressions?: unknown[] }) => suppressions?.length,
      );
      t.equal(suppressed.length, 2, 'what is taken along is waived too');

      await page.getByRole('button', { name: 'Without it' }).click();
      await page.waitForFunction(
        () => document.querySelector('#findings')?.textContent === '5 findings in 6 lines',
      );
      await choose(page, POLICY_FIELD, 'wrong.yaml', waiver('hikvison', '2099-12-31').slice(2));
      await page.waitForSelector('.trouble');
      t.match(
        await page.textContent('.trouble'),
        /policy file has errors.*line 1.*Mend what is named/s,
        'an error in the policy is told by line, and nothing is shown as if it were screened',
      );
      t.equal(await page.locator('.finding-table').count(), 0);
      await choose(page, POLICY_FIELD, 'right.yaml', POLICY);
      await page.waitForSelector('.finding-table');
      t.same(
        faults.filter((fault) => !fault.includes('400')),
        [],
      );
      await page.close();
    },
  );

  await t.test('every format', async (t) => {
    const { page, faults } = await openPage(browser);
    await view(page, service, '/?page=bom');
    const rows = [
      ['Manufacturer', 'Model'],
      ['Hikvision', 'DS-2CD2042WD-I'],
    ];
    for (const [name, content, place] of [
      ['parts.xlsx', workbookOf({ Parts: rows }), /Parts!A2|Parts!/],
      ['bom.json', cyclonedxJson('1.6'), /\/components\//],
      ['bom.xml', cyclonedxXml('1.5'), /component/],
      ['sbom.spdx.json', spdxJson, /\/packages\//],
      ['sbom.spdx3.json', spdx3Json, /line \d+/],
      ['sbom.spdx', spdxTagValue, /line \d+/],
      ['names.txt', 'Hikvision\nAxis\n', /line 1/],
    ] as const) {
      await choose(page, FILE, name, listed(content));
      await page.getByText(`${name}, asked as of`).waitFor();
      t.match(await page.locator('.finding-table tbody tr').first().textContent(), place, name);
    }
    await choose(page, FILE, 'old.xls', Buffer.from('\xd0\xcf\x11\xe0', 'latin1'));
    await page.waitForSelector('.trouble');
    t.match(
      await page.textContent('.trouble'),
      /save it as \.xlsx or CSV/,
      'a file that is not read says what to do',
    );
    t.same(
      faults.filter((fault) => !fault.includes('400')),
      [],
    );
    await page.close();
  });

  await t.test('nothing in a file or its name acts, on screen or phone', async (t) => {
    const { page, faults } = await openPage(browser, { width: 360 });
    await view(page, service, '/?page=bom');
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const long = 'Ω'.repeat(400);
    const hostile = [
      'Manufacturer,Model,Description',
      `Hikvision,${cell(HOSTILE)},${cell(HOSTILE)}`,
      `Hikvision,${cell(long)},${cell('שלום عالم')}`,
      `Dahua,=cmd|' /C calc'!A0,${cell(`javascript:${HOSTILE}`)}`,
    ].join('\n');
    await drop(page, { [`${HOSTILE}.csv`]: hostile });
    await page.waitForSelector('.finding-table');
    t.same(await harm(page), []);
    t.match(await page.textContent('.finding-table'), /<img src=x onerror.*U\+202E/s);
    t.ok((await excessWidth(page)) <= 0, 'a name of 400 letters without a blank fits a phone');
    const { name, text } = await download(page, 'CSV');
    t.notMatch(name, /[<>/\u202e]/, 'the file saved has a plain name');
    t.match(text, /'=cmd/, 'no cell is a formula');
    t.same(faults, []);
    await page.close();
  });

  await t.test('ten thousand lines', async (t) => {
    const { page } = await openPage(browser);
    page.setDefaultTimeout(60_000);
    await view(page, service, '/?page=bom');
    const makers = ['Hikvision', 'Dahua', 'Axis', 'Huawei', 'Bosch'];
    const lines = Array.from({ length: 10_000 }, (_, at) => `${makers[at % 5]},M-${at}`);
    const large = ['Manufacturer,Model', ...lines].join('\n');
    const release = await heldBack(page, '**/screen/bom');
    await choose(page, FILE, 'large.csv', large);
    await page.locator('progress').waitFor();
    t.match(await page.textContent('.progress'), /(Sending|Screening every line of) large\.csv/);
    release();
    await page.waitForSelector('.finding-table');
    t.match(await page.textContent('#findings'), /6,000 findings in 10,000 lines/);
    const rows = page.locator('.finding-table tbody tr');
    t.equal(await rows.count(), 100, 'as many rows as a reader can take in');
    const taken = await workMeter(page);
    const before = await taken();
    await page.getByLabel('Words').fill('m-9999');
    await page.waitForFunction(
      () => document.querySelectorAll('.finding-table tbody tr').length === 0,
    );
    const waited = (await taken()) - before;
    t.ok(waited < 1500, `a filter answers after ${Math.round(waited)} ms of work`);
    await page.getByLabel('Words').fill('M-9998');
    t.match(await rows.first().textContent(), /line 10000/);
    await page.getByLabel('Words').fill('');
    await page.getByRole('button', { name: '100 more' }).click();
    t.equal(await rows.count(), 200);
    await page.unrouteAll();
    const letGo = await heldBack(page, '**/screen/bom');
    await choose(page, FILE, 'large.csv', large);
    await page.getByRole('button', { name: 'Stop' }).click();
    t.equal(await page.locator('progress').count(), 0, 'what takes long can be stopped');
    letGo();
    t.equal(await page.locator('.trouble').count(), 0);
    await page.close();
  });
});
