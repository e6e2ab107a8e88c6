import { z } from 'zod';
import { citationsSchema } from './citation.ts';
import { isoDateSchema } from './date.ts';
import { statusSchema } from './designation.ts';
import { effectSchema } from './effect.ts';
import { idSchema } from './id.ts';

export const reachRules = ['none', 'subsidiaries-and-affiliates', 'owned-50'] as const;

/** A stretch of time in which a rule of reach stands so; `confirmed: false` = no document says that it does. */
export const reachPeriodSchema = z.strictObject({
  status: z.enum(['in-force', 'suspended']),
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable().default(null),
  confirmed: z.boolean().default(true),
  note: z.string().min(1).optional(),
  citations: citationsSchema,
});

/** How far a list goes beyond the parties that it names. */
export const reachSchema = z.strictObject({
  rule: z.enum(reachRules),
  aggregate: z.boolean().default(false).describe('Shares of several listed owners are added up'),
  exceptCountries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .default([])
    .describe('Countries whose parties the rule does not reach, ISO 3166-1 alpha-2'),
  summary: z.string().min(1),
  periods: z.array(reachPeriodSchema).min(1),
  citations: citationsSchema,
});

export type Reach = z.infer<typeof reachSchema>;

/** A list that comes as documents: absence ends a standing only in a complete edition. */
export const editionSchema = z.strictObject({
  date: isoDateSchema,
  complete: z.boolean(),
  withdrawn: z.boolean().default(false),
  note: z.string().min(1).optional(),
  citations: citationsSchema,
});

/** An entry that names no party (foreign-made routers, drones, inverters, robots). */
export const listClassSchema = z.strictObject({
  id: idSchema,
  text: z.string().min(1),
  from: isoDateSchema.nullable(),
  exceptions: z.array(z.string().min(1)).default([]),
  citations: citationsSchema,
});

/** One legal instrument under which parties are restricted. */
export const listSchema = z
  .strictObject({
    id: idSchema,
    name: z.string().min(1),
    shortName: z.string().min(1),
    agency: z.string().min(1),
    jurisdiction: z.string().regex(/^([A-Z]{2}|UN|EU)$/),
    authority: z.string().min(1),
    summary: z.string().min(1),
    binds: z.string().min(1),
    periods: z
      .array(
        z.strictObject({
          status: statusSchema,
          from: isoDateSchema.nullable(),
          to: isoDateSchema.nullable().default(null),
          note: z.string().min(1).optional(),
          citations: citationsSchema,
        }),
      )
      .min(1)
      .describe('The status of the instrument itself over time'),
    effects: z.array(effectSchema),
    reach: z.array(reachSchema).min(1),
    editions: z.array(editionSchema).default([]),
    classes: z.array(listClassSchema).default([]),
    coverage: z.strictObject({
      complete: z.boolean().describe('Whether the curated parties are all that the list names'),
      asOf: isoDateSchema.describe('The date of the newest document that was read'),
      note: z.string().min(1).optional(),
    }),
    citations: citationsSchema,
  })
  .meta({ id: 'CataloguedList' });

export type List = z.infer<typeof listSchema>;
