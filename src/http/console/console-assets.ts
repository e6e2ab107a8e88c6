import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { RedflagError } from '../../domain/error.ts';
import { PACKAGE } from '../../screening/index.ts';
import type { ConsoleAssets } from './console-bundle.ts';

/** Where `npm run build` writes the console: beside the built service. */
const BUILT = fileURLToPath(new URL('dist/web/', PACKAGE));
const PAGE = 'index.html';

/**
 * The console: from source it is bundled in memory, so that a checkout needs no
 * build and never shows an older page; built, it is read from `dist/web`.
 *
 * @throws RedflagError `unavailable` where there is neither
 */
export async function consoleAssets(): Promise<ConsoleAssets> {
  return import.meta.url.endsWith('.ts') ? bundled() : readBuilt(BUILT);
}

async function bundled(): Promise<ConsoleAssets> {
  try {
    const { bundleConsole } = await import('./console-bundle.ts');
    return await bundleConsole();
  } catch (error) {
    const detail =
      'The console cannot be built here: run "npm ci" with the development dependencies, or "npm run build" elsewhere.';
    throw new RedflagError('unavailable', detail, [], error);
  }
}

/** @throws RedflagError `unavailable` */
async function readBuilt(folder: string): Promise<ConsoleAssets> {
  try {
    const names = await readdir(folder);
    const files = await Promise.all(
      names
        .filter((name) => name !== PAGE)
        .map(async (name) => [name, await readFile(`${folder}${name}`)] as const),
    );
    return { page: await readFile(`${folder}${PAGE}`, 'utf8'), files: new Map(files) };
  } catch (error) {
    const detail = 'The console is missing from this build: run "npm run build".';
    throw new RedflagError('unavailable', detail, [], error);
  }
}
