import { parse } from 'yaml';
import { z } from 'zod';
import { faultsOf, inWords } from '../../../domain/complaint.ts';
import { isoDateSchema } from '../../../domain/date.ts';
import { activitySchema, consequenceSchema } from '../../../domain/effect.ts';
import { nameTypeSchema, partyKindSchema } from '../../../domain/party.ts';
import { refuse } from '../input/refusal.ts';

const column = z.string().min(1);

/**
 * What a company says about its own list: which column is what, and what being on
 * the list means. Written in YAML or JSON, beside the CSV file or wherever
 * `--mapping` points.
 *
 * @example
 * title: Suppliers that we do not buy from
 * date: 2026-11-01
 * effect: { activity: procure, consequence: red-flag, summary: ask the compliance desk first }
 * columns: { name: Supplier, country: Land, record: No }
 * names: [{ column: Also known as, type: alias, separator: ";" }]
 */
export const mappingSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1).nullable().default(null),
  date: isoDateSchema.optional(),
  delimiter: z.string().length(1).default(','),
  kind: partyKindSchema.default('company'),
  effect: z
    .strictObject({
      activity: activitySchema,
      consequence: consequenceSchema,
      summary: z.string().min(1),
    })
    .optional(),
  columns: z.strictObject({
    name: column,
    record: column.optional(),
    kind: column.optional(),
    country: column.optional(),
    address: column.optional(),
    birthDate: column.optional(),
    programme: column.optional(),
    from: column.optional(),
    to: column.optional(),
    note: column.optional(),
  }),
  names: z
    .array(
      z.strictObject({
        column,
        type: nameTypeSchema.default('alias'),
        separator: z.string().min(1).optional(),
      }),
    )
    .default([]),
  identifiers: z.array(z.strictObject({ column, scheme: z.string().min(1) })).default([]),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** The mapping in a text. @throws RedflagError `invalid-list` that names the field */
export function parseMapping(text: string | null): Mapping {
  if (text === null) {
    throw refuse('watchlist-csv', 'needs a mapping file: which column is the name (see --mapping)');
  }
  let written: unknown;
  try {
    // JSON is YAML; aliases are not needed here and could blow the file up.
    written = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : String(cause);
    throw refuse('mapping', `is not YAML: ${reason}`, { cause });
  }
  const parsed = mappingSchema.safeParse(written, { error: inWords });
  if (parsed.success) return parsed.data;
  const [fault] = faultsOf(parsed.error.issues);
  throw refuse('mapping', `${fault?.path.join('.') ?? ''}: ${fault?.message ?? 'is not valid'}`);
}

/** The columns that the mapping speaks of: a file without one of them is another file. */
export function columnsOf(mapping: Mapping): string[] {
  return [
    ...Object.values(mapping.columns).filter((name) => name !== undefined),
    ...mapping.names.map((name) => name.column),
    ...mapping.identifiers.map((identifier) => identifier.column),
  ];
}
