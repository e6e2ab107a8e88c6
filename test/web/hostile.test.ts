import type { Page } from 'playwright-core';
import { openPage } from './browser.ts';
import { asked, excessWidth, FIELD, HOSTILE, harm, inBrowser, view } from './views.ts';

inBrowser('text from lists', async (t, browser, service) => {
  await t.test('names made of markup, marks and many letters show as text and fit', async (t) => {
    const { page, faults } = await openPage(browser, { width: 360 });
    await poisonAnswers(page);
    for (const address of [
      ...['/?q=HiLook', '/?party=hikvision', '/?list=ndaa-889', '/?source=pl-115-232'],
      ...['/?page=data', '/?page=lists', '/?page=parties', '/?page=sources', '/'],
      ...['/?page=changes&since=1999-01-01', `/?q=${encodeURIComponent(HOSTILE)}`],
    ]) {
      await view(page, service, address);
      t.same(await harm(page), [], address);
      t.match(
        await page.textContent('main'),
        /<img src=x onerror|U\+202E/,
        `${address} shows it as text`,
      );
      const excess = await excessWidth(page);
      t.ok(excess <= 0, `${address} fits a phone: ${excess}`);
    }
    await view(page, service, '/');
    await page.getByLabel(FIELD).pressSequentially('hikvision', { delay: 10 });
    await page.locator('[role=option]').first().waitFor();
    t.match(await page.textContent('[role=listbox]'), /<img src=x.*U\+202E/s, 'suggestions too');
    t.same(await harm(page), []);
    t.same(
      faults.filter((fault) => !fault.includes('404')),
      [],
    );
    await page.close();
  });

  await t.test('names that run from right to left stand by themselves', async (t) => {
    const { page } = await openPage(browser);
    await asked(page, service, { q: 'شركة هواوي (2019)' });
    const sides = await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[role=combobox]');
      return [field && getComputedStyle(field).direction, document.dir];
    });
    t.same(sides, ['rtl', ''], 'the field turns, the page does not');
    await page.close();
  });
});

/** What the page works with, as it is: all else of an answer is made hostile. */
const KEPT =
  /^(id|list|party|from|to|status|force|via|activity|consequence|outcome|relation|strength|kind|asOf|date|builtAt|screenedAt|seenOn|since|until|field|nameType|evidence|type|source|country|change|code|lang|next)$/;

/** Answers come with hostile texts, long ones without a blank, and links that are none. */
async function poisonAnswers(page: Page): Promise<void> {
  const long = 'W'.repeat(300);
  const poison = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (KEPT.test(key)) return value;
      return key === 'url' ? 'javascript:window.hacked=1' : `${value} ${HOSTILE} ${long}`;
    }
    if (Array.isArray(value)) return value.map((each) => poison(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each, key)]));
  };
  const routes = /\/(screen|parties|lists|sources|coverage)(\/|\?|$)/;
  await page.route(routes, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: poison(await response.json()) });
  });
  const designation = { list: 'ndaa-889', entry: HOSTILE, record: HOSTILE, status: 'in-force' };
  const change = {
    ...{ party: { id: 'hikvision', name: `${HOSTILE} ${long}` }, change: 'changed' },
    names: { added: [{ name: HOSTILE, type: 'alias' }], removed: [{ name: long, type: 'alias' }] },
    designations: { added: [designation], removed: [], changed: [] },
    fields: [HOSTILE],
  };
  const version = { version: HOSTILE, sha256: long, builtAt: '2026-11-22T09:00:00.000Z' };
  await page.route(/\/changes\/versions/, (route) =>
    route.fulfill({ json: { versions: [version], inUse: HOSTILE } }),
  );
  await page.route(/\/changes\?/, (route) =>
    route.fulfill({ json: { before: version, after: version, changes: [change], next: null } }),
  );
}
