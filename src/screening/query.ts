import { z } from 'zod';
import { isoDateSchema, partialDateSchema } from '../domain/date.ts';
import { activitySchema } from '../domain/effect.ts';
import { partyKindSchema } from '../domain/party.ts';
import { countryCode } from './country.ts';

/** Code points that a name may have. */
export const MAX_NAME = 512;
/** Characters that a reference may have. */
export const MAX_REFERENCE = 128;
const MAX_IDENTIFIERS = 20;
const DEFAULT_LIMIT = 10;
/** The most matches that a query may ask for. */
export const MAX_LIMIT = 100;

/** Text of a query: well-formed Unicode, since half a character can be neither compared nor stored. */
function text(max: number) {
  return z
    .string()
    .min(1, 'must not be empty')
    .refine((value) => value.isWellFormed(), 'holds half a character (a lone surrogate)')
    .refine((value) => value.length <= max || [...value].length <= max, {
      message: `must have at most ${max} characters`,
    })
    .refine((value) => value.trim() !== '', 'must not be blank');
}

export const identifierQuerySchema = z.strictObject({
  scheme: text(64).meta({ examples: ['lei', 'ofac-uid', 'uscc', 'isin', 'ticker'] }),
  value: text(128),
});

/** A device or software component, by whatever is printed on it. */
export const productQuerySchema = z
  .strictObject({
    brand: text(MAX_NAME).optional(),
    model: text(128).optional(),
    mac: text(32).optional(),
    fccId: text(32).optional(),
    cpe: text(512).optional(),
    purl: text(512).optional(),
  })
  .refine((product) => Object.values(product).some((value) => value !== undefined), {
    message: 'needs one of brand, model, mac, fccId, cpe, purl',
  })
  .meta({ id: 'ProductQuery' });

export type ProductQuery = z.infer<typeof productQuerySchema>;

const countryQuerySchema = text(80).transform((value, context) => {
  const code = countryCode(value);
  if (code === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'is not a country: give ISO alpha-2, alpha-3 or the English name',
    });
    return z.NEVER;
  }
  return code;
});

const fields = {
  reference: z
    .string()
    .max(MAX_REFERENCE)
    .refine((value) => value.isWellFormed(), 'holds half a character (a lone surrogate)')
    .optional(),
  name: text(MAX_NAME).optional(),
  kind: partyKindSchema.optional(),
  country: countryQuerySchema.optional(),
  address: text(1000).optional(),
  birthDate: partialDateSchema.optional(),
  identifiers: z.array(identifierQuerySchema).max(MAX_IDENTIFIERS).optional(),
  product: productQuerySchema.optional(),
  lists: z.array(z.string().min(1)).min(1).optional(),
  activity: activitySchema.optional(),
  asOf: isoDateSchema.optional(),
  threshold: z.number().min(0).max(1).optional(),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
};

/**
 * One screening query. `name`, `identifiers` or `product` is needed, the rest
 * narrows or dates the question. Unknown fields are errors: a misspelt `asOf`
 * that was ignored would be answered with today's law.
 *
 * @example screenQuerySchema.parse({ name: 'Hikvison', country: 'CHN', asOf: '2019-10-01' })
 */
export const screenQuerySchema = z
  .strictObject(fields)
  .refine(
    ({ name, identifiers, product }) =>
      name !== undefined || product !== undefined || (identifiers?.length ?? 0) > 0,
    { message: 'one of name, identifiers and product is needed', path: ['name'] },
  )
  .meta({ id: 'ScreenQuery' });

export type ScreenQuery = z.infer<typeof screenQuerySchema>;
/** A query as a caller writes it: defaults not filled in. */
export type ScreenQueryInput = z.input<typeof screenQuerySchema>;
