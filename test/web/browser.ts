import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const { CHROMIUM } = process.env;
const CANDIDATES =
  CHROMIUM === undefined
    ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    : [CHROMIUM];

/** The browser that CHROMIUM names, else the system's; null where there is none. */
export const chromiumPath = CANDIDATES.find((path) => existsSync(path)) ?? null;

export const WITHOUT_CHROMIUM =
  'no Chromium on this machine: apt-get install chromium, or set CHROMIUM to its path';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error(WITHOUT_CHROMIUM);
  return chromium.launch({ executablePath: chromiumPath, args: ARGUMENTS });
}

/** The program as a user runs it, on a free port and with data of its own. */
export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

const STARTED = /listens on (http:\/\/\S+)/;

export interface ServiceOptions {
  /** Environment beside what a service needs, such as REDFLAG_ACCESS. */
  readonly env?: Readonly<Record<string, string>>;
  /** Done with the empty data folder before the service starts; gives more environment. */
  readonly before?: (data: string) => Readonly<Record<string, string>>;
}

export async function startService({ env = {}, before }: ServiceOptions = {}): Promise<Service> {
  const data = mkdtempSync(join(tmpdir(), 'redflag-console-'));
  const more = before?.(data) ?? {};
  const child = spawn(process.execPath, ['bin/redflag.js', 'serve'], {
    env: surroundings(data, { PORT: '0', LOG_LEVEL: 'warn', ...env, ...more }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await startedAt(child);
  return {
    address,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Runs a command over a data folder, and gives what it prints. */
export function runCommand(
  data: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const options = { env: surroundings(data, env), encoding: 'utf8' as const };
  return execFileSync(process.execPath, ['bin/redflag.js', ...words], options).trim();
}

function surroundings(data: string, env: Readonly<Record<string, string>>) {
  return { PATH: process.env.PATH ?? '', HOME: data, REDFLAG_DATA: data, ...env };
}

function startedAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = STARTED.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
}

/** A page together with what went wrong in it and what it asked of whom. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

export async function openPage(
  browser: Browser,
  options: { readonly width?: number } = {},
): Promise<Watched> {
  const { width = 1280 } = options;
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: 'light',
  });
  // Far beyond what a view takes: a machine that does other work besides must not fail a test.
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => requests.push(request.url()));
  return { page, faults, requests };
}
