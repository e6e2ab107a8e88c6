import { z } from 'zod';
import { idSchema } from './id.ts';

/** A record of an official list with every field as its file prints it: what a party was made of. */
export const originalRecordSchema = z.strictObject({
  list: idSchema,
  record: z.string().min(1).describe('The id of the record in the file'),
  source: idSchema.describe('The version of the list file, as a source'),
  fields: z.record(z.string(), z.string()),
});

export type OriginalRecord = z.infer<typeof originalRecordSchema>;

/** A block of MAC addresses and the organisation that registered it. */
export const macRegistrationSchema = z.strictObject({
  prefix: z
    .string()
    .regex(/^[0-9A-F]{6,9}$/)
    .describe('The hexadecimal digits with which the addresses of the block begin'),
  registry: z.string().min(1),
  organisation: z.string().min(1).describe('As the registry prints it'),
  address: z.string().min(1).nullable(),
  source: idSchema,
});

export type MacRegistration = z.infer<typeof macRegistrationSchema>;
