import { openPage } from './browser.ts';
import { inBrowser, view, violations } from './views.ts';

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

  await t.test('text from lists never runs as markup', async (t) => {
    const hostile =
      '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202e</bdi>evil\u2066';
    const { page, faults } = await openPage(browser);
    const poison = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') {
        return /^(id|list|party|from|to|status|via|activity|consequence|outcome|relation|strength|kind|asOf|date|builtAt|screenedAt|seenOn|since|until|field|nameType|evidence|type|source|country)$/.test(
          key,
        )
          ? value
          : key === 'url'
            ? 'javascript:window.hacked=1'
            : `${value} ${hostile}`;
      }
      if (Array.isArray(value)) return value.map((each) => poison(each, key));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, poison(each, key)]),
      );
    };
    await page.route(/\/(screen|parties|lists|sources|coverage)(\/|\?|$)/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: poison(await response.json()) });
    });
    for (const address of [
      '/?q=HiLook',
      '/?party=hikvision',
      '/?list=ndaa-889',
      '/?source=pl-115-232',
      '/?page=data',
      '/?page=lists',
      `/?q=${encodeURIComponent(hostile)}`,
    ]) {
      await view(page, service, address);
      const hacked = await page.evaluate(() => [
        'hacked' in window,
        document.querySelectorAll('main img, main script').length,
        document.querySelectorAll('a[href^="javascript"]').length,
      ]);
      t.same(hacked, [false, 0, 0], address);
      t.match(
        await page.textContent('main'),
        /<img src=x onerror|U\+202E/,
        `${address} shows it as text`,
      );
    }
    t.same(faults, []);
    await page.close();
  });

  await t.test('the keyboard alone suffices', async (t) => {
    const { page } = await openPage(browser);
    await view(page, service, '/');
    await page.keyboard.press('Tab');
    t.match(await page.evaluate(() => document.activeElement?.textContent), /Skip to the content/);
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox'))
        break;
    }
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
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (
        await page.evaluate(() =>
          document.activeElement?.matches('details.designation:not([open]) > summary'),
        )
      )
        break;
    }
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
    await page.close();
  });

  await t.test(
    'WCAG 2.2 AA by axe, in light, dark and on a phone; nothing wider than the screen',
    async (t) => {
      const addresses = [
        ...['/', '/?q=HiLook', '/?q=Bosch+Rexroth', '/?party=hikvision', '/?list=ndaa-889'],
        ...['/?page=lists', '/?page=parties', '/?page=sources', '/?source=cleat-4-2104'],
        ...['/?page=changes', '/?page=data', '/?page=bom'],
      ];
      // Darkness changes colours alone, a narrow screen only what fits and can be hit.
      const looks = [
        { name: 'light', width: 1280 },
        { name: 'dark', width: 1280, dark: true, rules: ['color-contrast'] },
        { name: 'phone', width: 360, rules: ['target-size', 'scrollable-region-focusable'] },
      ];
      for (const look of looks) {
        const { page } = await openPage(browser, look);
        for (const address of addresses) {
          await view(page, service, address);
          t.same(await violations(page, look.rules), [], `${address}, ${look.name}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          t.ok(wide <= 0, `${address} fits a width of ${look.width}`);
        }
        await page.close();
      }
    },
  );

  await t.test('nothing jumps while an answer comes', async (t) => {
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
    for (const address of ['/', '/?q=HiLook', '/?party=hikvision', '/?page=data']) {
      await view(page, service, address);
      const shift = await page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0),
      );
      t.ok(shift < 0.02, `${address} shifts by ${shift.toFixed(4)}`);
    }
    await page.close();
  });
});
