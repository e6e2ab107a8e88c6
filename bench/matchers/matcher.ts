/** What a query denotes: the wording of a vendor master leaves it open, a contact person is known to be one. */
export type QueryKind = 'person' | undefined;

export interface Answer {
  /** Ordinal of the party in the corpus. */
  readonly party: number;
  /** Higher is likelier; only the order counts, each matcher has its own thresholds. */
  readonly score: number;
}

/** Anything that finds listed parties for a name: the engine and what it is measured against. */
export interface Matcher {
  readonly label: string;
  /** Up to `limit` parties, best first, each once; nothing is cut off by score. */
  search(name: string, kind: QueryKind, limit: number): Answer[];
}

/** The parties of scored names, each once with its best score, best first. */
export function bestPerParty(scored: Iterable<Answer>, limit: number): Answer[] {
  const best = new Map<number, number>();
  for (const { party, score } of scored) {
    if (score > (best.get(party) ?? Number.NEGATIVE_INFINITY)) best.set(party, score);
  }
  return [...best]
    .map(([party, score]) => ({ party, score }))
    .sort((a, b) => b.score - a.score || a.party - b.party)
    .slice(0, limit);
}
