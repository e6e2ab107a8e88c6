import type { z } from 'zod';
import type { Complaint } from './error.ts';

/**
 * What a schema finds wrong, in words that say how to mend it: the same ones whether a
 * request, a policy or a list is at fault. Words that a schema has of its own go before these.
 *
 * @example schema.safeParse(data, { error: inWords })
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined && issue.code !== 'custom') return 'is needed';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? `of the type ${issue.expected}`}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'invalid_format':
      return issue.pattern === undefined ? `is no ${issue.format}` : `must match ${issue.pattern}`;
    case 'invalid_key':
      return 'is not a field here';
    case 'invalid_union':
      return 'has none of the forms that are taken here: the reference shows them';
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

/** What has a size, and what it is counted in: one, and many. */
const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

function bound(origin: string, words: string, value: number | bigint): string {
  const counted = COUNTED[origin];
  if (counted === undefined) return `must be ${words} ${value}`;
  return `must have ${words} ${value} ${counted[Number(value) === 1 ? 0 : 1]}`;
}

/** One thing that a schema found wrong, and where. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a schema found wrong. A field that does not exist is named itself, not the object that it stands in. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a field here' }))
      : [{ path: issue.path, message: issue.message }],
  );
}

/**
 * The same, as an error tells it: one complaint for each field.
 *
 * @example complaintsOf(issues) // [{ path: 'product.colour', message: 'is not a field here' }]
 */
export function complaintsOf(issues: readonly z.core.$ZodIssue[]): Complaint[] {
  return faultsOf(issues).map(({ path, message }) => ({ path: path.join('.'), message }));
}
