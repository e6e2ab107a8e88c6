/**
 * Writes openapi/openapi.json, or with `--check` says whether it still is what
 * the routes are: exit status 1 when it is not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiText } from './document.ts';

const file = fileURLToPath(new URL('../../../openapi/openapi.json', import.meta.url));
const text = await openApiText();

if (!process.argv.includes('--check')) {
  mkdirSync(fileURLToPath(new URL('.', new URL(`file://${file}`))), { recursive: true });
  writeFileSync(file, text);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  process.stderr.write('openapi/openapi.json is not what the routes are: run npm run openapi\n');
  process.exitCode = 1;
}
