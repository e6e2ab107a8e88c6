import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The folder of the installed package. From `src`, `dist` and the bundled command it is two folders up. */
export const PACKAGE = new URL('../../', import.meta.url);

/** The version of this program: a record says which one answered. */
export const PROGRAM_VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('package.json', PACKAGE), 'utf8'))).version;
