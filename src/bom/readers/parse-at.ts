import type { z } from 'zod';
import { faultsOf, inWords } from '../../domain/complaint.ts';
import type { Place } from '../place.ts';
import { refuse } from '../refusal.ts';

/** Parses a value; an error names the field inside the place. */
export function parseAt<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: Place,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: inWords });
  if (parsed.success) return parsed.data;
  const [fault] = faultsOf(parsed.error.issues);
  const inside = (fault?.path ?? []).map((key) => `/${String(key)}`).join('');
  throw refuse(
    { ...place, pointer: `${place.pointer ?? ''}${inside}` },
    fault?.message ?? 'is not as the format says',
  );
}
