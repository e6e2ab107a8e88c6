import { z } from 'zod';
import { partialDateSchema } from './date.ts';
import { idSchema } from './id.ts';

/** What sort of document a source is; the first six are primary sources. */
export const sourceTypes = [
  'statute',
  'regulation',
  'federal-register',
  'official-list',
  'official',
  'court',
  'registry',
  'filing',
  'vendor-document',
  'advisory',
  'press',
  'analysis',
  'reference',
  'community',
] as const;

/** Types of document that make or state the law themselves, rather than report it. */
export const primarySourceTypes: ReadonlySet<string> = new Set(sourceTypes.slice(0, 6));

/** A document. What the document does not state (publisher, date, address) is null. */
export const sourceSchema = z
  .strictObject({
    id: idSchema,
    type: z.enum(sourceTypes),
    title: z.string().min(1),
    publisher: z.string().min(1).nullable(),
    author: z.string().min(1).optional(),
    date: partialDateSchema.nullable(),
    url: z.url({ protocol: /^https?$/ }).nullable(),
    note: z.string().min(1).optional().describe('How the document was dated, copied or read'),
  })
  .meta({ id: 'Source' });

export type Source = z.infer<typeof sourceSchema>;
