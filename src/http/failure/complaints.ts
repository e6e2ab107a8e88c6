import type { z } from 'zod';
import { complaintsOf, inWords } from '../../domain/complaint.ts';
import { type Complaint, RedflagError } from '../../domain/error.ts';

/** A request refused for these complaints; the detail says the first one. */
export function refusal(complaints: readonly Complaint[]): RedflagError {
  const [first] = complaints;
  if (!first) return new RedflagError('invalid-request', 'The request is not valid.');
  const more = complaints.length > 1 ? ` (and ${complaints.length - 1} more under errors)` : '';
  const detail = `${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`;
  return new RedflagError('invalid-request', detail, complaints);
}

/** Parses with a schema. @throws RedflagError `invalid-request` that names every field at fault */
export function parse<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const result = schema.safeParse(data, { error: inWords });
  if (result.success) return result.data;
  throw refusal(complaintsOf(result.error.issues));
}
