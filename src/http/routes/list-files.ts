import { z } from 'zod';
import { isoDateSchema } from '../../domain/date.ts';
import { idSchema } from '../../domain/id.ts';
import {
  type FeedStatus,
  type ImportOutcome,
  type ImportRequest,
  type ImportResult,
  layouts,
  waivers,
} from '../../lists/index.ts';

const versionSchema = z.object({
  format: z.string(),
  date: z.string().describe('The day of the version'),
  sha256: z.string(),
  importedAt: z.string(),
  records: z.int(),
  blocks: z.int().describe('Blocks of MAC addresses'),
  lost: z.int().describe('Rows of which no record could be made'),
  problems: z.int().describe('Fields and rows at fault'),
  files: z.array(z.object({ name: z.string(), url: z.string().nullable(), bytes: z.int() })),
});

export const fileSchema = z
  .object({
    feed: z.string(),
    version: versionSchema.nullable(),
    ageDays: z.int().nullable(),
    checkedDaysAgo: z.int().nullable(),
    stale: z.boolean(),
    error: z.string().nullable().describe('Why the last attempt failed; the version stays in use'),
  })
  .meta({ id: 'ListFile' });

export const outcomeSchema = z
  .object({
    feed: z.string(),
    outcome: z.enum(['imported', 'unchanged', 'failed']),
    version: versionSchema.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'ListFileOutcome' });

const undecidedSchema = z
  .array(z.object({ what: z.string(), reason: z.string() }))
  .describe('Records that may be of one party, and are kept apart until the curated list says so');

export const importedSchema = outcomeSchema
  .extend({ undecided: undecidedSchema })
  .meta({ id: 'ImportedList' });

export const outcomesSchema = z
  .object({ files: z.array(outcomeSchema), undecided: undecidedSchema })
  .meta({ id: 'ImportedLists' });

const [first = '', ...others] = layouts.map(({ format }) => format);

/** Text of a mapping file: in an address it must leave room for the rest. */
const MAX_MAPPING = 20_000;

/** What an import may be told, in a body or in an address. */
export const importFields = {
  format: z.enum([first, ...others]).describe('The layout of the file'),
  date: isoDateSchema.optional().describe('Day of the version, where the file does not state it'),
  mapping: z
    .string()
    .min(1)
    .max(MAX_MAPPING)
    .optional()
    .describe('What the columns of an own list are: the text of a mapping file, YAML or JSON'),
} as const;

/** A rule that is waived after having looked. */
export const waiverSchema = z.enum(waivers);

/** What is wanted, without the fields that were not given. */
export function requestOf(given: {
  format: string;
  feed: string | undefined;
  date: string | undefined;
  mapping: string | undefined;
  partial: boolean;
  delta: boolean;
  accept: ImportRequest['accept'] & object;
}): Omit<ImportRequest, 'from'> {
  const { format, feed, date, mapping, partial, delta, accept } = given;
  return {
    ...{ format, partial, delta, accept },
    ...(feed !== undefined && { feed }),
    ...(date !== undefined && { date }),
    ...(mapping !== undefined && { mapping }),
  };
}

export const feedParameter = z.object({
  feed: idSchema
    .describe('Name under which the list is kept')
    .meta({ examples: ['csl', 'own-suppliers'] }),
});

export function fileOf({ version, lastAttempt: _, ...rest }: FeedStatus) {
  return { ...rest, version: version === null ? null : versionOf(version) };
}

export function outcomesOf({ outcomes, undecided }: ImportResult): z.infer<typeof outcomesSchema> {
  return { files: outcomes.map(outcomeOf), undecided: [...undecided] };
}

/**
 * The one outcome of an import of one list.
 *
 * @throws RedflagError why the list was refused
 */
export function importedOf({
  outcomes: [one],
  undecided,
}: ImportResult): z.infer<typeof importedSchema> {
  if (one === undefined) throw new RangeError('an import has an outcome');
  if (one.outcome === 'failed') throw one.error;
  return { ...outcomeOf(one), undecided: [...undecided] };
}

function outcomeOf(one: ImportOutcome): z.infer<typeof outcomeSchema> {
  return {
    feed: one.feed,
    outcome: one.outcome,
    version: one.outcome === 'failed' ? null : versionOf(one.manifest),
    error: one.outcome === 'failed' ? one.error.message : null,
  };
}

function versionOf(manifest: NonNullable<FeedStatus['version']>): z.infer<typeof versionSchema> {
  const { format, date, sha256, importedAt, records, blocks, lost, problems } = manifest;
  const files = manifest.files.map(({ name, url, bytes }) => ({ name, url, bytes }));
  return { format, date, sha256, importedAt, records, blocks, lost, problems, files };
}
