import { FEATURES } from './score-model.ts';

/** What was measured on the last pair of names, by the order of `FEATURES`; one array for all, since scoring allocates nothing. */
export const features = new Float64Array(FEATURES.length);

export function add(feature: number, value: number): void {
  features[feature] = (features[feature] as number) + value;
}
