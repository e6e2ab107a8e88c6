import { z } from 'zod';
import { citationsSchema, disagreementSchema } from './citation.ts';
import { isoDateSchema } from './date.ts';
import { effectOverrideSchema } from './effect.ts';
import { idSchema } from './id.ts';

export const statuses = [
  'reported',
  'proposed',
  'announced',
  'in-force',
  'suspended',
  'removed',
  'lapsed',
] as const;

export const statusSchema = z.enum(statuses).meta({
  id: 'Status',
  description:
    'announced: published, not yet effective; removed: taken off by decision; ' +
    'lapsed: ended by its own terms, or not pursued',
});
export type Status = z.infer<typeof statusSchema>;

/** Who reported a measure that no authority has published, on whose word, and what became of it. */
export const reportSchema = z.strictObject({
  by: z.string().min(1),
  attributedTo: z.string().min(1).nullable(),
  outcome: z.string().min(1),
});

/**
 * A stretch of time in which a designation has one status. `to` is inclusive,
 * null is open. `from: null` = no start is stated; `seenOn` is then the date of
 * the first document that shows it.
 */
export const periodSchema = z.strictObject({
  status: statusSchema,
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable().default(null),
  seenOn: isoDateSchema.nullable().default(null),
  scope: z.string().min(1).nullable().default(null),
  report: reportSchema.optional(),
  note: z.string().min(1).optional(),
  citations: citationsSchema,
  disagreements: z.array(disagreementSchema).default([]),
});

export type Period = z.infer<typeof periodSchema>;

/** The entry as the list prints it. A party may have several entries on one list. */
export const entrySchema = z.strictObject({
  name: z.string().min(1),
  record: z.string().min(1).nullable().default(null),
  programme: z.string().min(1).nullable().default(null),
  licenceRequirement: z.string().min(1).nullable().default(null),
  licencePolicy: z.string().min(1).nullable().default(null),
  federalRegister: z.string().min(1).nullable().default(null).describe('As printed by the list'),
});

/** A party's standing under one list over time. */
export const designationSchema = z.strictObject({
  list: idSchema,
  entry: entrySchema,
  periods: z.array(periodSchema).min(1, 'a designation needs at least one period'),
  editions: z
    .array(
      z.strictObject({ date: isoDateSchema, name: z.string().min(1), citations: citationsSchema }),
    )
    .default([])
    .describe('The editions of the list that name the party, with the name as printed there'),
  effects: z
    .array(effectOverrideSchema)
    .default([])
    .describe("What differs, for this entry, from the list's own effects"),
});

export type Designation = z.infer<typeof designationSchema>;
