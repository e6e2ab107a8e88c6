import { z } from 'zod';
import { citationsSchema } from './citation.ts';
import { type IsoDate, isoDateSchema } from './date.ts';
import { contains } from './span.ts';

export const activities = [
  'procure',
  'use',
  'export',
  'import',
  'invest',
  'transact',
  'authorize',
  'fund',
  'operate',
] as const;

export const activitySchema = z.enum(activities).meta({ id: 'Activity' });
export type Activity = z.infer<typeof activitySchema>;

/** From the weakest to the strongest: the order is the meaning. */
export const consequences = [
  'watch',
  'red-flag',
  'restricted',
  'license-required',
  'prohibited',
  'blocked',
] as const;

export const consequenceSchema = z
  .enum(consequences)
  .meta({ id: 'Consequence', description: 'From the weakest to the strongest' });
export type Consequence = z.infer<typeof consequenceSchema>;

/** The rank of a consequence, 0 (`watch`) to 5 (`blocked`). */
export function severity(consequence: Consequence): number {
  return consequences.indexOf(consequence);
}

/** What a list does for one activity, with its own dates. */
export const effectSchema = z.strictObject({
  activity: activitySchema,
  consequence: consequenceSchema,
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable().default(null),
  scope: z.string().min(1).nullable().default(null).describe('A purpose or product limit'),
  exceptions: z.array(z.string().min(1)).default([]),
  summary: z.string().min(1),
  binds: z.string().min(1),
  citations: citationsSchema,
});

export type Effect = z.infer<typeof effectSchema>;

/**
 * What differs for one entry from the list's effect of the same activity: fields
 * left out are the list's own.
 */
export const effectOverrideSchema = z.strictObject({
  activity: activitySchema,
  consequence: consequenceSchema.optional(),
  from: isoDateSchema.nullable().optional(),
  to: isoDateSchema.nullable().optional(),
  scope: z.string().min(1).nullable().optional(),
  exceptions: z.array(z.string().min(1)).optional(),
  summary: z.string().min(1).optional(),
  binds: z.string().min(1).optional(),
  citations: citationsSchema,
});

export type EffectOverride = z.infer<typeof effectOverrideSchema>;

/**
 * The effects that hold for one entry: the list's, each changed by the entry's
 * own where it states something else.
 */
export function effectsOf(listEffects: Effect[], overrides: EffectOverride[]): Effect[] {
  if (overrides.length === 0) return listEffects;
  const byActivity = new Map(overrides.map((override) => [override.activity, override]));
  return listEffects.map((effect) => {
    const override = byActivity.get(effect.activity);
    if (!override) return effect;
    const {
      consequence = effect.consequence,
      from = effect.from,
      to = effect.to,
      scope = effect.scope,
      exceptions = effect.exceptions,
      summary = effect.summary,
      binds = effect.binds,
    } = override;
    const citations = [...override.citations, ...effect.citations];
    return { ...effect, consequence, from, to, scope, exceptions, summary, binds, citations };
  });
}

/** True when the effect holds on `asOf`. */
export function holdsOn(effect: Effect, asOf: IsoDate): boolean {
  return contains(effect.from, effect.to, asOf);
}
