import type { DeviceHit } from './device-index.ts';

/** A hit with what it is worth: a score in 0..1 on the scale of names, and why. */
export interface WeighedHit {
  readonly hit: DeviceHit;
  readonly score: number;
  readonly strength: 'strong' | 'possible';
  readonly adjustments: { readonly reason: string; readonly delta: number }[];
}

/** The reason given where the brand, maker or name beside a sign is the party's or its family's. */
export const NAME_AGREES = 'the brand or maker given agrees';

/** What a sign is worth by itself: how far its evidence can be relied on. */
const WORTH = {
  high: { registry: 0.97, 'vendor-document': 0.95, advisory: 0.95, community: 0.85 },
  medium: { registry: 0.92, 'vendor-document': 0.9, advisory: 0.9, community: 0.8 },
  low: { registry: 0.8, 'vendor-document': 0.8, advisory: 0.8, community: 0.75 },
} as const;

/** From here a sign is strong enough to determine. */
const STRONG = 0.9;
const SECOND_SIGN = 0.12;
const CONTRADICTION = -0.15;
/** What is below this is not shown: a weak sign, contradicted. */
const SHOWN = 0.7;

/**
 * Weighs the signs of one product against each other and against its brand.
 *
 * - a weak sign counts only with a second one: another sign of the same party, or its brand;
 * - a second sign adds;
 * - a brand that belongs to somebody else takes away from a model number, whose form
 *   makers share by chance, and nothing from a registered MAC block, FCC id or CPE
 *   vendor: a label that says otherwise is what relabelling looks like;
 * - chips, packages and software point to a maker but never determine: they stay possible.
 *
 * @param agrees whether the brand, maker or name given with the product is the
 *   party's or one of its family's: undefined where none was given
 */
export function weighDeviceHits(
  hits: readonly DeviceHit[],
  agrees: (party: string) => boolean | undefined,
): WeighedHit[] {
  return hits.flatMap((hit) => {
    const { evidence, confidence, alone } = hit.sign;
    const named = agrees(hit.party);
    const others = hits.filter((other) => other.party === hit.party && other.field !== hit.field);
    const second = named === true || others.some(({ sign }) => sign.alone);
    if (!alone && !second) return [];
    const contradicted = named === false;
    const adjustments = [
      ...(second
        ? [
            {
              reason: named === true ? NAME_AGREES : 'a second sign of the same maker',
              delta: SECOND_SIGN,
            },
          ]
        : []),
      ...(contradicted && isShared(hit)
        ? [{ reason: 'the brand or maker given is another', delta: CONTRADICTION }]
        : []),
      ...(contradicted && !isShared(hit)
        ? [{ reason: 'the brand or maker given is another, as on a relabelled device', delta: 0 }]
        : []),
    ];
    const own: number = WORTH[confidence][evidence];
    const sum = adjustments.reduce((sum, { delta }) => sum + delta, own);
    // 1 is for equality of names: a sign is never more than evidence.
    const score = Math.min(0.99, Math.round(sum * 1000) / 1000);
    if (score < SHOWN) return [];
    const strong = score >= STRONG && hit.caution === null;
    return [{ hit, score, strength: strong ? 'strong' : 'possible', adjustments }];
  });
}

/** Whether other makers may use the like: model numbers are not registered anywhere. */
function isShared({ sign }: DeviceHit): boolean {
  return sign.kind === 'model' || sign.kind === 'chip';
}
