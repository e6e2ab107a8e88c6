import { openPage } from './browser.ts';
import { asked, comesTo, FIELD, inBrowser, view } from './views.ts';

inBrowser('the console answers', async (t, browser, service) => {
  await t.test(
    'from a misspelt name, by search-as-you-type and by itself, to the document',
    async (t) => {
      const { page, faults } = await openPage(browser);
      await view(page, service, '/');
      await page.getByLabel(FIELD).pressSequentially('hikvis', { delay: 10 });
      const option = page.locator('[role=option]').first();
      await option.waitFor();
      t.match(await option.textContent(), /Hikvision/);
      t.ok((await option.locator('mark').count()) > 0, 'what was found in it is marked');

      await page.getByLabel(FIELD).fill('Hangzhou Hikvison Digital Technology Co., Ltd.');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.answer');
      t.match(page.url(), /\?q=Hangzhou\+Hikvison/, 'the address holds the question');
      t.match(
        await page.textContent('#verdict'),
        /May not be bought by executive agencies since 13 August 2019/,
      );
      t.match(
        await page.textContent('.ground'),
        /NDAA section 889 · strong match on the legal name/,
      );
      t.ok(
        (await page.locator('.aligned .gap, .aligned mark').count()) > 0,
        'the letters that differ are marked',
      );
      t.match(await page.textContent('.reasons'), /hikvison\s*hikvision\s*letters differ/);
      const open = page.locator('details.designation[open]');
      t.match(await open.textContent(), /Binds.*Executive agencies.*Except.*backhaul/s);
      const document = open.locator('a.open').first();
      t.match(await document.getAttribute('href'), /^https:\/\/www\.congress\.gov\//);
      t.equal(await document.getAttribute('rel'), 'noopener noreferrer');
      t.match(
        await open.locator('.documents li').first().textContent(),
        /sec\. 889\(f\)\(3\)\(B\)/,
        'with the place in it',
      );
      t.match(await page.textContent('.checked'), /lists, catalogue .* built/);
      t.match(await page.textContent('.checked'), /no legal advice/);

      await page.goBack();
      await page.waitForSelector('.opening');
      const field = () => page.getByLabel(FIELD).inputValue();
      await comesTo(t, field, '', 'back leads to the question before');
      t.same(faults, []);
      await page.close();
    },
  );

  await t.test('a day before, between and after', async (t) => {
    const { page } = await openPage(browser);
    const before = await asked(page, service, { q: 'Hikvision', on: '2017-01-01' });
    t.match(before, /^Known, but on none of \d+ lists by 1 January 2017$/);
    t.equal(await page.locator('.meant').count(), 0, 'who bears the name is not offered again');
    const announced = await asked(page, service, {
      q: 'Hikvision',
      on: '2019-08-01',
      for: 'procure',
    });
    t.match(announced, /Nothing in force: announced/);
    const after = await asked(page, service, { q: 'Hikvision', on: '2019-08-13', for: 'procure' });
    t.match(after, /May not be bought by executive agencies since 13 August 2019/);
    t.match(await page.textContent('.timeline'), /asked: 13 Aug 2019/);
    await page.getByLabel('As of, else today').fill('2019-08-12');
    await page.waitForFunction(() => location.search.includes('2019-08-12'));
    await page.waitForFunction(() =>
      document.querySelector('#verdict')?.textContent?.startsWith('Nothing in force'),
    );
    t.pass('another day beside the question asks anew');
    await page.close();
  });

  await t.test('a brand through its path, a name in Han, and signs on devices', async (t) => {
    const { page } = await openPage(browser);
    t.match(await asked(page, service, { q: 'HiLook' }), /May not be bought/);
    t.match(await page.textContent('.path'), /HiLook.*brand of.*evidence: community.*Hikvision/s);
    t.match(
      await page.textContent('.timeline figcaption table'),
      /NDAA section 889/,
      'the timeline as a table',
    );
    t.match(await asked(page, service, { q: '海康威视' }), /May not be bought/);
    t.match(await page.textContent('.match h2'), /Hikvision/);
    for (const [sign, field] of [
      ['44:19:b6:00:00:01', /MAC address block/],
      ['2ADTD-DS2CD', /FCC id grantee/],
      ['DS-2CD2042WD-I', /model number/],
    ] as const) {
      t.match(await asked(page, service, { q: sign }), /May not be bought/, sign);
      t.match(await page.textContent('.aligned'), field, sign);
    }
    await page.close();
  });

  await t.test('near misses are folded behind the party that bears the name', async (t) => {
    const { page } = await openPage(browser);
    await asked(page, service, { q: 'Hytera Communications Limited' });
    t.match(await page.textContent('.match h2'), /^Hytera Communications Limited$/);
    t.equal(await page.locator('.near:not([open])').count(), 1);
    await page.locator('.near summary').click();
    t.match(await page.textContent('.near'), /Hytera Communications Corporation Limited/);
    await page.close();
  });

  await t.test('where the service asks for a key, so does the page', async (t) => {
    const { page } = await openPage(browser);
    await page.route(/\/(screen|lists|coverage|parties.*)$/, async (route) => {
      if (route.request().headers()['x-api-key'] === 'a key') return route.continue();
      const problem = { title: 'A key is needed', status: 401, detail: 'Give one.', errors: [] };
      return route.fulfill({ status: 401, json: problem });
    });
    await page.goto(`${service.address}/?q=Hikvision`);
    await page.getByLabel('API key').fill('a key');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answer');
    t.match(await page.textContent('#verdict'), /May not be bought/);
    t.equal(await page.evaluate(() => localStorage.length), 0, 'it is kept for the tab only');
    await page.close();
  });

  await t.test('a possible match forbids nothing, and says what it would be about', async (t) => {
    const { page } = await openPage(browser);
    await page.route('**/screen', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const [first] = answer.matches;
      const matches = [{ ...first, strength: 'possible', score: 0.82 }];
      const json = { ...answer, outcome: 'possible-match', determinations: [], matches };
      await route.fulfill({ response, json });
    });
    const said = await asked(page, service, { q: 'Hikvision', on: '2019-08-01' });
    t.equal(said, 'May be a listed party: a person must decide');
    t.match(
      await page.textContent('.if-it-is'),
      /If it is this party:.*Announced: NDAA section 889/s,
    );
    t.equal(await page.locator('.determinations').count(), 0);
    t.notMatch(await page.textContent('.verdict'), /may not|prohibited/i);
    await page.close();
  });

  await t.test('no match is never called clear', async (t) => {
    const { page } = await openPage(browser);
    t.match(
      await asked(page, service, { q: 'Bosch Rexroth' }),
      /^No match in \d+ lists as of their dates$/,
    );
    t.notMatch(await page.textContent('main'), /\b(is clear|all clear|cleared)\b/i);
    t.match(await page.textContent('.checked'), /things not checked/);
    t.equal(await page.locator('.meant').count(), 0);
    t.match(await asked(page, service, { q: 'hikvis' }), /^No match in/);
    t.match(await page.textContent('.meant'), /ask for it whole.*Hikvision/s, 'a name cut short');
    await page.locator('.meant a').first().click();
    await page.waitForSelector('.match');
    t.match(await page.textContent('#verdict'), /May not be bought/);
    await page.close();
  });

  await t.test('browsing: lists, parties, sources, data', async (t) => {
    const { page, faults } = await openPage(browser);
    await view(page, service, '/?page=lists');
    await page.getByRole('link', { name: 'NDAA section 889' }).click();
    await page.waitForSelector('.effects');
    t.match(await page.textContent('main'), /Part A\..*Parties that it names/s);
    await page
      .getByRole('link', { name: 'Hangzhou Hikvision Digital Technology Co., Ltd.' })
      .click();
    await page.waitForSelector('.relations');
    t.match(
      await page.textContent('.relations'),
      /owned by 36\.48\d* % · evidence: filing/,
      'shares and grades',
    );
    t.match(
      await page.textContent('.relations figcaption table'),
      /China Electronics Technology/,
      'and as a table',
    );
    t.match(await page.textContent('main'), /海康威视/);
    t.match(await page.textContent('main'), /Sources disagree.*followed here is 36\.4808/s);
    await page.locator('a[href^="/?source="]:visible').first().click();
    await page.getByText('Supports statements about').waitFor();
    t.match(await page.textContent('main'), /\d+ part(y|ies)/);
    await view(page, service, '/?page=parties');
    await page.getByLabel('Name').fill('dahua');
    await page.getByRole('combobox', { name: 'List' }).selectOption('fcc-covered');
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 1);
    t.match(page.url(), /q=dahua&list=fcc-covered/, 'the filter can be shared');
    await page.locator('main tbody a').click();
    await page.waitForSelector('.timeline');
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 1);
    t.equal(await page.getByLabel('Name').inputValue(), 'dahua', 'and is there on the way back');
    await view(page, service, '/?page=data');
    t.match(await page.textContent('.ages'), /BIS Entity List.*(weeks|months|years)/s);
    t.same(faults, []);
    await page.close();
  });

  await t.test('changes since an earlier catalogue, and since one that is not kept', async (t) => {
    const { page } = await openPage(browser);
    await view(page, service, '/?page=changes');
    const choice = page.getByLabel('Since the version');
    t.match(await page.textContent('form.filters'), /Only the one in use is kept/);
    const compare = page.getByRole('button', { name: 'Compare' });
    t.ok(await compare.isDisabled(), 'nothing is chosen yet');
    await page.getByLabel('or the newest by the day').fill('1999-01-01');
    await compare.click();
    await page.waitForSelector('.trouble');
    t.match(await page.textContent('.trouble'), /kept are/, 'it says which are');
    const { catalogue } = (await (await fetch(`${service.address}/coverage`)).json()) as {
      catalogue: { version: string; builtAt: string };
    };
    await choice.selectOption({ index: 1 });
    t.match(
      await choice.locator('option').nth(1).textContent(),
      new RegExp(`, \\d\\d:\\d\\d UTC · ${catalogue.version} \\(in use\\)`),
      'by its day and name',
    );
    t.equal(
      await page.getByLabel('or the newest by the day').inputValue(),
      '',
      'one choice takes back the other',
    );
    await compare.click();
    await page.getByText('nothing has changed').waitFor();

    const designation = { list: 'ndaa-889', entry: 'X', record: null, status: 'in-force' };
    const designations = { added: [designation], removed: [], changed: [] };
    const names = { added: [{ name: 'New name', type: 'alias' }], removed: [] };
    const party = { id: 'hikvision', name: 'Hikvision' };
    const change = { party, change: 'changed', names, designations, fields: ['addresses'] };
    const answer = { before: catalogue, after: catalogue, changes: [change], next: null };
    await page.route(/\/changes\?/, (route) => route.fulfill({ json: answer }));
    await page.getByLabel('or the newest by the day').fill('2026-01-01');
    await compare.click();
    await page.waitForSelector('main table');
    t.match(
      await page.textContent('main table'),
      /Hikvision.*changed.*added.*NDAA section 889.*In force.*New name.*addresses/s,
    );
    await page.close();
  });

  await t.test('a service that is down says so, what it means and what to do', async (t) => {
    const { page } = await openPage(browser);
    await view(page, service, '/');
    await service.stop();
    await page.getByLabel(FIELD).fill('Hikvision');
    await page.getByRole('button', { name: 'Screen' }).click();
    await page.waitForSelector('.trouble');
    t.match(
      await page.textContent('.trouble'),
      /does not answer.*Nothing was screened.*try again/is,
    );
    t.equal(await page.getByRole('button', { name: 'Try again' }).count(), 1);
    t.equal(
      await page.locator('.answer').count(),
      0,
      'no older answer stands there as if it were this one',
    );
    await page.close();
  });
});
