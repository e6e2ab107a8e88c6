import type { Coverage, Screening } from './answer.ts';

/** Coverage is the same object for every unlimited query of a catalogue, and by far the longest part of an answer. */
const coverageText = new WeakMap<Coverage, string>();
const disclaimerText = new Map<string, string>();

/**
 * The answer as JSON, byte for byte what `JSON.stringify` gives, with coverage
 * and disclaimer serialised once for each catalogue.
 */
export function serialiseScreening({ coverage, disclaimer, ...rest }: Screening): string {
  let covered = coverageText.get(coverage);
  if (covered === undefined) {
    covered = JSON.stringify(coverage);
    coverageText.set(coverage, covered);
  }
  let disclaimed = disclaimerText.get(disclaimer);
  if (disclaimed === undefined) {
    disclaimed = JSON.stringify(disclaimer);
    disclaimerText.set(disclaimer, disclaimed);
  }
  return `${JSON.stringify(rest).slice(0, -1)},"coverage":${covered},"disclaimer":${disclaimed}}`;
}

/** The answer as it stands in a batch: coverage only by version, no disclaimer; `GET /coverage` has both whole. */
export function serialiseInBatch({ coverage, disclaimer: _, ...rest }: Screening): string {
  const { version, sha256 } = coverage.catalogue;
  return JSON.stringify({ ...rest, coverage: { catalogue: { version, sha256 } } });
}
