import { z } from 'zod';

/** An entity of the FollowTheMoney model, as OpenSanctions and others write it. */
export const ftmEntitySchema = z.looseObject({
  id: z.string().min(1),
  schema: z.string().min(1),
  caption: z.string().optional(),
  properties: z.record(
    z.string(),
    // Values are lists; some writers leave the brackets out around a single one.
    z.preprocess(
      (value) => (typeof value === 'string' ? [value] : value),
      z.array(z.union([z.string(), z.looseObject({})])),
    ),
  ),
  datasets: z.array(z.string()).optional(),
  target: z.boolean().optional(),
  last_seen: z.string().nullish(),
  last_change: z.string().nullish(),
});

export type FtmEntity = z.infer<typeof ftmEntitySchema>;

/** A line of a delta file. */
export const ftmDeltaSchema = z.strictObject({
  op: z.enum(['ADD', 'MOD', 'DEL']),
  entity: z.looseObject({ id: z.string().min(1) }),
});

/** The texts of a property; nested entities have none. */
export function texts(entity: FtmEntity, property: string): string[] {
  return (entity.properties[property] ?? []).filter((value) => typeof value === 'string');
}
