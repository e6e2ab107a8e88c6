import { z } from 'zod';
import { isoDateSchema } from '../../domain/date.ts';
import { idSchema } from '../../domain/id.ts';
import {
  determinationSchema,
  dispositionSchema,
  joinWhole,
  outcomeSchema,
  screeningSchema,
  strengthSchema,
} from '../../screening/index.ts';
import type { ScreeningSummary, StoredScreening } from '../../store/records/index.ts';

const chainSchema = z
  .object({
    sequence: z.int().min(1),
    hash: z.string().describe('SHA-256 over the record and the hash before it'),
  })
  .meta({ id: 'ChainLink' });

/** A recorded screening as it stands in a list of them. */
export const summarySchema = z
  .object({
    id: z.string(),
    reference: z.string().optional(),
    screenedAt: z.iso.datetime(),
    asOf: isoDateSchema,
    outcome: outcomeSchema,
    parties: z.array(idSchema).describe('Those that the answer names as matches'),
    caller: z
      .string()
      .describe(
        'Id of the API key; `anonymous` where none was needed; `cli:` and a user on the command line',
      ),
    through: z.enum(['single', 'batch', 'bom']),
    mode: z.enum(['full', 'hashed']).describe('hashed: of the query only a hash was kept'),
    catalogue: z.object({ version: z.string(), sha256: z.string() }),
    program: z.string().describe('Version of the program that answered'),
    chain: chainSchema,
  })
  .meta({ id: 'RecordedSummary' });
type Summary = z.infer<typeof summarySchema>;

const hashedAnswerSchema = z
  .object({
    outcome: outcomeSchema,
    determinations: z.array(determinationSchema.omit({ grounds: true })),
    matches: z.array(z.object({ party: idSchema, score: z.number(), strength: strengthSchema })),
    sha256: z.string().describe('Of the answer without coverage and disclaimer, as JSON'),
  })
  .meta({ id: 'HashedAnswer' });

/** A recorded screening whole. */
export const recordedSchema = summarySchema
  .extend({
    affiliatesRule: z.string(),
    query: z
      .record(z.string(), z.unknown())
      .describe('As it was read; hashed: `hash`, the HMAC-SHA-256 of the normalised query, alone'),
    answer: z.union([screeningSchema, hashedAnswerSchema]).describe('What was answered'),
    dispositions: z.array(dispositionSchema),
  })
  .meta({ id: 'RecordedScreening' });

export function describeSummary({ head, link }: ScreeningSummary): Summary {
  const { id, reference, at, asOf, outcome, parties, caller, through, mode } = head;
  return {
    id,
    ...(reference !== undefined && { reference }),
    ...{ screenedAt: at, asOf, outcome, parties, caller, through, mode },
    catalogue: head.catalogue,
    program: head.program,
    chain: { sequence: link.seq, hash: link.hash },
  };
}

/** Query and answer as they were recorded; in full, the answer is byte for byte what `POST /screen` gave. */
export function describeRecorded(stored: StoredScreening) {
  const { head, query, answer, statement } = stored;
  const whole = head.mode === 'full' ? joinWhole(answer, statement) : answer;
  return {
    ...describeSummary(stored),
    affiliatesRule: head.affiliatesRule,
    query: JSON.parse(query) as unknown,
    answer: JSON.parse(whole) as unknown,
  };
}
