import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import t, { type Test } from 'tap';
import {
  chromiumPath,
  openBrowser,
  openPage,
  type Service,
  startService,
  WITHOUT_CHROMIUM,
} from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIELD = 'Vendor, brand, model, MAC address or FCC id';
/** How often a slow first view may be looked at again. */
const ATTEMPTS = 6;
const CAMERAS = [
  'Manufacturer,Model,Description,MAC',
  'Hikvision,DS-2CD2042WD-I,Bullet camera,44:19:b6:00:00:01',
  'Axis Communications,P3245-V,Dome camera,',
  'EZVIZ,C6N,"<img src=x onerror=alert(1)> \u202egnp.exe",',
  'Lorex,LNB9292,Bullet,',
].join('\n');

/** Opens a view and waits until it has said what it has to say. */
async function view(page: Page, service: Service, address: string): Promise<void> {
  await page.goto(service.address + address);
  await page.waitForSelector('#main h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

async function asked(page: Page, service: Service, question: Record<string, string>) {
  await page.goto(`${service.address}/?${new URLSearchParams(question)}`);
  await page.waitForSelector('.answer');
  return (await page.textContent('#verdict')) ?? '';
}

/** The rules of WCAG 2.2 AA and below that the page breaks. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: levels };
    const { violations } = await axe.run({ runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  }, rules);
}

// Axe alone looks at three dozen pages.
t.setTimeout(240_000);

if (chromiumPath === null) {
  t.test('the console in a browser', { skip: WITHOUT_CHROMIUM }, async () => {});
} else {
  t.test('the console in a browser', async (t) => {
    const service = await startService();
    const browser = await openBrowser();
    t.teardown(async () => {
      await browser.close();
      await service.stop();
    });
    await flows(t, browser, service);
  });
}

async function flows(t: Test, browser: Browser, service: Service): Promise<void> {
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
      t.equal(await page.getByLabel(FIELD).inputValue(), '', 'back leads to the question before');
      t.same(faults, []);
      await page.close();
    },
  );

  await t.test('a day before, between and after', async (t) => {
    const { page } = await openPage(browser);
    const before = await asked(page, service, { q: 'Hikvision', on: '2017-01-01' });
    t.match(before, /Known, but named on none/);
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

  await t.test('no match is never called clear', async (t) => {
    const { page } = await openPage(browser);
    t.match(
      await asked(page, service, { q: 'Bosch Rexroth' }),
      /^No match in \d+ lists as of their dates$/,
    );
    t.notMatch(await page.textContent('main'), /\b(is clear|all clear|cleared)\b/i);
    t.match(await page.textContent('.checked'), /things not checked/);
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
    await page.locator('a[href^="/?source="]:visible').first().click();
    await page.getByText('Supports statements about').waitFor();
    t.match(await page.textContent('main'), /\d+ part(y|ies)/);
    await view(page, service, '/?page=data');
    t.match(await page.textContent('.ages'), /BIS Entity List.*(weeks|months|years)/s);
    t.same(faults, []);
    await page.close();
  });

  await t.test('a bill of materials: dropped, filtered, taken along as SARIF', async (t) => {
    const { page, faults } = await openPage(browser);
    await view(page, service, '/?page=bom');
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'cameras.csv', { type: 'text/csv' }));
      return transfer;
    }, CAMERAS);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
    await page.waitForSelector('.finding-table');
    t.match(await page.textContent('#findings'), /3 findings in 4 lines/);
    const rows = page.locator('.finding-table tbody tr');
    t.match(await rows.nth(0).textContent(), /line 2.*Prohibited.*Hikvision/s);
    t.match(await rows.nth(1).textContent(), /ezviz -> hikvision/);
    t.match(
      await rows.nth(1).textContent(),
      /<img src=x onerror=alert\(1\)> U\+202Egnp\.exe/,
      'markup is text',
    );
    await page.getByLabel('Level').selectOption('lead');
    t.equal(await rows.count(), 1, 'the filter leaves the lead');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SARIF' }).click(),
    ]);
    const sarif = JSON.parse(readFileSync(await download.path(), 'utf8'));
    t.equal(download.suggestedFilename(), 'cameras.csv.sarif');
    t.equal(sarif.version, '2.1.0');
    t.equal(sarif.runs[0].results.length, 3);

    await page.setInputFiles('input[type=file]', {
      name: 'old.xls',
      mimeType: '',
      buffer: Buffer.from('\xd0\xcf\x11\xe0', 'latin1'),
    });
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
}
