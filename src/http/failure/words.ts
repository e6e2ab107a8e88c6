import type { z } from 'zod';

/**
 * What zod finds wrong, in words that say how to mend it. Words that a schema has of
 * its own go before these.
 *
 * @example schema.safeParse(data, { error: inWords })
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined && issue.code !== 'custom') return 'is needed';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'invalid_union':
      return 'has none of the forms that are taken here: see /docs';
    default:
      return undefined;
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
};

function article(type: string): string {
  return TYPES[type] ?? `of the type ${type}`;
}

function bound(origin: string, words: string, value: number | bigint): string {
  if (origin === 'string') return `must have ${words} ${value} characters`;
  if (origin === 'array') return `must have ${words} ${value} entries`;
  return `must be ${words} ${value}`;
}
