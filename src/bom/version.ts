import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageText = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

/** The version of the program that wrote a report. */
export const REDFLAG_VERSION: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(packageText)).version;
