import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from '../domain/date.ts';
import { entrySchema, reportSchema, statusSchema } from '../domain/designation.ts';
import { deviceEvidenceSchema } from '../domain/device.ts';
import { activitySchema, consequenceSchema } from '../domain/effect.ts';
import { idSchema } from '../domain/id.ts';
import { reachRules } from '../domain/list.ts';
import { evidenceGrades, nameTypeSchema, partyKindSchema, relationTypes } from '../domain/party.ts';
import { sourceTypes } from '../domain/source.ts';
import { forces } from '../domain/standing.ts';
import { dispositionDecisions } from '../store/records/index.ts';

/** A citation with its document: everything a reader needs to find the place. */
export const citedSchema = z
  .object({
    source: idSchema,
    type: z.enum(sourceTypes),
    title: z.string(),
    publisher: z.string().nullable(),
    date: partialDateSchema.nullable(),
    locator: z.string().nullable(),
    url: z.string().nullable(),
    statement: z.string().optional(),
    quote: z.string().optional(),
  })
  .meta({ id: 'Citation' });
export type Cited = z.infer<typeof citedSchema>;

const citations = z.array(citedSchema).min(1);

export const citedDisagreementSchema = z
  .object({
    field: z.string(),
    value: z.string(),
    followed: z.string().nullable(),
    reason: z.string(),
    citations,
  })
  .meta({ id: 'Disagreement' });

export const citedEffectSchema = z
  .object({
    activity: activitySchema,
    consequence: consequenceSchema,
    from: isoDateSchema.nullable(),
    to: isoDateSchema.nullable(),
    scope: z.string().nullable(),
    exceptions: z.array(z.string()),
    summary: z.string(),
    binds: z.string(),
    citations,
  })
  .meta({ id: 'Effect' });

/** One step of a path from the party denoted to the party listed. */
export const stepSchema = z
  .object({
    relation: z.enum(relationTypes),
    from: idSchema,
    to: idSchema,
    percent: z.number().nullable(),
    since: partialDateSchema.nullable(),
    until: partialDateSchema.nullable(),
    evidence: z.enum(evidenceGrades),
    note: z.string().nullable().describe('What the documents leave open about the tie'),
    disagreements: z.array(citedDisagreementSchema),
    citations,
  })
  .meta({ id: 'Step' });

export const answeredDesignationSchema = z
  .object({
    list: z.object({ id: idSchema, name: z.string(), agency: z.string() }),
    entry: entrySchema,
    status: statusSchema,
    force: z
      .enum(forces)
      .describe(
        'What it amounts to on that day: effects, those of them that hold; watch, no more than that; nothing',
      ),
    from: isoDateSchema.nullable(),
    to: isoDateSchema.nullable(),
    seenOn: isoDateSchema.nullable(),
    scope: z.string().nullable(),
    note: z.string().nullable(),
    report: reportSchema.nullable(),
    via: z.array(stepSchema),
    reach: z
      .object({
        rule: z.enum(reachRules),
        status: z.enum(['in-force', 'suspended']),
        confirmed: z.boolean(),
        summary: z.string(),
        citations,
      })
      .nullable()
      .describe('The rule by which the list goes beyond the parties that it names'),
    editions: z.array(z.object({ date: isoDateSchema, name: z.string() })),
    effects: z.array(citedEffectSchema),
    disagreements: z.array(citedDisagreementSchema),
    citations,
  })
  .meta({ id: 'Designation' });
export type AnsweredDesignation = z.infer<typeof answeredDesignationSchema>;

/** A place in the answer on which a determination stands. */
export const groundSchema = z
  .object({
    match: z.int().min(0).describe('Place in `matches`, from 0'),
    designation: z.int().min(0).describe('Place in the `designations` of that match, from 0'),
    effect: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Place in the `effects` of that designation, from 0; null where its standing alone is watched',
      ),
  })
  .meta({ id: 'Ground' });

export const determinationSchema = z
  .object({
    activity: activitySchema,
    consequence: consequenceSchema,
    list: idSchema,
    party: idSchema.describe('The listed one, which a path may have led to'),
    from: isoDateSchema
      .nullable()
      .describe(
        'Since when it holds by what holds on the day asked about: the later of the entry, the effect, ' +
          'the rule of reach and the ties of the path; of several grounds the oldest; null where no day is stated',
      ),
    to: isoDateSchema.nullable().describe('The last day on which it holds so; null: none is known'),
    grounds: z
      .array(groundSchema)
      .min(1)
      .describe('Where in the answer it comes from, that which began first in front'),
  })
  .meta({
    id: 'Determination',
    description: 'Strongest first; of equally strong ones by activity, then the oldest',
  });

export const strengthSchema = z.enum(['exact', 'strong', 'possible']).meta({ id: 'Strength' });

export const explanationSchema = z
  .object({
    steps: z.array(
      z.object({
        query: z.string().nullable(),
        listed: z.string().nullable(),
        relation: z.string(),
        similarity: z.number().min(0).max(1),
        weight: z.number().min(0).max(1),
      }),
    ),
    adjustments: z.array(z.object({ reason: z.string(), delta: z.number() })),
    normalised: z.object({ query: z.string(), listed: z.string() }).nullable(),
    counterfactual: z.string().nullable(),
  })
  .meta({ id: 'Explanation' });

export const partyReferenceSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    kind: partyKindSchema,
    country: z.string().nullable(),
  })
  .meta({ id: 'PartyReference' });

/** The fields of a query on which a party can be matched. */
export const matchedFields = [
  'name',
  'identifier',
  'brand',
  'model',
  'mac',
  'fccId',
  'cpe',
  'purl',
] as const;

/** A relation that points at a party and determines nothing: an OEM relation, for a person to follow up. */
export const leadSchema = z
  .object({
    relation: z.enum(relationTypes),
    party: partyReferenceSchema,
    evidence: z.enum(evidenceGrades),
    note: z.string().nullable(),
    citations,
  })
  .meta({ id: 'Lead' });

/** The last decision of a person on such a match. */
export const decidedSchema = z
  .object({
    decision: z.enum(dispositionDecisions),
    screening: z.string().describe('The screening on which it was decided'),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'Decided',
    description:
      "The last decision for this query and party, until the party's names or designations change; it changes no determination",
  });

/** The same, where it is that such a match is a false positive. */
export const dispositionedSchema = decidedSchema
  .extend({ decision: z.literal('false-positive') })
  .meta({
    id: 'Dispositioned',
    description: 'Where the last decision is that this is a false positive: the same as `decided`',
  });

export const matchSchema = z
  .object({
    party: partyReferenceSchema,
    score: z.number().min(0).max(1),
    strength: strengthSchema,
    counts: z
      .boolean()
      .describe('Whether the outcome rests on it; the others are alike, but weaker, or on no list'),
    matchedOn: z.object({
      field: z.enum(matchedFields),
      query: z.string(),
      listed: z.string(),
      nameType: nameTypeSchema.nullable(),
      note: z.string().nullable(),
      evidence: deviceEvidenceSchema.optional().describe('Of a device sign'),
      citations,
      disagreements: z.array(citedDisagreementSchema),
    }),
    explanation: explanationSchema,
    reach: z.object({ assessed: z.boolean(), note: z.string().nullable() }),
    designations: z.array(answeredDesignationSchema),
    leads: z.array(leadSchema),
    decided: decidedSchema.optional(),
    dispositioned: dispositionedSchema.optional(),
  })
  .meta({ id: 'Match' });
export type Match = z.infer<typeof matchSchema>;

export const outcomeSchema = z
  .enum(['match', 'possible-match', 'no-match'])
  .meta({ id: 'Outcome', description: 'no-match is never "clear": see coverage' });
export type Outcome = z.infer<typeof outcomeSchema>;

export const coverageSchema = z
  .object({
    catalogue: z.object({ version: z.string(), sha256: z.string(), builtAt: z.iso.datetime() }),
    lists: z.array(
      z.object({
        id: idSchema,
        parties: z.int(),
        asOf: z.string(),
        complete: z.boolean(),
        classesNotAssessed: z.int(),
      }),
    ),
    notChecked: z.array(z.object({ what: z.string(), reason: z.string() })),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof coverageSchema>;

/** One answered query. */
export const screeningSchema = z
  .object({
    id: z.string(),
    reference: z.string().optional(),
    screenedAt: z.iso.datetime(),
    asOf: isoDateSchema,
    outcome: outcomeSchema,
    determinations: z.array(determinationSchema),
    matches: z.array(matchSchema),
    coverage: coverageSchema,
    disclaimer: z.string(),
  })
  .meta({ id: 'Screening' });
export type Screening = z.infer<typeof screeningSchema>;
