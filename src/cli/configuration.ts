import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Complaint, RedflagError } from '../domain/error.ts';
import { affiliatesRuleSettings } from '../domain/reach.ts';
import { recordModes } from '../store/records/entry.ts';
import type { Keeping } from '../store/versions.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Who may ask: `auto` asks for keys unless the service listens on this machine alone. */
const accessModes = ['auto', 'keys', 'open'] as const;

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
  {
    name: 'REDFLAG_RECORDS',
    default: 'full',
    meaning:
      'What is recorded of each screening before it is answered, also on the command line: full, hashed (of the query only a hash), none',
  },
  {
    name: 'REDFLAG_KEEP_RECORDS',
    default: '0',
    meaning: 'Days for which records are kept; 0 for ever',
  },
  {
    name: 'REDFLAG_ACCESS',
    default: 'auto',
    meaning:
      'Who may ask: keys (an API key is needed), open (none is), auto (open on a loopback address, else keys)',
  },
  {
    name: 'REDFLAG_RATE_LIMIT',
    default: '60000',
    meaning:
      'Names a minute that each API key may ask about, where keys are needed; a batch counts its items; 0 for no limit',
  },
  {
    name: 'REDFLAG_ORIGINS',
    default: '',
    meaning:
      'Origins whose pages may read answers in a browser (CORS), by comma, e.g. https://procurement.example; none by default',
  },
  {
    name: 'REDFLAG_RELOAD',
    default: '10',
    meaning:
      'Seconds between looks for a new catalogue.db, which is then answered from; 0 for never',
  },
  {
    name: 'REDFLAG_STALE_AFTER',
    default: '7',
    meaning:
      'Days after which readiness calls an imported list stale that was not refreshed; 0 for never',
  },
  {
    name: 'REDFLAG_REFRESH',
    default: '0',
    meaning:
      'Hours after which the service fetches its lists anew from their addresses; 0 for never',
  },
  {
    name: 'REDFLAG_KEEP_VERSIONS',
    default: '10',
    meaning:
      'Catalogue versions that are kept for comparisons and replays; recorded: the last ten, and any that a record refers to',
  },
  {
    name: 'REDFLAG_SHED_DELAY',
    default: '1000',
    meaning:
      'Milliseconds of delay from which on, when it lasts for two seconds, requests are refused with 503; 0 for never',
  },
] as const satisfies readonly Setting[];

type SettingName = (typeof settings)[number]['name'];

function text(name: SettingName) {
  return z.string().default(settings.find((setting) => setting.name === name)?.default ?? '');
}

const MAX_PORT = 65_535;
const MAX_COUNT = 1_000_000;

/** A whole number of something: days, seconds, requests. */
function count(name: SettingName) {
  return text(name)
    .refine((value) => /^\d{1,7}$/.test(value) && Number(value) <= MAX_COUNT, {
      message: `must be a whole number from 0 to ${MAX_COUNT}`,
    })
    .transform(Number);
}

function choice<const Choices extends readonly [string, ...string[]]>(
  name: SettingName,
  choices: Choices,
) {
  return text(name).pipe(z.enum(choices, { error: `must be one of ${choices.join(', ')}` }));
}

/** How many versions, or those that records need. */
const keepVersions = text('REDFLAG_KEEP_VERSIONS')
  .refine((value) => value === 'recorded' || /^[1-9]\d{0,5}$/.test(value), {
    message: 'must be a whole number from 1 on, or recorded',
  })
  .transform(
    (value): Keeping => (value === 'recorded' ? { keepRecorded: true } : { keep: Number(value) }),
  );

/** An origin as a browser sends it: scheme, host, port; no path. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

const environmentSchema = z.object({
  HOST: text('HOST'),
  PORT: text('PORT')
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= MAX_PORT, {
      message: `must be a whole number from 0 to ${MAX_PORT}`,
    })
    .transform(Number),
  REDFLAG_DATA: text('REDFLAG_DATA'),
  REDFLAG_SEEDS: text('REDFLAG_SEEDS'),
  LOG_LEVEL: choice('LOG_LEVEL', logLevels),
  REDFLAG_AFFILIATES_RULE: choice('REDFLAG_AFFILIATES_RULE', affiliatesRuleSettings),
  REDFLAG_RECORDS: choice('REDFLAG_RECORDS', recordModes),
  REDFLAG_KEEP_RECORDS: count('REDFLAG_KEEP_RECORDS'),
  REDFLAG_ACCESS: choice('REDFLAG_ACCESS', accessModes),
  REDFLAG_RATE_LIMIT: count('REDFLAG_RATE_LIMIT'),
  REDFLAG_ORIGINS: text('REDFLAG_ORIGINS')
    .transform((origins) => origins.split(',').flatMap((origin) => origin.trim() || []))
    .refine((origins) => origins.every(isOrigin), {
      message: 'must be origins by comma, each as in https://procurement.example, without a path',
    }),
  REDFLAG_RELOAD: count('REDFLAG_RELOAD'),
  REDFLAG_STALE_AFTER: count('REDFLAG_STALE_AFTER'),
  REDFLAG_REFRESH: count('REDFLAG_REFRESH'),
  REDFLAG_KEEP_VERSIONS: keepVersions,
  REDFLAG_SHED_DELAY: count('REDFLAG_SHED_DELAY'),
} satisfies Record<SettingName, z.ZodType>);

/** The configuration of one run. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly seeds: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly affiliatesRule: (typeof affiliatesRuleSettings)[number];
  readonly records: (typeof recordModes)[number];
  /** In days; 0: for ever. */
  readonly keepRecords: number;
  readonly access: (typeof accessModes)[number];
  /** In names a minute; 0: no limit. */
  readonly rateLimit: number;
  readonly origins: readonly string[];
  /** In seconds; 0: never. */
  readonly reload: number;
  /** In days; 0: never. */
  readonly staleAfter: number;
  /** In hours; 0: never. */
  readonly refresh: number;
  readonly keepVersions: Keeping;
  /** In milliseconds; 0: never. */
  readonly shedDelay: number;
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
    records: data.REDFLAG_RECORDS,
    keepRecords: data.REDFLAG_KEEP_RECORDS,
    access: data.REDFLAG_ACCESS,
    rateLimit: data.REDFLAG_RATE_LIMIT,
    origins: data.REDFLAG_ORIGINS,
    reload: data.REDFLAG_RELOAD,
    staleAfter: data.REDFLAG_STALE_AFTER,
    refresh: data.REDFLAG_REFRESH,
    keepVersions: data.REDFLAG_KEEP_VERSIONS,
    shedDelay: data.REDFLAG_SHED_DELAY,
  };
}

/** A folder called `seeds` may hold anything; ours has a room for parties. */
function isSeeds(folder: string): boolean {
  return existsSync(join(folder, 'parties'));
}
