import type { Page } from 'playwright-core';
import { openPage } from './browser.ts';
import {
  comesTo,
  drawn,
  excessWidth,
  FIELD,
  heldBack,
  inBrowser,
  view,
  violations,
  widen,
  workMeter,
} from './views.ts';

inBrowser('the console takes care', async (t, browser, service) => {
  await t.test('the first view is small, soon usable, and asks nobody else', async (t) => {
    const { page, faults, requests } = await openPage(browser);
    const taken = await workMeter(page);
    const answer = await heldBack(page, /\/(lists|coverage)$/);
    const before = await taken();
    await page.goto(service.address);
    await page.getByRole('combobox', { name: FIELD }).fill('Hik');
    const milliseconds = (await taken()) - before;
    t.pass('one can type before any answer has come');
    answer();
    await page.getByText('lists loaded').waitFor();
    await page.waitForLoadState('networkidle');
    const { bytes, usable } = await page.evaluate(() => {
      const navigation = performance.getEntriesByType('navigation');
      const all = [...navigation, ...performance.getEntriesByType('resource')];
      const sizes = all.map((entry) => (entry as PerformanceResourceTiming).transferSize);
      const first = performance.getEntriesByName('first-contentful-paint')[0];
      return { bytes: sizes.reduce((sum, size) => sum + size, 0), usable: first?.startTime ?? 0 };
    });
    t.same(faults, [], 'no error, and nothing that the policy refused');
    t.same(
      requests.filter((url) => !url.startsWith(service.address)),
      [],
      'everything comes from the service',
    );
    t.ok(bytes > 10_000 && bytes < 200_000, `the first view takes ${bytes} bytes`);
    t.ok(milliseconds < 1000, `usable after ${Math.round(milliseconds)} ms of work`);
    t.comment(`${bytes} bytes; ${Math.round(milliseconds)} ms of work; seen at ${usable} ms`);
    await page.close();
  });

  await t.test('a policy that lets no script in but the own file', async (t) => {
    const response = await fetch(service.address);
    const policy = response.headers.get('content-security-policy') ?? '';
    t.match(policy, /default-src 'none'/);
    t.match(policy, /script-src 'self'(;|$)/);
    t.notMatch(policy, /unsafe|http|\*|data:/);
    t.notMatch(await response.text(), /<script(?![^>]*src=)|\son\w+=|style=/, 'nothing inline');
  });

  await t.test('the keyboard alone suffices', async (t) => {
    const { page } = await openPage(browser);
    await view(page, service, '/');
    await page.keyboard.press('Tab');
    t.match(await page.evaluate(() => document.activeElement?.textContent), /Skip to the content/);
    await tabTo(page, '[role=combobox]');
    await page.keyboard.type('Dahua Tech', { delay: 10 });
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    t.same(await violations(page), [], 'axe finds nothing while suggestions are open');
    const active = await page.getAttribute('[role=combobox]', 'aria-activedescendant');
    t.ok(active, 'the arrow chooses');
    t.equal(await page.getAttribute(`[id="${active}"]`, 'aria-selected'), 'true');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answer');
    t.match(await page.textContent('.match h2'), /Dahua/);
    await tabTo(page, 'details.designation:not([open]) > summary');
    const unfolded = await page.locator('details.designation[open]').count();
    await page.keyboard.press('Enter');
    t.equal(
      await page.locator('details.designation[open]').count(),
      unfolded + 1,
      'a list unfolds by Enter',
    );
    t.ok(
      await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        return outlineStyle !== 'none' && outlineWidth !== '0px';
      }),
      'where the focus is can be seen',
    );

    await tabTo(page, 'a[href="/?page=lists"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Lists', exact: true }).waitFor();
    await tabTo(page, 'main a[href="/?list=ndaa-889"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.effects');
    await comesTo(t, () => page.title(), /NDAA section 889/, 'from the lists to one of them');

    await view(page, service, '/?q=HiLook');
    await tabTo(page, '.decision summary');
    await page.keyboard.press('Enter');
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'textarea');
    await page.keyboard.type('Another maker');
    await tabTo(page, '[name=by]');
    await page.keyboard.type('J. Doe');
    await page.keyboard.press('Enter');
    await page.locator('.decision .caution').waitFor();
    t.match(await page.textContent('.decision'), /False positive.*J\. Doe/s, 'a decision');

    // Asked for before the view: the browser hears of it in the order of the page's steps, but a key
    // pressed in the same breath may overtake it, and then a real dialogue opens that nobody sees.
    const chosen = page.waitForEvent('filechooser', { timeout: 60_000 });
    await view(page, service, '/?page=bom');
    await tabTo(page, 'input[type=file]');
    await page.keyboard.press('Space');
    const chooser = await chosen;
    const buffer = Buffer.from('Manufacturer\nHikvision\n');
    await chooser.setFiles({ name: 'a.csv', mimeType: '', buffer });
    await page.waitForSelector('.finding-table');
    await tabTo(page, '.downloads button');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.keyboard.press('Enter'),
    ]);
    t.equal(download.suggestedFilename(), 'a.csv.sarif', 'a file in, a report out');
    await tabTo(page, '.finding-table summary');
    await page.keyboard.press('Enter');
    t.equal(await page.locator('.finding-table details[open]').count(), 1);
    await page.close();
  });

  await t.test(
    'every view: WCAG 2.2 AA by axe in every look, and no wider than the screen',
    async (t) => {
      const { page } = await openPage(browser);
      for (const address of VIEWS) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
        await widen(page, 1280);
        await view(page, service, address);
        // What is folded must be as good as what is not.
        await unfold(page);
        t.same(await violations(page), [], address);
        // Other colours change contrast alone.
        await page.emulateMedia({ colorScheme: 'dark' });
        t.same(await violations(page, ['color-contrast']), [], `${address}, dark`);
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        t.same(await violations(page, ['color-contrast']), [], `${address}, forced colours`);
        for (const width of [2560, 1024, 768, 600, 360]) {
          await widen(page, width);
          const excess = await excessWidth(page);
          t.ok(excess <= 0, `${address} at ${width}: ${excess}`);
        }
        const touched = ['target-size', 'scrollable-region-focusable'];
        t.same(await violations(page, touched), [], `${address}, phone`);
      }
      await page.close();
    },
  );

  await t.test('errors are as accessible as answers', async (t) => {
    const { page } = await openPage(browser);
    for (const address of ['/?party=nobody', '/?q=x&on=2019-02-30', '/?page=changes&since=1999']) {
      await page.goto(service.address + address);
      await page.waitForSelector('.trouble');
      t.same(await violations(page), [], address);
      t.ok(
        (await page.textContent('.trouble p:last-of-type'))?.endsWith('.'),
        'it says what to do',
      );
    }
    await page.close();
  });

  await t.test('who wants no motion gets none', async (t) => {
    const { page } = await openPage(browser);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await view(page, service, '/?q=HiLook');
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter(
          ({ transitionDuration, animationDuration, scrollBehavior }) =>
            Number.parseFloat(transitionDuration) > 0.01 ||
            Number.parseFloat(animationDuration) > 0.01 ||
            scrollBehavior === 'smooth',
        ),
    );
    t.equal(moving.length, 0);
    await page.close();
  });

  await t.test('on paper nothing is folded, and documents have their addresses', async (t) => {
    const { page } = await openPage(browser, { width: 800 });
    await view(page, service, '/?q=HiLook&for=procure');
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ format: 'A4' });
    t.ok(pdf.length > 20_000);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    t.equal(await page.locator('details:not([open])').count(), 0);
    for (const hidden of ['.ask', '.masthead nav', '.decision summary', 'button']) {
      t.equal(await page.locator(`${hidden}:visible`).count(), 0, `${hidden} is for the screen`);
    }
    t.match(await page.innerText('.verdict'), /Asked: HiLook, in order to buy/);
    const address = await page.evaluate(() => {
      const link = document.querySelector('a.open');
      return link && getComputedStyle(link, '::after').content;
    });
    t.match(address, /https:/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    t.ok((await page.locator('details:not([open])').count()) > 0, 'and is folded again');
    await page.close();
  });

  await t.test('nothing jumps while a view comes', async (t) => {
    const { page } = await openPage(browser);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          };
          if (!hadRecentInput) shifts.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const address of VIEWS) {
      await view(page, service, address);
      await page.waitForTimeout(100);
      const shift = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
      );
      t.ok(shift < 0.02, `${address} shifts by ${shift.toFixed(4)}`);
    }
    await page.close();
  });
});

/** Every view, and every kind of answer. */
const VIEWS = [
  ...[
    '/',
    '/?q=HiLook',
    '/?q=Bosch+Rexroth',
    '/?q=hikvis',
    '/?q=ZTE+Networks',
    '/?q=Hikvision&on=2019-08-01',
  ],
  ...['/?party=hikvision', '/?list=ndaa-889', '/?source=cleat-4-2104'],
  ...['/?page=lists', '/?page=parties', '/?page=sources', '/?page=changes', '/?page=data'],
  '/?page=bom',
];

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await drawn(page);
}

/** Presses Tab until the focus is on what is wanted, as one without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`no number of tabs leads to ${selector}`);
}
