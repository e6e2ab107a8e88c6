import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from '../../domain/date.ts';
import { activitySchema } from '../../domain/effect.ts';
import { idSchema } from '../../domain/id.ts';
import { countrySchema, nameTypeSchema, partyKindSchema } from '../../domain/party.ts';

/**
 * One entry of one list as its file states it, before it is joined with others
 * to a party. Where the file is silent, the field is null or empty.
 */
export const officialRecordSchema = z.strictObject({
  list: idSchema,
  record: z.string().min(1).max(300).describe('The place in the file: the id that the list gives'),
  lasting: z
    .boolean()
    .describe('Whether the list keeps that id for the entry from version to version'),
  name: z.string().min(1).describe('As printed'),
  kind: partyKindSchema,
  country: countrySchema.nullable(),
  names: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1000),
        type: nameTypeSchema,
        lang: z.string().min(2).optional(),
      }),
    )
    .min(1),
  addresses: z.array(
    z.strictObject({ text: z.string().min(1), country: countrySchema.nullable() }),
  ),
  identifiers: z.array(z.strictObject({ scheme: idSchema, value: z.string().min(1) })),
  birthDates: z.array(partialDateSchema),
  programme: z.string().min(1).nullable(),
  licenceRequirement: z.string().min(1).nullable(),
  licencePolicy: z.string().min(1).nullable(),
  federalRegister: z.string().min(1).nullable(),
  from: isoDateSchema.nullable().describe('The start that the record states'),
  to: isoDateSchema.nullable().describe('The end that the record states, inclusive'),
  scope: z.string().min(1).nullable(),
  note: z.string().min(1).nullable(),
  effects: z
    .array(z.strictObject({ activity: activitySchema, from: isoDateSchema }))
    .describe('Effects of the list that begin on a date of their own for this record'),
  original: z.record(z.string(), z.string()).describe('Every field of the file that is not empty'),
});

export type OfficialRecord = z.infer<typeof officialRecordSchema>;

/** What most records leave empty: a mapper states what differs. */
export const emptyRecord = {
  lasting: true,
  country: null,
  addresses: [],
  identifiers: [],
  birthDates: [],
  programme: null,
  licenceRequirement: null,
  licencePolicy: null,
  federalRegister: null,
  from: null,
  to: null,
  scope: null,
  note: null,
  effects: [],
} satisfies Partial<OfficialRecord>;

/** The fields that say something, for `original`. */
export function stated(fields: Readonly<Record<string, string | null | undefined>>) {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] != null && entry[1].trim() !== '',
    ),
  );
}

/** The text without outer blanks and doubled ones inside; null where nothing is left. */
export function clean(text: string | null | undefined): string | null {
  const cleaned = text?.replace(/[\s\u00a0]+/g, ' ').trim();
  return cleaned ? cleaned : null;
}
