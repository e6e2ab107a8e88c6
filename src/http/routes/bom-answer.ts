import { z } from 'zod';
import { bomFormats, findingKinds, waiverSchema } from '../../bom/index.ts';
import { isoDateSchema } from '../../domain/date.ts';
import { activitySchema, consequenceSchema } from '../../domain/effect.ts';
import { coverageSchema, partyReferenceSchema } from '../../screening/index.ts';
import { batchScreeningSchema } from '../batch/batch-routes.ts';

const locationSchema = z.object({
  file: z.string(),
  line: z.int().optional().describe('Counts from 1, the header of a table included'),
  cell: z.string().optional(),
  sheet: z.string().optional(),
  pointer: z.string().optional().describe('RFC 6901 into JSON, a path of elements into XML'),
});

const kindSchema = z.enum(findingKinds);

const waiverAnswerSchema = waiverSchema.meta({ id: 'Waiver' });

/** Of an answer that stands in many findings already. */
const briefScreeningSchema = batchScreeningSchema
  .pick({ id: true, outcome: true, asOf: true, determinations: true })
  .extend({ wholeIn: z.string().describe('RFC 6901: the finding that has it whole') })
  .meta({ id: 'BriefScreening' });

const findingSchema = z
  .object({
    location: locationSchema,
    component: z.record(z.string(), z.union([z.string(), z.int()])),
    kind: kindSchema,
    role: z.enum(['maker', 'supplier', 'provenance']),
    consequence: consequenceSchema
      .nullable()
      .describe('The strongest for the activities asked about; null where nothing is determined'),
    waived: z.boolean(),
    waiver: waiverAnswerSchema.nullable().describe('The one that holds for it'),
    expiredWaiver: waiverAnswerSchema
      .nullable()
      .describe('The one that would hold, had its last day not passed'),
    party: partyReferenceSchema,
    path: z.string(),
    matched: z.array(z.object({ field: z.string(), evidence: z.string() })),
    notes: z.array(z.string()),
    screening: z.union([batchScreeningSchema, briefScreeningSchema]),
  })
  .meta({ id: 'Finding' });

const counts = z.record(z.string(), z.int());

const summarySchema = z
  .object({
    examinedAt: z.iso.datetime(),
    asOf: isoDateSchema,
    components: z.int(),
    questions: z.int().describe('Distinct questions: a maker or part is asked about once'),
    findings: z.int(),
    failing: z.int().describe('At or above the fail level of the policy, and not waived'),
    waived: z.int(),
    byConsequence: counts,
    byKind: counts,
    groups: z.array(
      z.object({
        party: partyReferenceSchema,
        kind: kindSchema,
        role: z.string(),
        consequence: consequenceSchema.nullable(),
        path: z.string(),
        waived: z.boolean(),
        findings: z.int(),
        locations: z.array(locationSchema),
      }),
    ),
    files: z.array(
      z.object({
        name: z.string(),
        format: z.enum(bomFormats),
        bytes: z.int(),
        sha256: z.string(),
        components: z.int(),
        notes: z.array(z.string()),
        policy: z.string().nullable(),
        activities: z.array(activitySchema).nullable(),
        lists: z.array(z.string()).nullable(),
        failOn: z.string(),
      }),
    ),
    waivers: z
      .array(
        z.object({
          file: z.string(),
          line: z.int(),
          waiver: waiverAnswerSchema,
          state: z.enum(['expired', 'unused']),
        }),
      )
      .describe('Those of the policy that are to be looked at'),
  })
  .meta({ id: 'BomSummary' });

export const bomAnswerSchema = z
  .object({
    findings: z.array(findingSchema),
    summary: summarySchema,
    coverage: coverageSchema,
    disclaimer: z.string(),
  })
  .meta({ id: 'BomAnswer' });
