import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { openPage, runCommand, type Watched } from './browser.ts';
import { asked, comesTo, FIELD, harm, heldBack, inBrowser, view, violations } from './views.ts';

/** Keys by their scope, and the catalogue version before the one in use. */
const keys: Record<string, string> = {};
let earlier = '';

/**
 * A data folder with a history: a catalogue of the curated list, then one in which
 * HiLook has a name more. Keys are needed.
 */
function withHistory(data: string) {
  const env = { REDFLAG_SEEDS: join(data, 'seeds') };
  cpSync('seeds', env.REDFLAG_SEEDS, { recursive: true });
  const answer = runCommand(data, ['screen', 'Hikvision', '--json', '--fail-on', 'blocked'], env);
  earlier = JSON.parse(answer).coverage.catalogue.version;
  const file = join(env.REDFLAG_SEEDS, 'parties', 'hilook.yaml');
  const name =
    '  - name: HiLook <b> Lens\n    type: alias\n    citations:\n      - { source: wiki-hik, locator: info box }\n';
  writeFileSync(file, readFileSync(file, 'utf8').replace('relations:\n', `${name}relations:\n`));
  for (const scope of ['screen', 'admin']) {
    keys[scope] = runCommand(data, ['keys', 'create', scope, '--scope', scope], env);
  }
  return { ...env, REDFLAG_ACCESS: 'keys' };
}

/** A page of someone who has given a key already. */
async function openWith(browser: Browser, scope: string): Promise<Watched> {
  const watched = await openPage(browser);
  await watched.page.addInitScript((key) => {
    if (sessionStorage.length === 0) sessionStorage.setItem('redflag:key', key);
  }, keys[scope] ?? '');
  return watched;
}

async function giveKey(page: Page, key: string | undefined) {
  await page
    .getByLabel('API key')
    .first()
    .fill(key ?? '');
  await page.keyboard.press('Enter');
}

const later = (milliseconds: number) => async (route: Route) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  // The page may have turned away from it meanwhile.
  await route.continue().catch(() => {});
};

inBrowser(
  'moving through the console',
  async (t, browser, service) => {
    await t.test(
      'a key is asked for, refused in words, kept for the tab and forgotten',
      async (t) => {
        const { page } = await openPage(browser);
        await page.goto(service.address);
        await page.waitForSelector('.trouble');
        t.match(await page.textContent('.trouble'), /valid API key is needed.*No API key came/s);
        await giveKey(page, 'rf_00000000_wrong');
        await page.getByText('not known, or was revoked').waitFor();
        t.pass('a wrong key is told to be one');
        await giveKey(page, keys.screen);
        await page.getByText('lists loaded').waitFor();
        t.equal(await page.locator('.trouble').count(), 0);
        await page.getByLabel(FIELD).pressSequentially('hikvis', { delay: 10 });
        await page.locator('[role=option]').first().waitFor();
        t.pass('suggestions come with the key');
        t.match(await page.textContent('.held-key'), /Asking with a key/);
        t.equal(await page.evaluate(() => localStorage.length), 0);
        await page.getByRole('button', { name: 'Forget it' }).click();
        await page.waitForSelector('.trouble');
        t.equal(await page.evaluate(() => sessionStorage.getItem('redflag:key')), null);
        await page.close();
      },
    );

    await t.test('a person decides on a match, and later answers say so', async (t) => {
      const { page } = await openWith(browser, 'screen');
      t.match(await asked(page, service, { q: 'HiLook' }), /May not be bought/);
      const decide = async (decision: string, reason: string) => {
        await page.locator('.decision summary').first().click();
        await page.getByLabel(decision).check();
        await page.getByLabel('Because').fill(reason);
        await page.getByLabel('Decided by').fill('J. Doe <b>');
        await page.getByRole('button', { name: 'Record this decision' }).click();
      };
      await decide('False positive', 'HiLook GmbH of Graz, a maker of lamps \u202e');
      await page.locator('.decision .trouble').waitFor();
      t.match(
        await page.textContent('.decision .trouble'),
        /API key does not allow this.*may screen; this needs admin.*Give a key/s,
        'a key that may not decide is told so',
      );
      await giveKey(page, keys.admin);
      await page.locator('.decision .caution').waitFor();
      const note = /False positive.*by J\. Doe <b>.*HiLook GmbH of Graz, a maker of lamps U\+202E/s;
      t.match(await page.textContent('.decision'), note, 'it is shown at once');
      t.match(await page.textContent('.decision'), /Recorded.*match stays in the answer/s);
      t.same(await violations(page), []);

      t.match(
        await asked(page, service, { q: 'HiLook' }),
        /May not be bought/,
        'nothing is hidden',
      );
      t.match(await page.textContent('.decision'), /Decided by J\. Doe/);
      t.match(await page.textContent('.decision'), note, 'a later answer says so');
      await asked(page, service, { q: 'Hikvision' });
      t.equal(await page.locator('.decision .caution').count(), 0, 'another question does not');

      await decide('True match', 'The maker of our cameras');
      await page.locator('.decision .caution').waitFor();
      t.match(await page.textContent('.decision'), /True match.*Recorded by J\. Doe/s);
      await asked(page, service, { q: 'Hikvision' });
      t.match(
        await page.textContent('.decision'),
        /True match.*Decided by J\. Doe.*The maker of our cameras/s,
        'a later answer shows a decision of any kind',
      );
      t.same(await harm(page), []);
      await page.close();
    });

    await t.test('what changed between two catalogues, from a shared address', async (t) => {
      const { page } = await openWith(browser, 'screen');
      await view(page, service, '/?page=changes');
      t.equal(await page.locator('.version option').count(), 3, 'two versions to choose from');
      await page.getByLabel('Since the version').selectOption(earlier);
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.waitForSelector('main table');
      t.match(page.url(), new RegExp(`since=${earlier}`));
      await page.reload();
      await page.waitForSelector('main table');
      await page.waitForSelector(`.version option[value="${earlier}"]`, { state: 'attached' });
      t.equal(await page.getByLabel('Since the version').inputValue(), earlier);
      t.match(await page.textContent('main table'), /HiLook.*changed.*added.*HiLook <b> Lens/s);
      t.equal(await page.locator('main tbody tr').count(), 1, 'and nothing else');
      t.same(await violations(page), []);
      t.same(await harm(page), []);
      await page.close();
    });

    await t.test('no answer overtakes a later one', async (t) => {
      const { page, faults } = await openWith(browser, 'screen');
      await view(page, service, '/');
      await page.route('**/screen', async (route) =>
        later(route.request().postData()?.includes('Dahua') ? 1500 : 0)(route),
      );
      await page.route(/\/parties\?q=hik&/, later(1200));
      const ask = async (text: string) => {
        await page.getByLabel(FIELD).fill(text);
        await page.keyboard.press('Enter');
      };
      await ask('Dahua');
      await ask('HiLook');
      await page.getByRole('heading', { name: 'HiLook' }).waitFor();
      await page.waitForTimeout(1800);
      t.equal(await page.textContent('.match h2'), 'HiLook', 'the slow one is dropped');
      await comesTo(t, () => page.title(), /HiLook/);
      const typed = page.getByLabel(FIELD);
      await typed.fill('hik');
      await page.waitForTimeout(120);
      await typed.fill('dahua');
      await page.locator('[role=option]').first().waitFor();
      await page.waitForTimeout(1300);
      t.match(
        await page.locator('[role=option]').first().textContent(),
        /Dahua/,
        'nor suggestions',
      );
      t.same(faults, []);
      await page.close();
    });

    await t.test('a slow answer is announced after a while, a quick one at once', async (t) => {
      const { page } = await openWith(browser, 'screen');
      await view(page, service, '/');
      const status = () => page.locator('main > .sr[role=status]').textContent();
      // Told by the page itself: how long the test takes to look says nothing.
      await page.evaluate(() => {
        const seen = { asked: Number.NaN, announced: Number.NaN };
        Object.assign(window, { seen });
        addEventListener('submit', () => {
          seen.asked = performance.now();
        });
        new MutationObserver(() => {
          if (document.querySelector('.wait')) seen.announced ||= performance.now();
        }).observe(document.body, { childList: true, subtree: true });
      });
      const release = await heldBack(page, '**/screen');
      await page.getByLabel(FIELD).fill('HiLook');
      await page.keyboard.press('Enter');
      await page.locator('.wait').waitFor();
      const waited = await page.evaluate(() => {
        const { seen } = window as unknown as { seen: { asked: number; announced: number } };
        return seen.announced - seen.asked;
      });
      t.ok(waited >= 350, `no spinner flickers: it comes after ${Math.round(waited)} ms`);
      t.equal(await status(), 'Screening');
      release();
      await page.waitForSelector('.answer');
      t.equal(await page.locator('.wait').count(), 0);
      await comesTo(t, status, /May not be bought/, 'the outcome is announced');
      await page.close();
    });

    await t.test('a service that goes away while one types, and comes back', async (t) => {
      const { page } = await openWith(browser, 'screen');
      await view(page, service, '/');
      await page.route(/\/(parties|screen)/, (route) => route.abort());
      await page.getByLabel(FIELD).pressSequentially('hikvision', { delay: 10 });
      await page.waitForTimeout(250);
      t.equal(await page.locator('.trouble, [role=option]').count(), 0, 'typing goes on');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.trouble');
      t.match(await page.textContent('.trouble'), /does not answer.*Nothing was screened/s);
      await page.unroute(/\/(parties|screen)/);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForSelector('.answer');
      t.match(await page.textContent('#verdict'), /May not be bought/);
      await page.close();
    });

    await t.test('addresses, back and forward, titles and where the focus goes', async (t) => {
      const { page } = await openWith(browser, 'screen');
      const title = () => page.title();
      const focus = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await view(page, service, '/');
      await comesTo(t, title, 'Redflag');
      t.equal(
        await page.evaluate(() => document.activeElement?.tagName),
        'BODY',
        'no focus is taken',
      );
      await page.getByRole('link', { name: 'HiLook', exact: true }).click();
      await page.waitForSelector('.answer');
      await comesTo(t, title, 'HiLook – Redflag');
      await comesTo(t, focus, /^May not be bought/, 'one who follows a link is at the answer');
      await page.evaluate(() => scrollTo(0, 700));
      await page.evaluate(() => document.querySelector<HTMLElement>('.match h2 a')?.click());
      await page.waitForSelector('.relations');
      await comesTo(t, focus, 'HiLook');
      t.equal(await page.evaluate(() => scrollY), 0, 'a view begins at its top');
      await page.getByRole('link', { name: 'Lists', exact: true }).click();
      await page.getByRole('heading', { name: 'Lists' }).waitFor();
      await comesTo(t, title, 'Lists – Redflag');
      await comesTo(t, focus, 'Lists');
      await page.goBack();
      await page.waitForSelector('.relations');
      await page.goBack();
      await page.waitForSelector('.answer');
      await comesTo(t, focus, /^May not be bought/);
      await page.waitForFunction(() => scrollY === 700);
      t.pass('and back is where one left');
      await page.goForward();
      await page.waitForSelector('.relations');
      await comesTo(t, title, 'HiLook – Redflag');

      await page.goto(`${service.address}/?q=Hikvision&on=2019-10-01&for=export&as=name`);
      await page.waitForSelector('.answer');
      t.same(
        await Promise.all(
          [FIELD, 'As of, else today', 'In order to'].map((label) =>
            page.getByLabel(label).inputValue(),
          ),
        ),
        ['Hikvision', '2019-10-01', 'export'],
        'a shared address restores the question',
      );
      await page.getByLabel(FIELD).focus();
      await page.getByLabel(FIELD).fill('Dahua');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.title.startsWith('Dahua'));
      await page.getByRole('heading', { name: /Dahua/ }).first().waitFor();
      t.equal(
        await page.evaluate(() => document.activeElement?.tagName),
        'INPUT',
        'one who types stays',
      );
      await page.close();
    });

    await t.test('without scripts it says where the answers are', async (t) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(service.address);
      t.match(await page.innerText('body'), /needs JavaScript.*HTTP interface.*command line/s);
      await context.close();
    });
  },
  { before: withHistory },
);
