import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import t, { type Test } from 'tap';
import {
  chromiumPath,
  openBrowser,
  type Service,
  type ServiceOptions,
  startService,
  WITHOUT_CHROMIUM,
} from './browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The label of the one field. */
export const FIELD = 'Vendor, brand, model, MAC address or FCC id';

/** Runs tests against a service and a browser of their own; skips them where there is no browser. */
export function inBrowser(
  name: string,
  flows: (t: Test, browser: Browser, service: Service) => Promise<void>,
  options: ServiceOptions = {},
): void {
  if (chromiumPath === null) {
    t.test(name, { skip: WITHOUT_CHROMIUM }, async () => {});
    return;
  }
  t.setTimeout(600_000);
  t.test(name, async (t) => {
    const service = await startService(options);
    const browser = await openBrowser();
    t.teardown(async () => {
      await browser.close();
      await service.stop();
    });
    await flows(t, browser, service);
  });
}

/** A text that would act if it were taken for markup, and reorder the page if its marks were obeyed. */
export const HOSTILE =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\u202e</bdi>evil\u2066';

/** What a hostile text has done to the page: nothing, if all is well. */
export function harm(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...('hacked' in window ? ['a script ran'] : []),
    ...[...document.querySelectorAll('body img, main script')].map(({ outerHTML }) => outerHTML),
    ...[...document.querySelectorAll('a[href^="javascript" i]')].map(({ outerHTML }) => outerHTML),
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText + document.title)
      ? ['a mark that reorders text stands in the page']
      : []),
  ]);
}

/** By how many pixels the page is wider than the screen. */
export function excessWidth(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Opens a view and waits until it has said what it has to say. */
export async function view(page: Page, service: Service, address: string): Promise<void> {
  await page.goto(service.address + address);
  await page.waitForSelector('#main h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Asks a question by its address, and gives the headline of the answer. */
export async function asked(page: Page, service: Service, question: Record<string, string>) {
  await page.goto(`${service.address}/?${new URLSearchParams(question)}`);
  await page.waitForSelector('.answer');
  return (await page.textContent('#verdict')) ?? '';
}

/** Waits until the page has drawn itself anew: what it measures in one frame is drawn in the next. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  });
}

/** Gives the window another width, and waits until it is drawn. */
export async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction((width) => innerWidth === width, width);
  await drawn(page);
}

/** Milliseconds for which a view may take its time before a test gives up. */
const PATIENCE = 30_000;

/**
 * Reads until what is read is what is expected: titles, the focus and the draft of a form follow
 * the view by a moment, which is long on a busy machine.
 */
export async function comesTo(
  t: Test,
  read: () => Promise<unknown>,
  expected: string | RegExp,
  message = `comes to ${expected}`,
): Promise<void> {
  const fits = (found: unknown) =>
    typeof expected === 'string' ? found === expected : expected.test(String(found));
  const end = Date.now() + PATIENCE;
  let found = await read();
  while (!fits(found) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = await read();
  }
  if (typeof expected === 'string') t.equal(found, expected, message);
  else t.match(found, expected, message);
}

/** Holds answers back until they are let go, so that what is shown meanwhile stays to be looked at. */
export async function heldBack(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    // The page may have turned away from it meanwhile.
    await route.continue().catch(() => {});
  });
  return release;
}

/** Tells milliseconds of work of the page's own thread: what else the machine does cannot lengthen them. */
export async function workMeter(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

/** The rules of WCAG 2.2 AA and below that the page breaks. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
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
