import { z } from 'zod';
import { type IsoDate, isoDateSchema } from '../../domain/date.ts';
import { activitySchema, consequences } from '../../domain/effect.ts';
import { idSchema } from '../../domain/id.ts';

/** Levels from which a bill of materials fails: any match at all, then the consequences by strength. */
export const failLevels = ['possible-match', ...consequences] as const;
export type FailLevel = (typeof failLevels)[number];
export const DEFAULT_FAIL_LEVEL: FailLevel = 'red-flag';

const sentence = z.string().trim().min(1).max(2000);

/** A person's dated, reasoned, expiring exception for a party in a component. It marks findings; it hides none. */
export const waiverSchema = z.strictObject({
  party: idSchema.describe('Id of the party denoted, or of the listed one'),
  component: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('Name, model, MAC, FCC id, CPE or package URL; * stands for anything'),
  reason: sentence,
  approver: sentence,
  expires: isoDateSchema.describe('The last day on which it holds'),
});
export type Waiver = z.infer<typeof waiverSchema>;

/** `redflag.yaml`: what a bill of materials is asked about, and what was accepted. */
export const policySchema = z.strictObject({
  activities: z.array(activitySchema).min(1).optional(),
  lists: z.array(idSchema).min(1).optional(),
  failOn: z.enum(failLevels).optional(),
  threshold: z.number().min(0).max(1).optional(),
  waivers: z.array(waiverSchema).max(10_000).default([]),
});
export type PolicySettings = z.infer<typeof policySchema>;

/** A policy as it was read, with the lines of its waivers. */
export interface Policy extends PolicySettings {
  readonly file: string;
  /** Line of each waiver, by its place. */
  readonly waiverLines: readonly number[];
}

/** True on the last day of a waiver and before. */
export function isCurrent({ expires }: Waiver, today: IsoDate): boolean {
  return today <= expires;
}
