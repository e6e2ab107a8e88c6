import { z } from 'zod';
import { idSchema } from './id.ts';

/** The most words that a quotation may have: facts are carried over, sentences are not. */
export const MAX_QUOTATION_WORDS = 25;

/** A place in a source that supports the statement on which the citation stands. */
export const citationSchema = z.strictObject({
  source: idSchema.describe('Id of the source'),
  locator: z
    .string()
    .min(1)
    .nullable()
    .describe('The place inside the source: section, page, record, line; null: the whole document'),
  statement: z.string().min(1).optional().describe('What the source says there, in our words'),
  quote: z
    .string()
    .min(1)
    .refine((quote) => quote.trim().split(/\s+/).length <= MAX_QUOTATION_WORDS, {
      message: `must have at most ${MAX_QUOTATION_WORDS} words`,
    })
    .optional()
    .describe(`The words of the source, at most ${MAX_QUOTATION_WORDS}`),
});

export type Citation = z.infer<typeof citationSchema>;

/** Nothing is stated without a citation. */
export const citationsSchema = z
  .array(citationSchema)
  .min(1, 'a statement needs at least one citation');

/** The other witness where documents disagree: shown, not hidden. */
export const disagreementSchema = z.strictObject({
  field: z.string().min(1).describe('The field on which documents differ'),
  value: z.string().min(1).describe('What the other document says'),
  followed: z.string().min(1).nullable().describe('What is followed here instead'),
  reason: z.string().min(1).describe('Why'),
  citations: citationsSchema,
});

export type Disagreement = z.infer<typeof disagreementSchema>;

type Path = readonly (string | number)[];

/** Every citation inside a record, with its place: also those of disagreements. */
export function* citationsIn(
  value: unknown,
  path: Path = [],
): Generator<{ citation: Citation; path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'citations' && Array.isArray(inner)) {
      for (const [index, citation] of inner.entries()) yield { citation, path: [...at, index] };
    } else yield* citationsIn(inner, at);
  }
}
