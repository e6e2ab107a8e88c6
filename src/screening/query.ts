import { z } from 'zod';
import { countryCode } from '../domain/country.ts';
import { isoDateSchema, partialDateSchema } from '../domain/date.ts';
import { activitySchema } from '../domain/effect.ts';
import { partyKindSchema } from '../domain/party.ts';

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
    .refine((value) => value.trim() !== '', 'must not be blank')
    .meta({ maxLength: max });
}

export const identifierQuerySchema = z.strictObject({
  scheme: text(64).meta({ examples: ['lei', 'ofac-uid', 'uscc', 'isin', 'ticker'] }),
  value: text(128),
});

/** A device or software component, by whatever is printed on it. */
export const productQuerySchema = z
  .strictObject({
    brand: text(MAX_NAME)
      .optional()
      .meta({ examples: ['HiLook'] }),
    model: text(128)
      .optional()
      .meta({ examples: ['DS-2CD2042WD-I'] }),
    mac: text(32)
      .optional()
      .describe('Of the device; its block names the maker')
      .meta({ examples: ['44:19:b6:00:00:01'] }),
    fccId: text(32)
      .optional()
      .describe('Printed on devices authorised in the US; begins with the grantee'),
    cpe: text(512).optional().describe('Common Platform Enumeration, 2.2 or 2.3'),
    purl: text(512).optional().describe('Package URL'),
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
    .optional()
    .describe('Of the caller, given back in the answer')
    .meta({ examples: ['PO-4711/3'] }),
  name: text(MAX_NAME)
    .optional()
    .describe('The name as it stands in the document at hand, in any script')
    .meta({ examples: ['Hikvison Digital Technolgy', '杭州海康威视数字技术股份有限公司'] }),
  kind: partyKindSchema.optional().describe('What sort of party is meant'),
  country: countryQuerySchema
    .optional()
    .describe('ISO 3166-1 alpha-2, alpha-3 or the English name')
    .meta({ examples: ['CN'] }),
  address: text(1000)
    .optional()
    .meta({ examples: ['Qianmo Road, Hangzhou'] }),
  birthDate: partialDateSchema
    .optional()
    .describe('Of a person: YYYY, YYYY-MM or YYYY-MM-DD')
    .meta({ examples: ['1955-11'] }),
  identifiers: z.array(identifierQuerySchema).max(MAX_IDENTIFIERS).optional(),
  product: productQuerySchema.optional(),
  lists: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Only designations under these lists; GET /lists has the ids'),
  activity: activitySchema.optional().describe('Only designations and determinations for it'),
  asOf: isoDateSchema
    .optional()
    .describe('The day whose law is asked about, also a future one; default today (UTC)'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Raises the score from which a match is possible; it never lowers it'),
  limit: z
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .default(DEFAULT_LIMIT)
    .describe('The most matches to return'),
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
