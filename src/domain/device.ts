import { z } from 'zod';
import { citationsSchema } from './citation.ts';
import { idSchema } from './id.ts';

/** How well a sign is evidenced: registers first, public reports last and never enough alone. */
export const deviceEvidence = ['registry', 'vendor-document', 'advisory', 'community'] as const;
export const deviceEvidenceSchema = z.enum(deviceEvidence).meta({ id: 'DeviceEvidence' });

const signBase = {
  evidence: deviceEvidenceSchema,
  confidence: z.enum(['high', 'medium', 'low']),
  alone: z
    .boolean()
    .describe(
      'Whether the sign counts by itself; a weak one needs a second sign of the same party',
    ),
  note: z.string().min(1).optional(),
  examples: z.array(z.string().min(1)).default([]),
  notThis: z.array(z.string().min(1)).default([]).describe('Look-alikes that are not the party'),
  citations: citationsSchema,
};

/** A regular expression that compiles; it is matched from the start of the model, in any case. */
const patternSchema = z
  .string()
  .min(2)
  .refine(
    (pattern) => {
      try {
        new RegExp(pattern, 'i');
        return true;
      } catch {
        return false;
      }
    },
    { message: 'is not a regular expression' },
  );

/** MAC prefixes of 6 (MA-L), 7 (MA-M) or 9 (MA-S) hexadecimal digits, parted by blanks. */
const blocksSchema = z
  .string()
  .regex(
    /^\s*([0-9A-F]{6}|[0-9A-F]{7}|[0-9A-F]{9})(\s+([0-9A-F]{6}|[0-9A-F]{7}|[0-9A-F]{9}))*\s*$/,
    'must be MAC prefixes of 6, 7 or 9 upper-case hexadecimal digits, parted by blanks',
  );

/**
 * Something printed on or sent by a device, or written in a bill of materials,
 * that points to its maker:
 *
 * - `model`: a family of model numbers, as a regular expression anchored at the start;
 * - `chip`: the same for a part inside somebody else's product;
 * - `mac`: address blocks registered to a holder;
 * - `fcc-grantee`: the first 3 or 5 characters of an FCC id;
 * - `cpe-vendor`: the vendor of a CPE name; `parts` limits it to application, operating system or hardware;
 * - `package`: `type/namespace/name` of a package URL, `*` standing for anything.
 */
export const deviceSignSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('model'), pattern: patternSchema, ...signBase }),
  z.strictObject({ kind: z.literal('chip'), pattern: patternSchema, ...signBase }),
  z.strictObject({
    kind: z.literal('mac'),
    registrant: z.string().min(1).describe('The holder as the registry prints it'),
    blocks: blocksSchema,
    ...signBase,
  }),
  z.strictObject({
    kind: z.literal('fcc-grantee'),
    code: z.string().regex(/^([A-Z][A-Z0-9]{2}|[0-9][A-Z0-9]{4})$/),
    ...signBase,
  }),
  z.strictObject({
    kind: z.literal('cpe-vendor'),
    vendor: z.string().regex(/^[a-z0-9._-]+$/),
    parts: z.array(z.enum(['a', 'o', 'h'])).default(['a', 'o', 'h']),
    ...signBase,
  }),
  z.strictObject({
    kind: z.literal('package'),
    pattern: z
      .string()
      .regex(/^[a-z]+\/[^\s]+$/, 'must be type/namespace/name, with * for anything'),
    ...signBase,
  }),
]);

export type DeviceSign = z.infer<typeof deviceSignSchema>;

/** The signs by which devices and components of one party are known. The id is the party's. */
export const devicesSchema = z
  .strictObject({ id: idSchema, signs: z.array(deviceSignSchema).min(1) })
  .meta({ id: 'CataloguedDevices' });

export type Devices = z.infer<typeof devicesSchema>;
