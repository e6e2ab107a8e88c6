import { z } from 'zod';
import { citationsSchema, disagreementSchema } from './citation.ts';
import { partialDateSchema } from './date.ts';
import { designationSchema } from './designation.ts';
import { idSchema } from './id.ts';

export const partyKinds = [
  'company',
  'institution',
  'government',
  'person',
  'vessel',
  'aircraft',
  'brand',
] as const;

export const partyKindSchema = z.enum(partyKinds).meta({ id: 'PartyKind' });
export type PartyKind = z.infer<typeof partyKindSchema>;

export const nameTypes = [
  'legal',
  'short',
  'alias',
  'weak-alias',
  'former',
  'brand',
  'acronym',
  'transliteration',
] as const;

export const nameTypeSchema = z.enum(nameTypes).meta({ id: 'NameType' });
export type NameType = z.infer<typeof nameTypeSchema>;

/** ISO 3166-1 alpha-2, upper case. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code');

/** A string by which a party is known. */
export const partyNameSchema = z.strictObject({
  name: z.string().min(1).max(1000),
  type: nameTypeSchema,
  lang: z.string().min(2).optional().describe('BCP 47 tag of language and script, e.g. zh-Hans'),
  citations: citationsSchema,
  disagreements: z.array(disagreementSchema).default([]),
});

export type PartyName = z.infer<typeof partyNameSchema>;

/** An address as a document prints it. */
export const addressSchema = z.strictObject({
  text: z.string().min(1),
  country: countrySchema.nullable().default(null),
  citations: citationsSchema,
});

/** A number or code that an authority gave to the party (`ticker`, `isin`, `lei`, `uscc`, `ofac-uid` ...). */
export const identifierSchema = z.strictObject({
  scheme: idSchema,
  value: z.string().min(1),
  citations: citationsSchema,
});

export const relationTypes = [
  'subsidiary-of',
  'owned-by',
  'affiliate-of',
  'brand-of',
  'relabels',
  'formerly',
] as const;

export const evidenceGrades = ['registry', 'filing', 'official', 'press', 'community'] as const;

/** This party's tie to another one, read as "this party is `type` that party". */
export const relationSchema = z.strictObject({
  type: z.enum(relationTypes),
  party: idSchema.describe('Id of the other party'),
  percent: z.number().min(0).max(100).nullable().default(null).describe('Share held by the other'),
  since: partialDateSchema.nullable().default(null),
  until: partialDateSchema.nullable().default(null),
  evidence: z.enum(evidenceGrades),
  note: z.string().min(1).optional(),
  citations: citationsSchema,
  disagreements: z.array(disagreementSchema).default([]),
});

export type Relation = z.infer<typeof relationSchema>;

/** Which record of an official list is this party: the only way, beside a shared identifier, to join the two. */
export const sameAsSchema = z
  .strictObject({
    list: idSchema,
    name: z.string().min(1).optional().describe('The name exactly as the list prints it'),
    record: z.string().min(1).optional().describe('The id that the list gives to the record'),
  })
  .refine((same) => same.name !== undefined || same.record !== undefined, {
    message: 'needs the name or the record of the entry',
  });

/** A company, institution, government body, person, vessel, aircraft or brand that a document names. */
export const partySchema = z
  .strictObject({
    id: idSchema,
    kind: partyKindSchema,
    country: countrySchema.nullable(),
    names: z.array(partyNameSchema).min(1, 'a party needs at least one name'),
    addresses: z.array(addressSchema).default([]),
    identifiers: z.array(identifierSchema).default([]),
    birthDates: z
      .array(z.strictObject({ date: partialDateSchema, citations: citationsSchema }))
      .default([]),
    relations: z.array(relationSchema).default([]),
    designations: z.array(designationSchema).default([]),
    sameAs: z.array(sameAsSchema).default([]),
    notes: z
      .array(z.strictObject({ text: z.string().min(1), citations: citationsSchema }))
      .default([]),
  })
  .meta({ id: 'CataloguedParty' });

export type Party = z.infer<typeof partySchema>;

/** The name that stands for the party in answers: its first legal name, else its first name. */
export function displayName(party: Party): string {
  const name = party.names.find((name) => name.type === 'legal') ?? party.names[0];
  return name?.name ?? party.id;
}
