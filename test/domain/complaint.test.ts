import fc from 'fast-check';
import t from 'tap';
import { z } from 'zod';
import { complaintsOf, inWords } from '../../src/domain/complaint.ts';
import { isoDateSchema } from '../../src/domain/date.ts';

function complaints(schema: z.ZodType, data: unknown) {
  return complaintsOf(schema.safeParse(data, { error: inWords }).error?.issues ?? []);
}

t.test('what a schema finds wrong is said in words that tell how to mend it', async (t) => {
  const table: [name: string, schema: z.ZodType, data: unknown, message: string][] = [
    ['nothing', z.string(), undefined, 'is needed'],
    ['null', z.string(), null, 'must be a text'],
    ['no text', z.string(), 5, 'must be a text'],
    ['no number', z.number(), '5', 'must be a number'],
    ['no whole number', z.int(), 1.5, 'must be a whole number'],
    ['neither true nor false', z.boolean(), 'yes', 'must be true or false'],
    ['no array', z.array(z.string()), 5, 'must be an array'],
    ['no object', z.object({}), [], 'must be an object'],
    ['no date', z.date(), 5, 'must be of the type date'],
    ['another word', z.enum(['screen', 'read']), 'write', 'must be one of screen, read'],
    ['another constant', z.literal('csl'), 'sdn', 'must be csl'],
    ['too short', z.string().min(1), '', 'must have at least 1 character'],
    ['too long', z.string().max(2), 'abc', 'must have at most 2 characters'],
    ['too few', z.array(z.int()).min(1), [], 'must have at least 1 entry'],
    ['too many', z.array(z.int()).max(2), [1, 2, 3], 'must have at most 2 entries'],
    ['too small', z.number().min(0), -1, 'must be at least 0'],
    ['too large', z.number().max(1), 2, 'must be at most 1'],
    ['another form', z.union([z.string(), z.array(z.string())]), 5, 'has none of the forms'],
    ['another pattern', z.string().regex(/^a+$/), 'b', 'must match /^a+$/'],
    ['no address', z.url(), 'b', 'is no url'],
    [
      'a name that is not taken',
      z.partialRecord(z.enum(['a']), z.int()),
      { b: 1 },
      'is not a field',
    ],
    ['words of its own', isoDateSchema, '2027-02-30', 'is not a day of the calendar'],
  ];
  for (const [name, schema, data, message] of table) {
    const [first] = complaints(schema, data);
    t.ok(first?.message.startsWith(message), `${name}: ${first?.message}`);
  }
});

t.test('a field that does not exist is named itself', async (t) => {
  const schema = z.strictObject({ product: z.strictObject({ model: z.string() }).optional() });
  t.same(complaints(schema, { product: { model: 'x', colour: 1, size: 2 }, name: 3 }), [
    { path: 'product.colour', message: 'is not a field here' },
    { path: 'product.size', message: 'is not a field here' },
    { path: 'name', message: 'is not a field here' },
  ]);
});

t.test('whatever is given, no words are those of the schema library', async (t) => {
  const schema = z.strictObject({
    text: z.string().min(2).max(3),
    numbers: z.array(z.number().min(0)).min(1),
    level: z.enum(['low', 'high']),
    until: isoDateSchema.optional(),
  });
  const field = fc.constantFrom('text', 'numbers', 'level', 'until', 'other');
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(field, fc.jsonValue()), fc.jsonValue()), (data) =>
        complaints(schema, data).every(
          ({ message }) => !/invalid|expected|received|unrecognized|too (small|big)/i.test(message),
        ),
      ),
    ),
  );
});
