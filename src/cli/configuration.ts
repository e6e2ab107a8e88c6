import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Complaint, RedflagError } from '../domain/error.ts';
import { affiliatesRuleSettings } from '../domain/reach.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A setting of the environment: the table in the documentation is written from these. */
export interface Setting {
  readonly name: string;
  readonly default: string;
  readonly meaning: string;
}

export const settings = [
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address on which the service listens; 0.0.0.0 for every one of the machine',
  },
  {
    name: 'PORT',
    default: '8080',
    meaning: 'Port on which the service listens; 0 for any free one',
  },
  {
    name: 'REDFLAG_DATA',
    default: './data',
    meaning: 'Folder of catalogue.db and records.db; made when missing',
  },
  {
    name: 'REDFLAG_SEEDS',
    default: './seeds',
    meaning:
      'Folder of the curated list; where there is no ./seeds, the list that comes with the package',
  },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: `What the service logs: ${logLevels.join(', ')}`,
  },
  {
    name: 'REDFLAG_AFFILIATES_RULE',
    default: 'by-terms',
    meaning:
      "How BIS's Affiliates rule is taken from 2026-11-10 on, where no document confirms its state: " +
      'by-terms (in force again, as the suspension says), in-force, suspended',
  },
] as const satisfies readonly Setting[];

type SettingName = (typeof settings)[number]['name'];

function text(name: SettingName) {
  return z.string().default(settings.find((setting) => setting.name === name)?.default ?? '');
}

const MAX_PORT = 65_535;

const environmentSchema = z.object({
  HOST: text('HOST'),
  PORT: text('PORT')
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= MAX_PORT, {
      message: `must be a whole number from 0 to ${MAX_PORT}`,
    })
    .transform(Number),
  REDFLAG_DATA: text('REDFLAG_DATA'),
  REDFLAG_SEEDS: text('REDFLAG_SEEDS'),
  LOG_LEVEL: text('LOG_LEVEL').pipe(
    z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }),
  ),
  REDFLAG_AFFILIATES_RULE: text('REDFLAG_AFFILIATES_RULE').pipe(
    z.enum(affiliatesRuleSettings, {
      error: `must be one of ${affiliatesRuleSettings.join(', ')}`,
    }),
  ),
} satisfies Record<SettingName, z.ZodType>);

/** The configuration of one run. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly seeds: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly affiliatesRule: (typeof affiliatesRuleSettings)[number];
}

/** The curated list that comes with the package: beside `src` in a checkout, beside `dist` when installed. */
const PACKAGED_SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/**
 * Reads the configuration from the environment. A variable that is set to
 * nothing counts as not set, as compose files leave it.
 *
 * @throws RedflagError `invalid-configuration` naming every variable at fault
 * @example readConfiguration({ PORT: '9090' }).port // 9090
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const complaints: Complaint[] = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    const each = complaints.map(({ path, message }) => `${path}="${set[path]}": ${message}`);
    throw new RedflagError('invalid-configuration', each.join('; '), complaints);
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: data.PORT,
    data: data.REDFLAG_DATA,
    seeds: set.REDFLAG_SEEDS ?? (isSeeds(data.REDFLAG_SEEDS) ? data.REDFLAG_SEEDS : PACKAGED_SEEDS),
    logLevel: data.LOG_LEVEL,
    affiliatesRule: data.REDFLAG_AFFILIATES_RULE,
  };
}

/** A folder called `seeds` may hold anything; ours has a room for parties. */
function isSeeds(folder: string): boolean {
  return existsSync(join(folder, 'parties'));
}
