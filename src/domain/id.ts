import { z } from 'zod';

/**
 * The id of a party, list or source: lower-case words joined by hyphens, stable
 * once published, the same in seeds, answers and addresses.
 *
 * @example idSchema.parse('hikvision')
 */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(120);
