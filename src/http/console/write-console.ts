/** Writes the console into a folder: `node src/http/console/write-console.ts dist/web`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleConsole } from './console-bundle.ts';

const folder = process.argv[2] ?? 'dist/web';
const { page, files } = await bundleConsole();
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'index.html'), page);
for (const [name, content] of files) {
  await writeFile(join(folder, name), content);
  process.stdout.write(`${join(folder, name)} ${content.byteLength} bytes\n`);
}
