import type { z } from 'zod';
import type { Place } from '../place.ts';
import { refuse } from '../refusal.ts';

/** Parses a value; an error names the field inside the place. */
export function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const inside = (issue?.path ?? []).map((key) => `/${String(key)}`).join('');
  throw refuse(
    { ...place, pointer: `${place.pointer ?? ''}${inside}` },
    issue?.message ?? 'is not as the format says',
  );
}
