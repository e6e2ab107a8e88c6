import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Activity, activities } from '../domain/effect.ts';
import { type PartyKind, partyKinds } from '../domain/party.ts';
import type { ScreenQueryInput } from '../screening/query.ts';
import { DEFAULT_FAIL_LEVEL, type FailLevel, failLevels } from './exit-status.ts';

/** The options that narrow or date a question, the same for one name and for a file of them. */
export interface QueryOptions {
  readonly kind?: PartyKind;
  readonly country?: string;
  readonly list?: string[];
  readonly activity?: Activity;
  readonly asOf?: string;
  readonly threshold?: number;
  readonly limit?: number;
  readonly failOn: FailLevel;
}

export function addQueryOptions(command: Command): Command {
  return command
    .addOption(kindOption())
    .option('--country <country>', 'country of the party: ISO alpha-2, alpha-3 or English name')
    .option('--list <id>', 'only designations under this list; repeat, or join by commas', collect)
    .addOption(
      new Option('--activity <activity>', 'only what concerns this activity').choices(activities),
    )
    .option('--as-of <date>', 'the day whose law is asked about, YYYY-MM-DD (default: today, UTC)')
    .option('--threshold <score>', 'score from which a match is possible, 0 to 1', numberOf)
    .option('--limit <count>', 'parties returned at most, 1 to 100', numberOf)
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit with 1 from this level on: any match at all, then the consequences by strength',
      )
        .choices(failLevels)
        .default(DEFAULT_FAIL_LEVEL),
    );
}

export function kindOption(): Option {
  return new Option('--kind <kind>', 'what the name denotes').choices(partyKinds);
}

/** The part of a query that options state. */
export function queryOf(options: QueryOptions): ScreenQueryInput {
  const { kind, country, list, activity, asOf, threshold, limit } = options;
  return {
    ...(kind !== undefined && { kind }),
    ...(country !== undefined && { country }),
    ...(list !== undefined && { lists: list }),
    ...(activity !== undefined && { activity }),
    ...(asOf !== undefined && { asOf }),
    ...(threshold !== undefined && { threshold }),
    ...(limit !== undefined && { limit }),
  };
}

/** `--list a,b --list c` -> a, b, c. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, ...value.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]))];
}

export function numberOf(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) {
    throw new InvalidArgumentError('It must be a number.');
  }
  return number;
}
