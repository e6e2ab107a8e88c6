import type { Page } from 'playwright-core';
import { openPage } from './browser.ts';
import { excessWidth, inBrowser, view, violations } from './views.ts';

/** How often a slow first view may be looked at again. */
const ATTEMPTS = 6;

inBrowser('the console takes care', async (t, browser, service) => {
  await t.test('the first view is small, soon usable, and asks nobody else', async (t) => {
    const times: number[] = [];
    let bytes = 0;
    // What else the machine does may slow an attempt, but never quicken one.
    while (times.length < ATTEMPTS && Math.min(...times) > 1000) {
      const { page, faults, requests } = await openPage(browser);
      await page.addInitScript(() => {
        const seen = () => {
          if (document.querySelector('[role=combobox]') === null) requestAnimationFrame(seen);
          else Object.assign(window, { usableAfter: performance.now() });
        };
        requestAnimationFrame(seen);
      });
      await page.goto(service.address);
      await page.waitForFunction(() => 'usableAfter' in window);
      times.push(
        await page.evaluate(() => (window as unknown as { usableAfter: number }).usableAfter),
      );
      await page.waitForLoadState('networkidle');
      bytes = await page.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .map((entry) => (entry as PerformanceResourceTiming).transferSize)
          .reduce((sum, size) => sum + size, 0),
      );
      t.same(faults, [], 'no error, and nothing that the policy refused');
      t.same(
        requests.filter((url) => !url.startsWith(service.address)),
        [],
        'everything comes from the service',
      );
      await page.close();
    }
    t.ok(bytes > 10_000 && bytes < 200_000, `the first view takes ${bytes} bytes`);
    t.ok(Math.min(...times) < 1000, `usable after ${times.map(Math.round).join(', ')} ms`);
    t.comment(`first view: ${bytes} bytes, usable after ${times.map(Math.round).join(', ')} ms`);
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
    t.match(await page.title(), /NDAA section 889/, 'from the lists to one of them');

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

    await view(page, service, '/?page=bom');
    await tabTo(page, 'input[type=file]');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Space'),
    ]);
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

  await t.test('WCAG 2.2 AA by axe on every view, in light, dark and forced colours', async (t) => {
    for (const { name, rules, ...look } of LOOKS) {
      const { page } = await openPage(browser, look);
      for (const address of VIEWS) {
        await view(page, service, address);
        // What is folded must be as good as what is not.
        if (!rules) await unfold(page);
        t.same(await violations(page, rules), [], `${address}, ${name}`);
      }
      await page.close();
    }
  });

  await t.test('nothing is wider than the screen, from a small phone to a wide one', async (t) => {
    const { page } = await openPage(browser);
    for (const address of VIEWS) {
      await view(page, service, address);
      await unfold(page);
      for (const width of [360, 600, 768, 1024, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        const excess = await excessWidth(page);
        t.ok(excess <= 0, `${address} at ${width}: ${excess}`);
      }
    }
    await page.close();
  });

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
  ...['/', '/?q=HiLook', '/?q=Bosch+Rexroth', '/?q=hikvis', '/?q=Hikvision&on=2019-08-01'],
  ...['/?party=hikvision', '/?list=ndaa-889', '/?source=cleat-4-2104'],
  ...['/?page=lists', '/?page=parties', '/?page=sources', '/?page=changes', '/?page=data'],
  '/?page=bom',
];

/** Darkness and forced colours change colours alone, a narrow screen only what fits and can be hit. */
const LOOKS: readonly (Parameters<typeof openPage>[1] & {
  readonly name: string;
  readonly rules?: readonly string[];
})[] = [
  { name: 'light', width: 1280 },
  { name: 'dark', width: 1280, dark: true, rules: ['color-contrast'] },
  { name: 'forced colours', width: 1280, forced: true, rules: ['color-contrast'] },
  { name: 'phone', width: 360, rules: ['target-size', 'scrollable-region-focusable'] },
];

function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Presses Tab until the focus is on what is wanted, as one without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`no number of tabs leads to ${selector}`);
}
