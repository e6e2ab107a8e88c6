import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The console as it is served: its page, and the files that the page loads. */
export interface ConsoleAssets {
  readonly page: string;
  /** File name, which holds a hash of the content -> content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const source = (name: string) => fileURLToPath(new URL(`../../web/${name}`, import.meta.url));

/**
 * Bundles `src/web` with esbuild, which is there in a checkout only: a package
 * holds what `npm run build` has written. Takes about a fifth of a second.
 */
export async function bundleConsole(): Promise<ConsoleAssets> {
  const esbuild = await import('esbuild');
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: [source('app.tsx'), source('style/app.css')],
      outdir: '/console',
      entryNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
      bundle: true,
      minify: true,
      format: 'esm',
      target: ['es2022', 'chrome110', 'firefox115', 'safari16.4'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      tsconfigRaw: {},
      legalComments: 'none',
      loader: { '.woff2': 'file' },
      write: false,
      logLevel: 'silent',
    });
    const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
    const named = (extension: string) =>
      [...files.keys()].find((name) => extname(name) === extension) ?? '';
    const icon = await readFile(source('flag.svg'));
    const iconName = `flag-${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`;
    files.set(iconName, icon);
    const page = (await readFile(source('index.html'), 'utf8'))
      .replace('{script}', named('.js'))
      .replace('{style}', named('.css'))
      .replace('{font}', named('.woff2'))
      .replace('{icon}', iconName);
    return { page, files };
  } finally {
    // Its child process would otherwise live as long as the service.
    await esbuild.stop();
  }
}
